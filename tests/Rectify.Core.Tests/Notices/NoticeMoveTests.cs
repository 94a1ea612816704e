using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Notices;

/// <summary>Who may do what with a notice, and when.</summary>
public sealed class NoticeMoveTests
{
    [Fact]
    public async Task A_notice_goes_its_whole_way_and_the_ledger_folds_to_the_tables()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync();
        var id = await campaign.IssuedAsync(problem);
        await campaign.As(campaign.Handler).Do(new ReceiveNotice(id, 3));
        await campaign.ReplyAsync(id, claimsCorrected: true);
        await campaign.As(campaign.Clerk).Do(new ReturnNoticeReply(id, await campaign.NoticeVersionAsync(id), "承诺不具体"));
        await campaign.ReplyAsync(id, claimsCorrected: true);
        await campaign.As(campaign.Clerk).Do(new AcceptNoticeReply(id, await campaign.NoticeVersionAsync(id), "同意"));
        await campaign.As(campaign.Checker).Do(new CheckNotice(id, await campaign.NoticeVersionAsync(id), true, "两台终端运行正常"));
        await campaign.As(campaign.Clerk).Do(new FileNotice(id, await campaign.NoticeVersionAsync(id)));

        var notice = await campaign.NoticeAsync(id);
        (notice.State, notice.Replies.Count, notice.UnitCommitment, notice.Implementer).ShouldBe((NoticeState.Filed, 2, "三日内恢复使用", "业务科科长"));
        notice.Replies[0].Accepted.ShouldBe(false);
        (await campaign.ProblemAsync(problem)).OpenNoticeId.ShouldBeNull();
        await campaign.Rectify.ShouldEqualItsFoldAsync<Notice>(id);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(problem);
    }

    [Fact]
    public async Task Who_drafted_a_notice_does_not_sign_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var both = await campaign.Rectify.AddPersonAsync("身兼两职", Role.OfficeClerk | Role.OfficeLeader, campaign.Office);
        var id = Ids.New();
        await campaign.As(both).Do(new DraftNotice(id, await campaign.AssignedAsync(), NoticeSteps.Form()));

        (await campaign.As(both).Send(new SignNotice(id, 1))).ShouldBeRefused(Rule.SamePerson);
        (await campaign.As(both).Do(new GetNotice(id))).Moves.ShouldNotContain(NoticeMove.Sign);
        await campaign.As(campaign.OfficeLeader).Do(new SignNotice(id, 1));
    }

    [Fact]
    public async Task Nobody_of_the_unit_drafts_signs_checks_or_decides()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var everything = await campaign.Rectify.AddPersonAsync("本单位", Role.OfficeClerk | Role.OfficeLeader | Role.Checker, campaign.Unit);
        var problem = await campaign.AssignedAsync();
        (await campaign.As(everything).Send(new DraftNotice(Ids.New(), problem, NoticeSteps.Form()))).ShouldBeRefused(Rule.OfOwnUnit);

        var id = await campaign.DraftedAsync(problem);
        (await campaign.As(everything).Send(new SignNotice(id, 1))).ShouldBeRefused(Rule.OfOwnUnit);
        await campaign.As(campaign.OfficeLeader).Do(new SignNotice(id, 1));
        await campaign.As(campaign.OfficeLeader).Do(new IssueNotice(id, 2, ""));
        await campaign.ReplyAsync(id, claimsCorrected: true);
        (await campaign.As(everything).Send(new AcceptNoticeReply(id, 5, ""))).ShouldBeRefused(Rule.OfOwnUnit);
        await campaign.As(campaign.Clerk).Do(new AcceptNoticeReply(id, 5, ""));
        (await campaign.As(everything).Send(new CheckNotice(id, 6, true, "属实"))).ShouldBeRefused(Rule.OfOwnUnit);
    }

    [Fact]
    public async Task A_reply_counts_only_when_the_units_leader_has_confirmed_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.IssuedAsync(await campaign.AssignedAsync());
        (await campaign.As(campaign.Leader).Send(new SignNoticeReply(id, 3))).ShouldBeRefused(Rule.ReplyNotPrepared);
        await campaign.As(campaign.Handler).Do(NoticeSteps.Reply(id, 3));
        (await campaign.As(campaign.Handler).Send(new SignNoticeReply(id, 4))).ShouldBeNotAllowed();

        campaign.Time.Set((await campaign.NoticeAsync(id)).ReplyDue!.Value.AddDays(1));
        (await campaign.ViewAsync(id)).IsNoReply.ShouldBeTrue();
        await campaign.As(campaign.Leader).Do(new SignNoticeReply(id, 4));
        (await campaign.ViewAsync(id)).IsLateReply.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "承诺", "责任人", "Text")]
    [InlineData("答复", " ", "责任人", "Commitment")]
    [InlineData("答复", "承诺", "", "Implementer")]
    public async Task A_reply_names_its_text_the_undertaking_and_the_person(string text, string commitment, string implementer, string field)
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.IssuedAsync(await campaign.AssignedAsync());

        (await campaign.As(campaign.Handler).Send(new PrepareNoticeReply(id, 3, text, commitment, implementer, false, null))).ShouldBeInvalid(field, "Required");
    }

    [Fact]
    public async Task A_reply_alone_ends_nothing()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync();
        var id = await campaign.AcceptedAsync(problem);

        (await campaign.As(campaign.Clerk).Send(new FileNotice(id, await campaign.NoticeVersionAsync(id)))).ShouldBeRefused(Rule.WrongState);
        (await campaign.ProblemAsync(problem)).OpenNoticeId.ShouldBe(id);
    }

    [Fact]
    public async Task The_check_waits_for_the_correction_date_or_an_accepted_reply_that_claims_correction()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.AcceptedAsync(await campaign.AssignedAsync());
        (await campaign.As(campaign.Checker).Send(new CheckNotice(id, 6, true, "属实"))).ShouldBeRefused(Rule.CheckTooEarly);

        await campaign.ReplyAsync(id, claimsCorrected: true);
        (await campaign.As(campaign.Checker).Send(new CheckNotice(id, 8, true, "属实"))).ShouldBeRefused(Rule.CheckTooEarly);
        await campaign.As(campaign.Clerk).Do(new AcceptNoticeReply(id, 8, ""));
        await campaign.As(campaign.Checker).Do(new CheckNotice(id, 9, true, "属实"));

        var other = await campaign.RepliedAsync(await campaign.AssignedAsync());
        campaign.Time.Set((await campaign.NoticeAsync(other)).CorrectionDue!.Value.AddDays(1));
        (await campaign.As(campaign.Checker).Send(new CheckNotice(other, 5, true, "属实"))).ShouldBeRefused(Rule.ReplyNotAccepted);
        await campaign.As(campaign.Checker).Do(new CheckNotice(other, 5, false, "仍停用"));
    }

    [Fact]
    public async Task Revoking_is_over_once_the_unit_replied_or_the_notice_failed()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var replied = await campaign.RepliedAsync(await campaign.AssignedAsync());
        (await campaign.As(campaign.OfficeLeader).Send(new RevokeNotice(replied, 5, "有误"))).ShouldBeRefused(Rule.WrongState);

        var failed = await campaign.UnansweredAsync(await campaign.AssignedAsync());
        (await campaign.As(campaign.OfficeLeader).Send(new RevokeNotice(failed, 3, "有误"))).ShouldBeRefused(Rule.NoticeHasFailed);
        (await campaign.As(campaign.Clerk).Send(new RevokeNotice(failed, 3, "有误"))).ShouldBeNotAllowed();
    }

    [Fact]
    public async Task A_unit_objects_once_within_thirty_days_and_no_clock_stops_for_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var first = await campaign.IssuedAsync(await campaign.AssignedAsync(80));
        var second = await campaign.IssuedAsync(await campaign.AssignedAsync(80));
        campaign.Time.AdvanceDays(30);
        await campaign.As(campaign.Handler).Do(new ObjectToNotice(first, 3, "不属本单位职责"));
        (await campaign.As(campaign.Handler).Send(new ObjectToNotice(first, 4, "再次"))).ShouldBeRefused(Rule.AlreadyObjected);
        (await campaign.ViewAsync(first)).IsNoReply.ShouldBeTrue();

        campaign.Time.AdvanceDays(1);
        (await campaign.As(campaign.Handler).Send(new ObjectToNotice(second, 3, "不属本单位职责"))).ShouldBeRefused(Rule.ObjectionTooLate);
        await campaign.As(campaign.OfficeLeader).Do(new DecideNoticeObjection(first, 4, false, "职责清楚"));
        (await campaign.As(campaign.OfficeLeader).Send(new DecideNoticeObjection(first, 5, true, "再议"))).ShouldBeRefused(Rule.ObjectionUnknown);
    }

    [Fact]
    public async Task A_notice_names_its_own_correction_date_when_the_office_wants_one()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(80);
        (await campaign.As(campaign.Clerk).Send(new DraftNotice(Ids.New(), problem, NoticeSteps.Form(campaign.Today.AddDays(-1))))).ShouldBeRefused(Rule.DueDateInThePast);

        var id = await campaign.IssuedAsync(problem, campaign.Today.AddDays(20));
        (await campaign.NoticeAsync(id)).CorrectionDue.ShouldBe(campaign.Today.AddDays(20));
    }

    [Fact]
    public async Task A_notice_changed_in_the_meantime_is_refused_and_a_repeated_draft_makes_one_notice()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync();
        var id = await campaign.DraftedAsync(problem);
        (await campaign.As(campaign.Clerk).Do(new DraftNotice(id, problem, NoticeSteps.Form()))).ShouldBe(id);
        await campaign.As(campaign.SecondClerk).Do(new ReviseNotice(id, 1, NoticeSteps.Form()));

        (await campaign.As(campaign.OfficeLeader).Send(new SignNotice(id, 1))).ShouldBeStale();
    }
}
