using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

public sealed class AssignmentTests
{
    [Fact]
    public async Task A_due_date_counted_in_working_days_tells_how_it_came_about()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        campaign.Time.Set(2026, 4, 30);
        var id = await campaign.RegisteredAsync();
        await campaign.Move(campaign.Clerk, id, version => new AssignProblem(id, version, campaign.Unit.Id, ProblemKind.TimeLimited, null, 5, [], "尽快办理"));

        var view = await campaign.As(campaign.Handler).Do(new GetProblem(id));
        view.Problem.DueDate.ShouldBe(new DateOnly(2026, 5, 11), "five days off and one Saturday worked");
        view.Problem.DueBasis.ShouldBe(new DueBasis(new DateOnly(2026, 4, 30), 5));
        view.Deadline.ShouldNotBeNull().Date.ShouldBe(view.Problem.DueDate!.Value);
        view.Deadline.Days.Count(day => day.IsCounted).ShouldBe(5);
        view.ObjectionUntil.ShouldBe(new DateOnly(2026, 5, 11));
        view.Timeline[^1].Why.ShouldBe("尽快办理");
    }

    [Fact]
    public async Task A_holiday_table_imported_later_moves_no_due_date_and_the_count_is_no_longer_told_by_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        campaign.Time.Set(2026, 12, 31);
        var id = await campaign.RegisteredAsync();
        await campaign.Move(campaign.Clerk, id, version => new AssignProblem(id, version, campaign.Unit.Id, ProblemKind.TimeLimited, null, 3, [], ""));
        (await campaign.As(campaign.Handler).Do(new GetProblem(id))).Deadline.ShouldNotBeNull().IsProvisional.ShouldBeTrue();
        await campaign.As(campaign.Administrator).Do(new ImportHolidayYear(Ids.New(), """{"year":2027,"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}"""));

        var view = await campaign.As(campaign.Handler).Do(new GetProblem(id));
        (view.Problem.DueDate, view.Deadline).ShouldBe((new DateOnly(2027, 1, 5), null));
    }

    [Fact]
    public async Task A_problem_to_be_corrected_at_once_gets_the_policys_working_days_and_a_named_date_needs_no_count()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        campaign.Time.Set(2026, 2, 13);
        var (atOnce, named) = (await campaign.RegisteredAsync(kind: ProblemKind.Immediate), await campaign.RegisteredAsync());
        await campaign.Move(campaign.Clerk, atOnce, version => new AssignProblem(atOnce, version, campaign.Unit.Id, ProblemKind.Immediate, null, null, [], ""));
        await campaign.Move(campaign.Clerk, named, version => new AssignProblem(named, version, campaign.Unit.Id, ProblemKind.TimeLimited, new DateOnly(2026, 3, 31), null, [], ""));

        (await campaign.ProblemAsync(atOnce)).DueDate.ShouldBe(new DateOnly(2026, 2, 25));
        var view = await campaign.As(campaign.Handler).Do(new GetProblem(named));
        (view.Problem.DueBasis!.WorkingDays, view.Deadline).ShouldBe((null, null));
    }

    [Fact]
    public async Task An_assignment_may_name_and_change_the_assisting_units()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RegisteredAsync();
        await campaign.Move(campaign.Clerk, id, version => new AssignProblem(id, version, campaign.Unit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(9), null, [campaign.OtherUnit.Id], ""));

        (await campaign.ProblemAsync(id)).AssistingUnits.ShouldBe([new AssistingUnit(campaign.OtherUnit.Id)]);
        (await campaign.As(campaign.OtherHandler).Send(new GetProblem(id))).ShouldSucceed();
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task A_time_limited_problem_is_not_assigned_without_a_time_limit()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RegisteredAsync();
        Task<Result<Done>> Assign(DateOnly? due, int? days) => campaign.Try(campaign.Clerk, id, version => new AssignProblem(id, version, campaign.Unit.Id, ProblemKind.TimeLimited, due, days, [], ""));

        (await Assign(null, null)).ShouldBeInvalid("DueDate", "Required");
        (await Assign(null, 0)).ShouldBeInvalid("WorkingDays", "OutOfRange");
        (await Assign(campaign.Today.AddDays(-1), null)).ShouldBeRefused(Rule.DueDateInThePast);
        (await Assign(campaign.Today, null)).ShouldSucceed();
        (await Assign(campaign.Today, null)).ShouldBeRefused(Rule.WrongState);
    }

    [Fact]
    public async Task What_a_unit_reported_is_assigned_once_its_list_is_accepted()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.DraftAsync();
        await campaign.SubmitAsync();
        Task<Result<Done>> Assign() => campaign.Try(campaign.Clerk, id, version => new AssignProblem(id, version, campaign.Unit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(20), null, [], ""));

        (await Assign()).ShouldBeRefused(Rule.ListNotAccepted);
        await campaign.AcceptAsync();
        (await Assign()).ShouldSucceed();
    }

    [Fact]
    public async Task A_unit_objects_within_the_working_days_and_not_a_day_later()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        campaign.Time.Set(2026, 3, 6);
        var (inTime, late) = (await campaign.AssignedAsync(), await campaign.AssignedAsync());

        campaign.Time.Set(2026, 3, 13, 23, 59);
        (await Object(campaign, inTime)).ShouldSucceed();
        campaign.Time.Set(2026, 3, 14, 0, 0);
        (await Object(campaign, late)).ShouldBeRefused(Rule.ObjectionTooLate);
    }

    [Fact]
    public async Task An_upheld_objection_makes_the_problem_wait_for_another_unit()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.AssignedAsync();
        await Object(campaign, id);
        (await campaign.Try(campaign.Handler, id, version => new PreparePlan(id, version, RunningCampaign.Plan()))).ShouldBeRefused(Rule.SomethingElsePending);
        (await campaign.Try(campaign.OfficeLeader, id, version => new DecideAssignmentObjection(id, version, true, " "))).ShouldBeInvalid("Reasons", "Required");
        await campaign.Move(campaign.OfficeLeader, id, version => new DecideAssignmentObjection(id, version, true, "职责已划转"));

        var open = await campaign.ProblemAsync(id);
        (open.State, open.DueDate, open.OriginalDueDate, open.AssignedOn, open.Pending).ShouldBe((ProblemState.Registered, null, null, null, PendingDecision.None));
        (open.Objection!.Upheld, open.Objection.Decision!.Text).ShouldBe((true, "职责已划转"));
        await campaign.Move(campaign.Clerk, id, version => new AssignProblem(id, version, campaign.OtherUnit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(20), null, [], ""));

        var given = await campaign.ProblemAsync(id);
        (given.State, given.UnitId, given.Objection).ShouldBe((ProblemState.Assigned, campaign.OtherUnit.Id, null));
        (await campaign.As(campaign.Handler).Send(new GetProblem(id))).ShouldBeNotFound();
        (await campaign.As(campaign.OtherHandler).Send(new GetProblem(id))).ShouldSucceed();
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task A_refused_objection_leaves_everything_where_it_was()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.AssignedAsync();
        var due = (await campaign.ProblemAsync(id)).DueDate;
        await Object(campaign, id);
        await campaign.Move(campaign.OfficeLeader, id, version => new DecideAssignmentObjection(id, version, false, "属该单位职责"));

        var problem = await campaign.ProblemAsync(id);
        (problem.State, problem.DueDate, problem.Objection!.Upheld).ShouldBe((ProblemState.Assigned, due, false));
        (await campaign.Try(campaign.OfficeLeader, id, version => new DecideAssignmentObjection(id, version, true, "再议"))).ShouldBeRefused(Rule.NothingPending);
        (await campaign.Try(campaign.Handler, id, version => new PreparePlan(id, version, RunningCampaign.Plan()))).ShouldSucceed();
    }

    [Fact]
    public async Task Only_an_assigned_problem_can_be_objected_to()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (registered, rectifying) = (await campaign.RegisteredAsync(), await campaign.RectifyingAsync());

        (await Object(campaign, registered)).ShouldBeRefused(Rule.WrongState);
        (await Object(campaign, rectifying)).ShouldBeRefused(Rule.WrongState);
    }

    private static Task<Result<Done>> Object(RunningCampaign campaign, Guid id) => campaign.Try(campaign.Handler, id, version => new ObjectToAssignment(id, version, "不属本单位职责"));
}
