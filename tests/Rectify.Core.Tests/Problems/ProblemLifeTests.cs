using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Shouldly;

namespace Rectify.Core.Tests.Problems;

public sealed class ProblemLifeTests
{
    [Fact]
    public async Task A_problem_goes_from_registration_to_closing_and_its_ledger_tells_each_step()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.ClosedAsync();

        var problem = await campaign.ProblemAsync(id);
        problem.State.ShouldBe(ProblemState.Closed);
        problem.CloseOut!.Hands.Distinct().Count().ShouldBe(5);
        var entries = await campaign.Rectify.EntriesOfAsync(id);
        entries.Select(entry => entry.Event).ShouldBe(
        [
            nameof(ProblemFound), nameof(ProblemAssigned), nameof(PlanPrepared), nameof(PlanSubmitted), nameof(PlanApproved), nameof(MeasureTicked), nameof(MeasureTicked),
            nameof(EvidenceAdded), nameof(CloseOutPrepared), nameof(CloseOutApplied), nameof(FirstReviewPassed), nameof(RecheckPassed), nameof(ProblemClosed),
        ]);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task A_unit_enters_its_list_and_the_leader_submits_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = Ids.New();
        await campaign.As(campaign.Handler).Do(new SaveProblemEntry(campaign.Id, id, 0, campaign.Finding(), RunningCampaign.Plan(), [campaign.OtherUnit.Id]));
        (await campaign.ProblemAsync(id)).Number.ShouldBeNull();

        await campaign.As(campaign.Leader).Do(new SubmitProblemList(campaign.Id, false, 1, ""));

        var problem = await campaign.ProblemAsync(id);
        (problem.State, problem.Number).ShouldBe((ProblemState.Registered, 1));
        var list = await campaign.As(campaign.Clerk).Do(new GetUnitList(campaign.Id, campaign.Unit.Id, null));
        list.Entries.ShouldHaveSingleItem().Number.ShouldBe(1);
        list.CanReview.ShouldBeTrue();
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }
}
