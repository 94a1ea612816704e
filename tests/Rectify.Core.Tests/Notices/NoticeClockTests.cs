using Microsoft.EntityFrameworkCore;
using Rectify.Core.Notices;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Notices;

/// <summary>Failing is read from the record and the clock: no job runs in any of these tests.</summary>
public sealed class NoticeClockTests
{
    [Fact]
    public async Task The_reply_date_lasts_to_its_last_minute_in_working_days_from_delivery()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        campaign.Time.Set(2026, 2, 13);
        var id = await campaign.IssuedAsync(await campaign.AssignedAsync(80));
        var notice = await campaign.NoticeAsync(id);
        (notice.ReceiptDue, notice.ReplyDue).ShouldBe((new DateOnly(2026, 2, 14), new DateOnly(2026, 2, 27)));

        campaign.Time.Set(2026, 2, 27, 23, 59);
        (await campaign.ViewAsync(id)).IsFailed.ShouldBeFalse();
        campaign.Time.Set(2026, 2, 28, 0, 0);
        var view = await campaign.ViewAsync(id);
        (view.IsFailed, view.IsNoReply, view.FailedOn).ShouldBe((true, true, new DateOnly(2026, 2, 28)));
        view.ReplyDeadline!.Date.ShouldBe(notice.ReplyDue!.Value);
    }

    [Fact]
    public async Task Signing_for_a_notice_moves_no_date()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.IssuedAsync(await campaign.AssignedAsync(80));
        var before = await campaign.NoticeAsync(id);
        campaign.Time.AdvanceDays(2);
        (await campaign.ViewAsync(id)).IsReceiptMissing.ShouldBeTrue();
        await campaign.As(campaign.Handler).Do(new ReceiveNotice(id, 3));

        var after = await campaign.NoticeAsync(id);
        (after.ReplyDue, after.CorrectionDue).ShouldBe((before.ReplyDue, before.CorrectionDue));
        (await campaign.ViewAsync(id)).IsReceiptMissing.ShouldBeFalse();
    }

    [Fact]
    public async Task A_late_reply_is_kept_and_leaves_the_notice_failed()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.UnansweredAsync(await campaign.AssignedAsync(80));
        await campaign.ReplyAsync(id, claimsCorrected: true);
        await campaign.As(campaign.Clerk).Do(new AcceptNoticeReply(id, 5, ""));
        await campaign.As(campaign.Checker).Do(new CheckNotice(id, 6, true, "已恢复"));
        await campaign.As(campaign.Clerk).Do(new FileNotice(id, 7));

        var view = await campaign.ViewAsync(id);
        (view.Notice.State, view.IsFailed, view.IsLateReply, view.IsNoReply).ShouldBe((NoticeState.Filed, true, true, false));
    }

    [Fact]
    public async Task A_first_reply_in_time_that_was_returned_stays_in_time()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RepliedAsync(await campaign.AssignedAsync(80));
        await campaign.As(campaign.Clerk).Do(new ReturnNoticeReply(id, 5, "不具体"));
        campaign.Time.AdvanceDays(40);
        await campaign.ReplyAsync(id);

        (await campaign.ViewAsync(id)).IsFailed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_check_that_says_uncorrected_fails_the_notice_unless_only_silence_counts()
    {
        foreach (var strict in new[] { false, true })
        {
            await using var campaign = await RunningCampaign.StartAsync(new() { OnlyUnansweredNoticesCount = strict });
            var problem = await campaign.AssignedAsync(80);
            var id = await campaign.AcceptedAsync(problem, claimsCorrected: true);
            await campaign.As(campaign.Checker).Do(new CheckNotice(id, 6, false, "仍停用"));

            var view = await campaign.ViewAsync(id);
            (view.IsFailed, view.IsUncorrected, view.FailedOn).ShouldBe((!strict, true, strict ? null : campaign.Today));
            (await campaign.NoticeAsync(await campaign.SignedAsync(problem))).Ordinal.ShouldBe(strict ? 1 : 2);
        }
    }

    [Fact]
    public async Task The_database_and_the_domain_agree_on_every_day_and_failing_never_ends()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await EveryKindAsync(campaign);
        await using var db = campaign.Rectify.Database.CreateDbContext();
        var notices = await db.Set<Notice>().ToListAsync();
        var failedBefore = new HashSet<Guid>();

        for (var day = new DateOnly(2026, 3, 1); day < new DateOnly(2026, 4, 20); day = day.AddDays(1))
        {
            var inDatabase = await db.Set<Notice>().Where(NoticeFailure.By(day)).Select(notice => notice.Id).ToListAsync();
            inDatabase.ShouldBe(notices.Where(notice => notice.IsFailed(day)).Select(notice => notice.Id), ignoreOrder: true);
            failedBefore.ShouldBeSubsetOf(inDatabase);
            failedBefore.UnionWith(inDatabase);
        }

        failedBefore.Count.ShouldBe(3);
        notices.Count.ShouldBeGreaterThan(8);
        notices.ShouldAllBe(notice => notice.FailedOn(new DateOnly(2026, 4, 20)) == null || notice.IsFailed(notice.FailedOn(new DateOnly(2026, 4, 20))!.Value));
    }

    /// <summary>One notice in every state, one that failed by silence, one by a late reply, one by a check.</summary>
    private static async Task EveryKindAsync(RunningCampaign campaign)
    {
        async Task<Guid> ProblemAsync() => await campaign.AssignedAsync(80);
        var silent = await campaign.IssuedAsync(await ProblemAsync());
        var late = await campaign.IssuedAsync(await ProblemAsync());
        var revoked = await campaign.IssuedAsync(await ProblemAsync());
        await campaign.As(campaign.OfficeLeader).Do(new RevokeNotice(revoked, 3, "有误"));
        await campaign.RepliedAsync(await ProblemAsync());
        var uncorrected = await campaign.AcceptedAsync(await ProblemAsync(), claimsCorrected: true);
        await campaign.As(campaign.Checker).Do(new CheckNotice(uncorrected, 6, false, "仍停用"));
        var corrected = await campaign.AcceptedAsync(await ProblemAsync(), claimsCorrected: true);
        await campaign.As(campaign.Checker).Do(new CheckNotice(corrected, 6, true, "已恢复"));
        var suspended = await campaign.IssuedAsync(await ProblemAsync());
        await campaign.As(campaign.Handler).Do(new ObjectToNotice(suspended, 3, "异议"));
        await campaign.As(campaign.OfficeLeader).Do(new SuspendNotice(suspended, 4, "核实"));
        await campaign.SignedAsync(await ProblemAsync());
        await campaign.DraftedAsync(await ProblemAsync());
        campaign.Time.Set((await campaign.NoticeAsync(silent)).ReplyDue!.Value.AddDays(3));
        await campaign.ReplyAsync(late);
    }
}
