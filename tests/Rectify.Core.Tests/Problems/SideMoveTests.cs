using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

/// <summary>Merge, void, carry over.</summary>
public sealed class SideMoveTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private readonly RunningCampaign _campaign = shared.Campaign;

    [Fact]
    public async Task A_merged_problem_points_to_the_one_that_answers_for_it()
    {
        var (id, target) = (await _campaign.AssignedAsync(), await _campaign.RectifyingAsync());
        var (number, into) = (await NumberAsync(id), await NumberAsync(target));
        (await Merge(id, 9999)).ShouldBeInvalid("TargetNumber", "NoSuchNumber");
        (await Merge(id, number)).ShouldBeRefused(Rule.MergeIntoItself);
        (await Merge(id, into)).ShouldSucceed();

        var merged = await _campaign.As(_campaign.Clerk).Do(new GetProblem(id));
        (merged.Problem.State, merged.Problem.MergedIntoId, merged.MergedIntoNumber, merged.Problem.Number).ShouldBe((ProblemState.Merged, target, into, number));
        var answering = await _campaign.As(_campaign.Clerk).Do(new GetProblem(target));
        answering.Absorbed.ShouldBe([number]);
        answering.Timeline[^1].Event.ShouldBe(nameof(ProblemAbsorbed));
        (await Merge(id, into)).ShouldBeRefused(Rule.WrongState);
        await _campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
        await _campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(target);
    }

    [Fact]
    public async Task Nothing_is_merged_into_what_has_ended()
    {
        var (id, closed, voided) = (await _campaign.AssignedAsync(), await _campaign.ClosedAsync(), await _campaign.RegisteredAsync());
        await _campaign.Move(_campaign.OfficeLeader, voided, version => new VoidProblem(voided, version, "不属实"));

        (await Merge(id, await NumberAsync(closed))).ShouldBeRefused(Rule.MergeTargetNotOpen);
        (await Merge(id, await NumberAsync(voided))).ShouldBeRefused(Rule.MergeTargetNotOpen);
    }

    [Fact]
    public async Task A_void_problem_keeps_its_number_and_its_reason()
    {
        var id = await _campaign.RectifyingAsync();
        var number = await NumberAsync(id);
        (await _campaign.Try(_campaign.OfficeLeader, id, version => new VoidProblem(id, version, ""))).ShouldBeInvalid("Reason", "Required");
        await _campaign.Move(_campaign.OfficeLeader, id, version => new VoidProblem(id, version, "经核查不属实"));

        (await _campaign.ProblemAsync(id)).State.ShouldBe(ProblemState.Void);
        (await _campaign.Rectify.EntriesOfAsync(id))[^1].Why.ShouldBe("经核查不属实");
        (await NumberAsync(await _campaign.RegisteredAsync())).ShouldBe(number + 1);
        (await _campaign.Try(_campaign.Handler, id, version => new TickMeasure(id, version, 0, _campaign.Today, ""))).ShouldBeRefused(Rule.WrongState);
    }

    [Fact]
    public async Task A_problem_carried_over_keeps_its_state_and_its_date()
    {
        var id = await _campaign.RectifyingAsync();
        var before = await _campaign.ProblemAsync(id);
        await _campaign.Move(_campaign.OfficeLeader, id, version => new CarryProblemOver(id, version, "设备未到"));

        var problem = await _campaign.ProblemAsync(id);
        (problem.IsCarriedOver, problem.State, problem.DueDate).ShouldBe((true, before.State, before.DueDate));
        (await _campaign.Try(_campaign.OfficeLeader, id, version => new CarryProblemOver(id, version, "设备未到"))).ShouldBeRefused(Rule.WrongState);
    }

    private async Task<int> NumberAsync(Guid id) => (await _campaign.ProblemAsync(id)).Number!.Value;

    private Task<Result<Done>> Merge(Guid id, int target) => _campaign.Try(_campaign.OfficeLeader, id, version => new MergeProblem(id, version, target, "同一窗口同一问题"));
}
