using Rectify.Core.Organisations;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

/// <summary>Short ways to bring monthly reports and bulletins to a state, every step by its real command.</summary>
internal static class ReportSteps
{
    public static readonly MonthlyText Words = new("两项涉及资金，已列入下月计划", 1, 12, 3, 2, "《窗口值守制度》", "逐窗口过筛", "缺少维保经费", "下月全部销号", "承办甲");

    public static async Task<MonthlyReportView> MonthAsync(this RunningCampaign campaign, Person person, DateOnly month) =>
        await campaign.As(person).Do(new GetMonthlyReport(campaign.Id, null, month));

    public static async Task<WriteMonthlyReport> WritingAsync(this RunningCampaign campaign, Person person, DateOnly month)
    {
        var view = await campaign.MonthAsync(person, month);
        return new WriteMonthlyReport(campaign.Id, month, view.Report?.Version ?? 0, view.Ledger, "", Words);
    }

    public static async Task<Guid> WrittenAsync(this RunningCampaign campaign, DateOnly month, Person? handler = null) =>
        await campaign.As(handler ?? campaign.Handler).Do(await campaign.WritingAsync(handler ?? campaign.Handler, month));

    /// <summary>Writes and signs; gives the snapshot.</summary>
    public static async Task<Guid> SignedMonthAsync(this RunningCampaign campaign, DateOnly month, Person? handler = null, Person? leader = null) =>
        await campaign.SignMonthAsync(await campaign.WrittenAsync(month, handler), leader);

    public static async Task<Guid> SignMonthAsync(this RunningCampaign campaign, Guid report, Person? leader = null) =>
        await campaign.As(leader ?? campaign.Leader).Do(new SignMonthlyReport(report, await campaign.ReportVersionAsync(report)));

    public static async Task<int> ReportVersionAsync(this RunningCampaign campaign, Guid report) => (await campaign.Rectify.FindAsync<MonthlyReport>(report)).Version;

    public static BulletinText Text(DateOnly cutOff) => new("关于专项整治行动进展情况的通报", "各有关单位", cutOff, 7, "整改总体平稳", "加快进度");

    public static async Task<Guid> DraftedBulletinAsync(this RunningCampaign campaign)
    {
        var id = Ids.New();
        await campaign.As(campaign.Clerk).Do(new DraftBulletin(id, campaign.Id, Text(campaign.Today)));
        return id;
    }

    public static async Task<Guid> IssuedBulletinAsync(this RunningCampaign campaign)
    {
        var id = await campaign.DraftedBulletinAsync();
        await campaign.As(campaign.OfficeLeader).Do(new IssueBulletin(id, 1));
        return id;
    }

    public static async Task<BulletinView> BulletinAsync(this RunningCampaign campaign, Guid id) => await campaign.As(campaign.Official).Do(new GetBulletin(id));
}
