using Rectify.Core.Notices;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Notices;

/// <summary>When the office leader stops a notice's clocks, and how they run on.</summary>
public sealed class NoticeSuspensionTests
{
    [Fact]
    public async Task A_stopped_clock_gives_the_unit_the_working_days_that_were_left()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.IssuedAsync(await campaign.AssignedAsync(80));
        (await campaign.NoticeAsync(id)).ReplyDue.ShouldBe(new DateOnly(2026, 3, 9));
        (await campaign.As(campaign.OfficeLeader).Send(new SuspendNotice(id, 3, "核实"))).ShouldBeRefused(Rule.ObjectionUnknown);
        (await campaign.As(campaign.OfficeLeader).Send(new ResumeNotice(id, 3, "已核实"))).ShouldBeRefused(Rule.NoticeNotSuspended);

        campaign.Time.Set(2026, 3, 5);
        await campaign.As(campaign.Leader).Do(new ObjectToNotice(id, 3, "不属本单位职责"));
        await campaign.As(campaign.OfficeLeader).Do(new SuspendNotice(id, 4, "核实"));
        campaign.Time.Set(2026, 3, 20);
        (await campaign.ViewAsync(id)).IsFailed.ShouldBeFalse();
        (await campaign.As(campaign.Checker).Send(new CheckNotice(id, 5, false, "仍停用"))).ShouldBeRefused(Rule.NoticeSuspended);
        await campaign.As(campaign.OfficeLeader).Do(new DecideNoticeObjection(id, 5, false, "职责清楚"));

        var notice = await campaign.NoticeAsync(id);
        (notice.SuspendedOn, notice.ReplyDue, notice.CorrectionDue).ShouldBe((null, new DateOnly(2026, 3, 24), new DateOnly(2026, 3, 31)));
        await campaign.Rectify.ShouldEqualItsFoldAsync<Notice>(id);
    }

    [Fact]
    public async Task The_clock_cannot_be_stopped_once_the_reply_was_due()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.UnansweredAsync(await campaign.AssignedAsync(80));
        await campaign.As(campaign.Leader).Do(new ObjectToNotice(id, 3, "不属本单位职责"));

        (await campaign.As(campaign.OfficeLeader).Send(new SuspendNotice(id, 4, "核实"))).ShouldBeRefused(Rule.SuspensionTooLate);
    }

    [Fact]
    public async Task The_leader_lets_the_clock_run_on_with_the_objection_still_open()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await SuspendedAsync(campaign);
        campaign.Time.Set(2026, 3, 20);
        await campaign.As(campaign.OfficeLeader).Do(new ResumeNotice(id, 5, "已核实"));

        var notice = await campaign.NoticeAsync(id);
        (notice.SuspendedOn, notice.ReplyDue, notice.HasOpenObjection).ShouldBe((null, new DateOnly(2026, 3, 27), true));
        (await campaign.As(campaign.OfficeLeader).Send(new ResumeNotice(id, 6, "再次"))).ShouldBeRefused(Rule.NoticeNotSuspended);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Notice>(id);
    }

    [Fact]
    public async Task The_clock_of_a_revoked_notice_stands_still_for_good()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await SuspendedAsync(campaign);
        await campaign.As(campaign.OfficeLeader).Do(new RevokeNotice(id, 5, "异议成立"));

        (await campaign.As(campaign.OfficeLeader).Do(new GetNotice(id))).Moves.ShouldBeEmpty();
        (await campaign.As(campaign.OfficeLeader).Send(new ResumeNotice(id, 6, "已核实"))).ShouldBeRefused(Rule.WrongState);
    }

    /// <summary>Issued and stopped on the same Monday, at version 5.</summary>
    private static async Task<Guid> SuspendedAsync(RunningCampaign campaign)
    {
        var id = await campaign.IssuedAsync(await campaign.AssignedAsync(80));
        await campaign.As(campaign.Leader).Do(new ObjectToNotice(id, 3, "不属本单位职责"));
        await campaign.As(campaign.OfficeLeader).Do(new SuspendNotice(id, 4, "核实"));
        return id;
    }
}
