using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

public sealed class PlanTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private readonly RunningCampaign _campaign = shared.Campaign;

    [Fact]
    public async Task A_plan_is_prepared_signed_and_approved_before_work_begins()
    {
        var id = await _campaign.AssignedAsync();
        await Prepare(id, RunningCampaign.Plan());
        (await _campaign.ProblemAsync(id)).Pending.ShouldBe(PendingDecision.SignPlan);
        (await _campaign.Try(_campaign.Clerk, id, version => new ApprovePlan(id, version, ""))).ShouldBeRefused(Rule.WrongState);
        (await _campaign.Try(_campaign.Handler, id, version => new TickMeasure(id, version, 0, _campaign.Today, ""))).ShouldBeRefused(Rule.WrongState);

        await _campaign.Move(_campaign.Leader, id, version => new SignForUnit(id, version));
        (await _campaign.ProblemAsync(id)).State.ShouldBe(ProblemState.PlanSubmitted);
        await _campaign.Move(_campaign.Clerk, id, version => new ApprovePlan(id, version, "同意"));
        (await _campaign.ProblemAsync(id)).State.ShouldBe(ProblemState.Rectifying);
        (await _campaign.Try(_campaign.Clerk, id, version => new ApprovePlan(id, version, "同意"))).ShouldBeRefused(Rule.WrongState);
    }

    [Fact]
    public async Task A_plan_names_goal_measure_and_person()
    {
        var id = await _campaign.AssignedAsync();
        var plan = RunningCampaign.Plan();

        (await Prepare(id, plan with { Goal = "" })).ShouldBeInvalid("Plan.Goal", "Required");
        (await Prepare(id, plan with { Measures = [] })).ShouldBeInvalid("Plan.Measures", "Required");
        (await Prepare(id, plan with { ResponsiblePerson = "" })).ShouldBeInvalid("Plan.ResponsiblePerson", "Required");
        (await Prepare(id, plan with { Measures = [.. Enumerable.Repeat(plan.Measures[0], 21)] })).ShouldBeInvalid("Plan.Measures", "TooManyMeasures");
        (await Prepare(id, plan)).ShouldSucceed();
    }

    [Fact]
    public async Task A_plan_is_done_by_the_assigned_date_and_not_before_today()
    {
        var id = await _campaign.AssignedAsync(dueInDays: 10);

        (await Prepare(id, RunningCampaign.Plan(_campaign.Today.AddDays(11)))).ShouldBeRefused(Rule.DueAfterAssigned);
        (await Prepare(id, RunningCampaign.Plan(_campaign.Today.AddDays(-1)))).ShouldBeRefused(Rule.DueDateInThePast);
        (await Prepare(id, RunningCampaign.Plan(_campaign.Today.AddDays(10)))).ShouldSucceed();
    }

    [Fact]
    public async Task An_approved_plan_that_is_faster_moves_the_due_date_and_keeps_the_first_one()
    {
        var id = await _campaign.RegisteredAsync();
        await _campaign.Move(_campaign.Clerk, id, version => new AssignProblem(id, version, _campaign.Unit.Id, ProblemKind.TimeLimited, null, 15, [], ""));
        var assigned = (await _campaign.ProblemAsync(id)).DueDate;
        await Prepare(id, RunningCampaign.Plan(_campaign.Today.AddDays(4)));
        await _campaign.Move(_campaign.Leader, id, version => new SignForUnit(id, version));
        (await _campaign.ProblemAsync(id)).DueDate.ShouldBe(assigned, "the office has not approved it yet");
        await _campaign.Move(_campaign.Clerk, id, version => new ApprovePlan(id, version, ""));

        var view = await _campaign.As(_campaign.Handler).Do(new GetProblem(id));
        (view.Problem.DueDate, view.Problem.OriginalDueDate).ShouldBe((_campaign.Today.AddDays(4), assigned));
        view.Deadline.ShouldBeNull("the date in force was named, not counted");
        await _campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task A_plan_sent_back_says_what_is_required_and_keeps_the_due_date()
    {
        var id = await _campaign.AssignedAsync();
        var due = (await _campaign.ProblemAsync(id)).DueDate;
        await Prepare(id, RunningCampaign.Plan());
        await _campaign.Move(_campaign.Leader, id, version => new SignForUnit(id, version));
        (await _campaign.Try(_campaign.Clerk, id, version => new ReturnPlan(id, version, ""))).ShouldBeInvalid("FurtherRequirement", "Required");
        await _campaign.Move(_campaign.Clerk, id, version => new ReturnPlan(id, version, "补充长效措施"));

        var problem = await _campaign.ProblemAsync(id);
        (problem.State, problem.DueDate, problem.ReturnCount).ShouldBe((ProblemState.Assigned, due, 1));
        (problem.Returned!.FurtherRequirement, problem.Returned.FromState, problem.Returned.ByName).ShouldBe(("补充长效措施", ProblemState.PlanSubmitted, "经办一"));
        await Prepare(id, RunningCampaign.Plan());
        await _campaign.Move(_campaign.Leader, id, version => new SignForUnit(id, version));
        (await _campaign.ProblemAsync(id)).Returned.ShouldBeNull();
    }

    [Fact]
    public async Task A_leader_gives_the_paper_back_with_reasons_and_signs_only_what_waits()
    {
        var id = await _campaign.AssignedAsync();
        (await _campaign.Try(_campaign.Leader, id, version => new SignForUnit(id, version))).ShouldBeRefused(Rule.NothingPending);
        (await _campaign.Try(_campaign.Leader, id, version => new DeclineToSign(id, version, "措施不实"))).ShouldBeRefused(Rule.NothingPending);

        await Prepare(id, RunningCampaign.Plan());
        (await _campaign.Try(_campaign.Leader, id, version => new DeclineToSign(id, version, " "))).ShouldBeInvalid("Reasons", "Required");
        await _campaign.Move(_campaign.Leader, id, version => new DeclineToSign(id, version, "措施不实"));
        var problem = await _campaign.ProblemAsync(id);
        (problem.State, problem.Pending).ShouldBe((ProblemState.Assigned, PendingDecision.None));
        (await _campaign.Rectify.EntriesOfAsync(id))[^1].Why.ShouldBe("措施不实");
    }

    [Fact]
    public async Task A_problem_to_be_corrected_at_once_goes_to_work_on_what_its_list_says()
    {
        var id = await _campaign.DraftAsync();
        await _campaign.SubmitAsync();
        await _campaign.AcceptAsync();
        await _campaign.Move(_campaign.Clerk, id, version => new AssignProblem(id, version, _campaign.Unit.Id, ProblemKind.Immediate, null, null, [], ""));

        (await Start(id)).ShouldSucceed();
        (await _campaign.ProblemAsync(id)).State.ShouldBe(ProblemState.Rectifying);
    }

    [Fact]
    public async Task Without_goal_measure_and_person_even_an_immediate_problem_needs_its_plan()
    {
        var found = await _campaign.AssignedAsync(kind: ProblemKind.Immediate);
        (await Start(found)).ShouldBeRefused(Rule.PlanNeedsGoal);
        (await StartedWith(RunningCampaign.Plan() with { Measures = [] })).ShouldBeRefused(Rule.PlanNeedsMeasure);
        (await StartedWith(RunningCampaign.Plan() with { ResponsiblePerson = "" })).ShouldBeRefused(Rule.PlanNeedsPerson);
        (await StartedWith(RunningCampaign.Plan())).ShouldSucceed();
    }

    [Fact]
    public async Task Only_an_immediate_problem_goes_without_a_plan()
    {
        (await Start(await _campaign.AssignedAsync())).ShouldBeRefused(Rule.PlanNotSkippable);
    }

    [Fact]
    public async Task A_campaign_may_ask_a_plan_of_immediate_problems_too()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { ImmediateSkipsPlan = false });
        var id = await campaign.AssignedAsync(kind: ProblemKind.Immediate);

        (await campaign.Try(campaign.Handler, id, version => new StartWithoutPlan(id, version))).ShouldBeRefused(Rule.PlanNotSkippable);
    }

    [Fact]
    public async Task A_measure_is_ticked_off_on_a_day_that_has_come_and_can_be_taken_back()
    {
        var id = await _campaign.RectifyingAsync();
        Task<Result<Done>> Tick(int index, DateOnly? on) => _campaign.Try(_campaign.Handler, id, version => new TickMeasure(id, version, index, on, "已办"));

        (await Tick(2, _campaign.Today)).ShouldBeRefused(Rule.MeasureUnknown);
        (await Tick(-1, _campaign.Today)).ShouldBeRefused(Rule.MeasureUnknown);
        (await Tick(0, _campaign.Today.AddDays(1))).ShouldBeRefused(Rule.MeasureDoneInTheFuture);
        (await Tick(0, _campaign.Today)).ShouldSucceed();
        (await _campaign.ProblemAsync(id)).Measures.Select(measure => measure.DoneOn).ShouldBe([_campaign.Today, null]);
        (await Tick(0, null)).ShouldSucceed();
        (await _campaign.ProblemAsync(id)).Measures[0].DoneOn.ShouldBeNull();
    }

    private Task<Result<Done>> Prepare(Guid id, RectificationPlan plan) => _campaign.Try(_campaign.Handler, id, version => new PreparePlan(id, version, plan));

    private Task<Result<Done>> Start(Guid id) => _campaign.Try(_campaign.Handler, id, version => new StartWithoutPlan(id, version));

    /// <summary>An immediate problem of the other unit's list with this plan, started without another one.</summary>
    private async Task<Result<Done>> StartedWith(RectificationPlan plan)
    {
        var id = Ids.New();
        await _campaign.As(_campaign.OtherHandler).Do(new SaveProblemEntry(_campaign.Id, id, 0, _campaign.Finding($"空岗 {id:N}"), plan, []));
        await _campaign.SubmitAsync(_campaign.OtherLeader);
        await _campaign.AcceptAsync(_campaign.OtherHandler);
        await _campaign.Move(_campaign.Clerk, id, version => new AssignProblem(id, version, _campaign.OtherUnit.Id, ProblemKind.Immediate, null, null, [], ""));
        return await _campaign.Try(_campaign.OtherHandler, id, version => new StartWithoutPlan(id, version));
    }
}
