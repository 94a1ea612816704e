using Rectify.Core.Notices;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Notices;

/// <summary>Short ways to bring a notice to a state, every step by its real command. The campaign starts on Monday 2 March 2026.</summary>
internal static class NoticeSteps
{
    public static NoticeForm Form(DateOnly? correction = null) => new("市某某局办事大厅", "自助终端停用半年", "专项整治行动方案", correction);

    public static async Task<Guid> DraftedAsync(this RunningCampaign campaign, Guid problem, DateOnly? correction = null)
    {
        var id = Ids.New();
        await campaign.As(campaign.Clerk).Do(new DraftNotice(id, problem, Form(correction)));
        return id;
    }

    public static async Task<Guid> SignedAsync(this RunningCampaign campaign, Guid problem, DateOnly? correction = null)
    {
        var id = await campaign.DraftedAsync(problem, correction);
        await campaign.As(campaign.OfficeLeader).Do(new SignNotice(id, 1));
        return id;
    }

    public static async Task<Guid> IssuedAsync(this RunningCampaign campaign, Guid problem, DateOnly? correction = null)
    {
        var id = await campaign.SignedAsync(problem, correction);
        await campaign.As(campaign.OfficeLeader).Do(new IssueNotice(id, 2, "送达办公室"));
        return id;
    }

    public static async Task<Guid> RepliedAsync(this RunningCampaign campaign, Guid problem, bool claimsCorrected = false)
    {
        var id = await campaign.IssuedAsync(problem);
        await campaign.ReplyAsync(id, claimsCorrected);
        return id;
    }

    public static async Task<Guid> AcceptedAsync(this RunningCampaign campaign, Guid problem, bool claimsCorrected = false)
    {
        var id = await campaign.RepliedAsync(problem, claimsCorrected);
        await campaign.As(campaign.Clerk).Do(new AcceptNoticeReply(id, await campaign.NoticeVersionAsync(id), ""));
        return id;
    }

    public static async Task ReplyAsync(this RunningCampaign campaign, Guid notice, bool claimsCorrected = false)
    {
        await campaign.As(campaign.Handler).Do(Reply(notice, await campaign.NoticeVersionAsync(notice), claimsCorrected));
        await campaign.As(campaign.Leader).Do(new SignNoticeReply(notice, await campaign.NoticeVersionAsync(notice)));
    }

    public static PrepareNoticeReply Reply(Guid notice, int version, bool claimsCorrected = false) =>
        new(notice, version, "已联系维保单位", "三日内恢复使用", "业务科科长", claimsCorrected, null);

    /// <summary>Issues a notice and lets its reply date pass without a word; the next morning it has failed.</summary>
    public static async Task<Guid> UnansweredAsync(this RunningCampaign campaign, Guid problem)
    {
        var id = await campaign.IssuedAsync(problem);
        campaign.Time.Set((await campaign.NoticeAsync(id)).ReplyDue!.Value.AddDays(1));
        return id;
    }

    public static Task<Notice> NoticeAsync(this RunningCampaign campaign, Guid id) => campaign.Rectify.FindAsync<Notice>(id);

    public static async Task<int> NoticeVersionAsync(this RunningCampaign campaign, Guid id) => (await campaign.NoticeAsync(id)).Version;

    /// <summary>The same notice as the page shows it to the office today.</summary>
    public static Task<NoticeView> ViewAsync(this RunningCampaign campaign, Guid id) => campaign.As(campaign.Clerk).Do(new GetNotice(id));
}
