using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Campaigns;

public sealed class PhaseTests
{
    [Fact]
    public async Task Self_inspection_ends_only_when_every_unit_has_sent_a_list_or_a_nil_return()
    {
        await using var campaign = await RunningCampaign.StartAsync(phase: PhaseKind.SelfInspection);
        await campaign.DraftAsync();
        await UnmetAsync(campaign, (ExitCondition.ListMissing, campaign.Unit.Id, 1), (ExitCondition.ListMissing, campaign.OtherUnit.Id, 1));

        await campaign.SubmitAsync();
        await UnmetAsync(campaign, (ExitCondition.ListMissing, campaign.OtherUnit.Id, 1));
        (await EndAsync(campaign, PhaseKind.SelfInspection)).ShouldBeRefused(Rule.PhaseExitNeedsWaiver);

        await campaign.SubmitAsync(campaign.OtherLeader);
        await UnmetAsync(campaign);
        (await EndAsync(campaign, PhaseKind.SelfInspection)).ShouldSucceed();
        (await campaign.Rectify.FindAsync<Campaign>(campaign.Id)).CurrentPhase.ShouldBe(PhaseKind.Concentrated);
    }

    [Fact]
    public async Task A_list_sent_back_is_owed_again()
    {
        await using var campaign = await RunningCampaign.StartAsync(phase: PhaseKind.SelfInspection);
        await campaign.SubmitAsync(campaign.OtherLeader);
        await campaign.DraftAsync();
        await campaign.SubmitAsync();
        await campaign.ReturnAsync();

        await UnmetAsync(campaign, (ExitCondition.ListNotAccepted, campaign.Unit.Id, 1));
        await campaign.SubmitAsync();
        await UnmetAsync(campaign);
    }

    [Fact]
    public async Task Rectifying_ends_only_when_every_problem_is_closed_long_term_carried_over_or_set_aside()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.ClosedAsync();
        var longTerm = await campaign.RectifyingAsync();
        var (carried, voided, merged) = (await campaign.RegisteredAsync(), await campaign.RegisteredAsync(), await campaign.RegisteredAsync());
        await UnmetAsync(campaign, (ExitCondition.ProblemOpen, campaign.Unit.Id, 4));

        await campaign.Move(campaign.Handler, longTerm, version => new AskLongTerm(longTerm, version, "每季度抽查合格", campaign.Today.AddDays(90), "须长期坚持"));
        await campaign.Move(campaign.Leader, longTerm, version => new SignForUnit(longTerm, version));
        await campaign.Move(campaign.OfficeLeader, longTerm, version => new DecideLongTerm(longTerm, version, true, ""));
        await campaign.Move(campaign.OfficeLeader, merged, version => new MergeProblem(merged, version, 3, "同一窗口同一问题"));
        await campaign.Move(campaign.OfficeLeader, voided, version => new VoidProblem(voided, version, "不属实"));
        (await EndAsync(campaign, PhaseKind.Concentrated)).ShouldBeRefused(Rule.PhaseExitNeedsWaiver);

        await campaign.Move(campaign.OfficeLeader, carried, version => new CarryProblemOver(carried, version, "设备采购未到"));
        await UnmetAsync(campaign);
        (await EndAsync(campaign, PhaseKind.Concentrated)).ShouldSucceed();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("牵头领导同意", "")]
    [InlineData("", "协调小组组长")]
    [InlineData("   ", "协调小组组长")]
    public async Task A_waiver_needs_a_reason_and_a_name(string waiver, string by)
    {
        await using var campaign = await RunningCampaign.StartAsync(phase: PhaseKind.SelfInspection);

        (await EndAsync(campaign, PhaseKind.SelfInspection, waiver, by)).ShouldBeRefused(Rule.PhaseExitNeedsWaiver);
        (await EndAsync(campaign, PhaseKind.SelfInspection, "牵头领导同意先行整改", "协调小组组长")).ShouldSucceed();

        var end = (await campaign.Rectify.FindAsync<Campaign>(campaign.Id)).PhaseEnds[^1];
        (end.Phase, end.UnmetCount, end.Waiver, end.WaivedBy, end.By).ShouldBe((PhaseKind.SelfInspection, 2, "牵头领导同意先行整改", "协调小组组长", "办公室主任"));
        (await campaign.Rectify.EntriesOfAsync(campaign.Id))[^1].Why.ShouldBe("牵头领导同意先行整改");
        await campaign.Rectify.ShouldEqualItsFoldAsync<Campaign>(campaign.Id);
    }

    [Fact]
    public async Task Mobilisation_ends_only_with_units_to_mobilise()
    {
        await using var campaign = await RunningCampaign.StartAsync(phase: PhaseKind.Mobilisation);
        foreach (var unit in new[] { campaign.Unit, campaign.OtherUnit })
        {
            await campaign.As(campaign.Clerk).Do(new WithdrawUnit(campaign.Id, await VersionAsync(campaign), unit.Id));
        }

        (await EndAsync(campaign, PhaseKind.Mobilisation)).ShouldBeRefused(Rule.PhaseExitNeedsWaiver);
        await campaign.As(campaign.Clerk).Do(new EnrolUnit(campaign.Id, await VersionAsync(campaign), new Participant(campaign.Unit.Id, "局长", "副局长", "承办甲")));
        (await EndAsync(campaign, PhaseKind.Mobilisation)).ShouldSucceed();
    }

    [Fact]
    public async Task Only_the_running_phase_can_end()
    {
        await using var campaign = await RunningCampaign.StartAsync(phase: PhaseKind.SelfInspection);

        (await EndAsync(campaign, PhaseKind.Mobilisation, "说明", "组长")).ShouldBeRefused(Rule.PhaseNotCurrent);
        (await EndAsync(campaign, PhaseKind.Concentrated, "说明", "组长")).ShouldBeRefused(Rule.PhaseNotCurrent);
    }

    [Fact]
    public async Task Neighbouring_phases_may_share_their_boundary_day_and_one_phase_runs_at_a_time()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var day = campaign.Today;

        (await PlanAsync(campaign, Phases(day, 0, 10, 10, 25, 25, 40, 40, 60))).ShouldBeRefused(Rule.PhaseHasEnded);
        var kept = (await campaign.Rectify.FindAsync<Campaign>(campaign.Id)).Phases;
        (await PlanAsync(campaign, [kept[0], kept[1], kept[2] with { To = day.AddDays(80) }, kept[3] with { From = day.AddDays(80) }])).ShouldSucceed();

        var planned = await campaign.Rectify.FindAsync<Campaign>(campaign.Id);
        planned.Plan(PhaseKind.Concentrated).To.ShouldBe(planned.Plan(PhaseKind.InstitutionBuilding).From);
        planned.CurrentPhase.ShouldBe(PhaseKind.Concentrated);
    }

    [Fact]
    public async Task Phases_come_in_their_order_whole_and_without_overlap()
    {
        await using var campaign = await RunningCampaign.StartAsync(phase: PhaseKind.Mobilisation);
        var day = campaign.Today;
        var right = Phases(day, 0, 10, 10, 25, 25, 40, 40, 60);

        (await PlanAsync(campaign, Phases(day, 0, 10, 9, 25, 25, 40, 40, 60))).ShouldBeRefused(Rule.PhasesOverlap);
        (await PlanAsync(campaign, Phases(day, 0, 10, 25, 10, 25, 40, 40, 60))).ShouldBeRefused(Rule.PhaseDatesReversed);
        (await PlanAsync(campaign, right[..3])).ShouldBeRefused(Rule.PhasesIncomplete);
        (await PlanAsync(campaign, [right[1], right[0], right[2], right[3]])).ShouldBeRefused(Rule.PhasesIncomplete);
        (await PlanAsync(campaign, right)).ShouldSucceed();
    }

    [Fact]
    public async Task A_move_the_policy_keeps_out_of_a_phase_is_refused_there()
    {
        await using var campaign = await RunningCampaign.StartAsync(phase: PhaseKind.Mobilisation);
        var id = await campaign.RegisteredAsync();
        var assign = (int version) => new AssignProblem(id, version, campaign.Unit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(20), null, [], "");

        (await campaign.Try(campaign.Clerk, id, assign)).ShouldBeRefused(Rule.NotInThisPhase);
        await campaign.EndPhaseAsync(PhaseKind.Mobilisation);
        (await campaign.Try(campaign.Clerk, id, assign)).ShouldSucceed();
    }

    [Fact]
    public async Task After_the_end_nothing_new_comes_in_but_what_was_carried_over_is_worked_on()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { SiteCheckPercent = 0 });
        var (carried, unassigned) = (await campaign.RectifyingAsync(), await campaign.RegisteredAsync());
        await campaign.Move(campaign.OfficeLeader, carried, version => new CarryProblemOver(carried, version, "设备采购未到"));
        await campaign.EndPhaseAsync(PhaseKind.Concentrated);
        await campaign.EndPhaseAsync(PhaseKind.InstitutionBuilding);
        (await campaign.Rectify.FindAsync<Campaign>(campaign.Id)).State.ShouldBe(CampaignState.Finished);

        (await campaign.As(campaign.Clerk).Send(new RegisterProblem(campaign.Id, Ids.New(), campaign.Unit.Id, campaign.Finding(), []))).ShouldBeRefused(Rule.CampaignNotOpen);
        (await campaign.As(campaign.Handler).Send(new SaveProblemEntry(campaign.Id, Ids.New(), 0, campaign.Finding(), RectificationPlan.Empty, []))).ShouldBeRefused(Rule.CampaignNotOpen);
        (await campaign.Try(campaign.Clerk, unassigned, version => new AssignProblem(unassigned, version, campaign.Unit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(9), null, [], "")))
            .ShouldBeRefused(Rule.CampaignNotOpen);
        (await campaign.As(campaign.OfficeLeader).Send(new SetPolicy(campaign.Id, await VersionAsync(campaign), new()))).ShouldBeRefused(Rule.CampaignNotOpen);

        await campaign.ApplyAsync(carried);
        await campaign.ReviewAsync(carried);
        await campaign.Move(campaign.OfficeLeader, carried, version => new CloseProblem(carried, version, ""));
        (await campaign.ProblemAsync(carried)).State.ShouldBe(ProblemState.Closed);
    }

    private static CampaignPhase[] Phases(DateOnly day, params int[] days) =>
        [.. Enum.GetValues<PhaseKind>().Select((kind, i) => new CampaignPhase(kind, day.AddDays(days[2 * i]), day.AddDays(days[(2 * i) + 1]), ""))];

    private static async Task<Result<Done>> PlanAsync(RunningCampaign campaign, CampaignPhase[] phases) =>
        await campaign.As(campaign.Clerk).Send(new PlanPhases(campaign.Id, await VersionAsync(campaign), phases));

    private static async Task<int> VersionAsync(RunningCampaign campaign) => (await campaign.Rectify.FindAsync<Campaign>(campaign.Id)).Version;

    private static async Task<Result<Done>> EndAsync(RunningCampaign campaign, PhaseKind phase, string waiver = "", string by = "") =>
        await campaign.As(campaign.OfficeLeader).Send(new EndPhase(campaign.Id, await VersionAsync(campaign), phase, waiver, by));

    private static async Task UnmetAsync(RunningCampaign campaign, params (ExitCondition Condition, Guid Unit, int Count)[] expected)
    {
        var found = await campaign.As(campaign.Clerk).Do(new ListUnmet(campaign.Id));
        found.Select(unmet => (unmet.Condition, unmet.UnitId!.Value, unmet.Count)).ShouldBe(expected, ignoreOrder: true);
    }
}
