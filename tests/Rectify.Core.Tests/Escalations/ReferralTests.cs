using Rectify.Core.Escalations;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Escalations;

/// <summary>From the draft to the outcome, and who sees what on the way.</summary>
public sealed class ReferralTests
{
    [Fact]
    public async Task A_referral_goes_its_whole_way_and_the_outcome_comes_back_to_the_office()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.TransferredReferralAsync();
        await campaign.As(campaign.DisciplineOfficer).Do(new AcknowledgeReferral(id, 3, "收字12号"));
        await campaign.As(campaign.DisciplineOfficer).Do(new RecordReferralOutcome(id, 4, "已对责任人谈话提醒"));
        var seen = await campaign.As(campaign.Clerk).Do(new GetReferral(id));
        (seen.Referral.State, seen.Referral.Outcome!.Text).ShouldBe((ReferralState.OutcomeRecorded, "已对责任人谈话提醒"));
        await campaign.As(campaign.Clerk).Do(new ArchiveReferral(id, 5));

        (await campaign.Rectify.EntriesOfAsync(id)).Select(entry => entry.To).ShouldBe(["Drafted", "Approved", "Transferred", "Acknowledged", "OutcomeRecorded", "Archived"]);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Referral>(id);
    }

    [Fact]
    public async Task Nothing_goes_to_the_discipline_body_without_the_leaders_approval()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.DraftedReferralAsync();
        (await campaign.As(campaign.OfficeLeader).Send(new TransferReferral(id, 1))).ShouldBeRefused(Rule.WrongState);
        (await campaign.As(campaign.Clerk).Send(new ApproveReferral(id, 1, ""))).ShouldBeNotAllowed();
        (await campaign.As(campaign.Clerk).Send(new TransferReferral(id, 1))).ShouldBeNotAllowed();
    }

    [Fact]
    public async Task Who_drafted_a_referral_does_not_approve_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var both = await campaign.Rectify.AddPersonAsync("身兼两职", Role.OfficeClerk | Role.OfficeLeader, campaign.Office);
        var id = Ids.New();
        await campaign.As(both).Do(new DraftReferral(id, await campaign.UnansweredTimesAsync(), "函", "提请处理"));

        (await campaign.As(both).Send(new ApproveReferral(id, 1, ""))).ShouldBeRefused(Rule.SamePerson);
        (await campaign.As(both).Do(new GetReferral(id))).Moves.ShouldBe([ReferralMove.Redraft, ReferralMove.Dismiss]);
    }

    [Fact]
    public async Task The_discipline_desk_sees_a_referral_from_the_transfer_on_and_of_its_history_only_that()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.ApprovedReferralAsync();
        var desk = campaign.As(campaign.DisciplineOfficer);
        (await desk.Do(new ListReferrals())).Items.ShouldBeEmpty();
        (await desk.Send(new GetReferral(id))).ShouldBeNotFound();
        (await desk.Send(new AcknowledgeReferral(id, 2, ""))).ShouldBeNotFound();

        await campaign.As(campaign.OfficeLeader).Do(new TransferReferral(id, 2));
        (await desk.Do(new ListReferrals(WaitingForMe: true))).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        var view = await desk.Do(new GetReferral(id));
        view.Timeline.Select(entry => entry.Event).ShouldBe([nameof(ReferralTransferred)]);
        (view.IsFrozen, view.IsIntact, view.IsForOffice).ShouldBe((true, true, false));
        view.Moves.ShouldBe([ReferralMove.Acknowledge, ReferralMove.Return]);
    }

    [Fact]
    public async Task The_discipline_desk_sees_neither_problems_nor_notices()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync();
        await campaign.TransferredReferralAsync(problem);
        var desk = campaign.As(campaign.DisciplineOfficer);

        (await desk.Send(new GetProblem(problem))).ShouldBeNotAllowed();
        (await desk.Send(new GetNotice((await campaign.ProblemAsync(problem)).OpenNoticeId!.Value))).ShouldBeNotAllowed();
    }

    [Fact]
    public async Task Nobody_of_the_unit_sees_a_referral_about_it_even_from_the_office_or_the_desk()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.TransferredReferralAsync();
        (await campaign.As(campaign.Leader).Send(new GetReferral(id))).ShouldBeNotAllowed();
        var insider = await campaign.Rectify.AddPersonAsync("派驻人员", Role.DisciplineOfficer | Role.OfficeClerk, campaign.Unit);

        (await campaign.As(insider).Do(new ListReferrals())).Items.ShouldBeEmpty();
        (await campaign.As(insider).Send(new GetReferral(id))).ShouldBeNotFound();
        (await campaign.Rectify.EntriesOfAsync(id)).ShouldAllBe(entry => entry.UnitId == null);
    }

    [Fact]
    public async Task The_package_holds_the_notices_with_delivery_and_proof_of_no_reply_and_changes_no_more()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync();
        var last = (await campaign.ProblemAsync(problem)).OpenNoticeId!.Value;
        var id = await campaign.ApprovedReferralAsync(problem);
        var before = await campaign.Rectify.FindAsync<Referral>(id);
        before.PackageSha256.ShouldBe(ReferralPackage.HashOf(before.PackageJson));
        await campaign.ReplyAsync(last);
        campaign.Time.AdvanceDays(3);
        await campaign.As(campaign.OfficeLeader).Do(new TransferReferral(id, 2));

        var view = await campaign.As(campaign.DisciplineOfficer).Do(new GetReferral(id));
        (view.Referral.PackageJson, view.Referral.PackageSha256).ShouldBe((before.PackageJson, before.PackageSha256));
        view.Package!.ToJson().ShouldBe(before.PackageJson);
        view.Package.Notices.Select(notice => notice.Number).ShouldBe(["某府办督字〔2026〕1号", "某府办督字〔2026〕2号", "某府办督字〔2026〕3号"]);
        view.Package.Notices.ShouldAllBe(notice => notice.NoReplyUntil != null && notice.Delivery == "送达办公室" && notice.Entries.Count == 3);
        view.Package.Problem.Unit.ShouldBe(campaign.Unit.Name);
    }

    [Fact]
    public async Task A_returned_referral_is_drafted_anew_approved_anew_and_only_then_seen_again()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.TransferredReferralAsync();
        (await campaign.As(campaign.DisciplineOfficer).Send(new ReturnReferral(id, 3, ""))).ShouldBeInvalid("Reasons", "Required");
        await campaign.As(campaign.DisciplineOfficer).Do(new ReturnReferral(id, 3, "缺送达凭证"));
        (await campaign.As(campaign.Clerk).Do(new ListReferrals(WaitingForMe: true))).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        (await campaign.As(campaign.DisciplineOfficer).Do(new GetReferral(id))).Referral.ReturnReasons.ShouldBe("缺送达凭证");

        await campaign.As(campaign.Clerk).Do(new RedraftReferral(id, 4, "函", "补充送达凭证后提请处理"));
        (await campaign.As(campaign.DisciplineOfficer).Send(new GetReferral(id))).ShouldBeNotFound();
        (await campaign.As(campaign.OfficeLeader).Send(new TransferReferral(id, 5))).ShouldBeRefused(Rule.WrongState);
        await campaign.As(campaign.OfficeLeader).Do(new ApproveReferral(id, 5, ""));
        await campaign.As(campaign.OfficeLeader).Do(new TransferReferral(id, 6));
        var view = await campaign.As(campaign.DisciplineOfficer).Do(new GetReferral(id));
        (view.Package!.Letter, view.Timeline.Count).ShouldBe(("补充送达凭证后提请处理", 1));
        await campaign.Rectify.ShouldEqualItsFoldAsync<Referral>(id);
    }

    [Fact]
    public async Task The_leader_dismisses_a_draft_or_a_returned_referral_but_none_that_is_with_the_discipline_body()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var draft = await campaign.DraftedReferralAsync();
        (await campaign.As(campaign.Clerk).Send(new DismissReferral(draft, 1, "已整改"))).ShouldBeNotAllowed();
        await campaign.As(campaign.OfficeLeader).Do(new DismissReferral(draft, 1, "已整改"));
        (await campaign.CandidatesAsync()).ShouldBeEmpty();

        var transferred = await campaign.TransferredReferralAsync();
        (await campaign.As(campaign.OfficeLeader).Send(new DismissReferral(transferred, 3, "已整改"))).ShouldBeRefused(Rule.WrongState);
        await campaign.As(campaign.DisciplineOfficer).Do(new ReturnReferral(transferred, 3, "不属管辖"));
        await campaign.As(campaign.OfficeLeader).Do(new DismissReferral(transferred, 4, "不属管辖"));
        await campaign.Rectify.ShouldEqualItsFoldAsync<Referral>(transferred);
    }

    [Fact]
    public async Task The_outcome_is_recorded_by_the_discipline_officer_after_the_receipt()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.TransferredReferralAsync();
        (await campaign.As(campaign.DisciplineOfficer).Send(new RecordReferralOutcome(id, 3, "谈话提醒"))).ShouldBeRefused(Rule.WrongState);
        foreach (var person in new[] { campaign.Clerk, campaign.OfficeLeader, campaign.Checker, campaign.Handler, campaign.Official, campaign.Administrator })
        {
            (await campaign.As(person).Send(new AcknowledgeReferral(id, 3, ""))).ShouldBeNotAllowed();
            (await campaign.As(person).Send(new RecordReferralOutcome(id, 3, "谈话提醒"))).ShouldBeNotAllowed();
        }
    }

    [Fact]
    public async Task A_failure_during_a_running_referral_makes_a_candidate_once_that_one_is_archived()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync();
        var id = await campaign.TransferredReferralAsync(problem);
        await campaign.UnansweredAsync(problem);
        (await campaign.CandidatesAsync()).ShouldBeEmpty();

        await campaign.As(campaign.DisciplineOfficer).Do(new AcknowledgeReferral(id, 3, ""));
        await campaign.As(campaign.DisciplineOfficer).Do(new RecordReferralOutcome(id, 4, "谈话提醒"));
        await campaign.As(campaign.Clerk).Do(new ArchiveReferral(id, 5));
        (await campaign.CandidatesAsync()).ShouldHaveSingleItem().Notices.Count.ShouldBe(4);
    }
}
