using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Shouldly;

namespace Rectify.Core.Tests.Problems;

public sealed class QueueTests
{
    [Fact]
    public async Task Each_queue_holds_what_waits_for_it_and_can_be_read_by_those_whose_desk_it_is_on()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var registered = await campaign.RegisteredAsync();
        var assigned = await campaign.AssignedAsync(dueInDays: 2);
        var applied = await campaign.AppliedAsync();
        var rechecked = await campaign.RecheckedAsync();

        (await IdsAsync(campaign, campaign.Clerk, ProblemQueue.ToAssign)).ShouldBe([registered]);
        (await IdsAsync(campaign, campaign.Handler, ProblemQueue.ToPlan)).ShouldBe([assigned]);
        (await IdsAsync(campaign, campaign.Handler, ProblemQueue.DueSoon)).ShouldBe([assigned]);
        (await IdsAsync(campaign, campaign.OtherHandler, ProblemQueue.ToPlan)).ShouldBeEmpty();
        (await IdsAsync(campaign, campaign.Clerk, ProblemQueue.ToFirstReview)).ShouldBe([applied]);
        (await IdsAsync(campaign, campaign.OfficeLeader, ProblemQueue.ToClose)).ShouldBe([rechecked]);
        (await campaign.As(campaign.Handler).Send(new ListQueue(campaign.Id, ProblemQueue.ToClose))).ShouldBeNotAllowed();

        campaign.Time.AdvanceDays(3);
        (await IdsAsync(campaign, campaign.Handler, ProblemQueue.Overdue)).ShouldBe([assigned]);
        (await IdsAsync(campaign, campaign.Official, ProblemQueue.OverdueAtUnits)).ShouldBe([assigned]);
    }

    [Fact]
    public async Task A_look_back_falls_due_and_its_recurrence_waits_for_the_office_leader()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { LookBackPercent = 100 });
        var closed = await campaign.ClosedAsync();
        (await IdsAsync(campaign, campaign.Checker, ProblemQueue.LookBackDue)).ShouldBeEmpty();

        campaign.Time.AdvanceDays(30);
        (await IdsAsync(campaign, campaign.Checker, ProblemQueue.LookBackDue)).ShouldBe([closed]);
        await campaign.As(campaign.Checker).Do(new RecordLookBack(closed, await campaign.VersionAsync(closed), Ids.New(), true, "终端再次停用"));

        (await IdsAsync(campaign, campaign.Checker, ProblemQueue.LookBackDue)).ShouldBeEmpty();
        (await IdsAsync(campaign, campaign.OfficeLeader, ProblemQueue.ToReopen)).ShouldBe([closed]);
        await campaign.As(campaign.OfficeLeader).Do(new ReopenProblem(closed, await campaign.VersionAsync(closed), campaign.Today.AddDays(10), "反弹"));
        (await campaign.ProblemAsync(closed)).RecurrenceCount.ShouldBe(1);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(closed);
    }

    private static async Task<IEnumerable<Guid>> IdsAsync(RunningCampaign campaign, Person person, ProblemQueue queue) =>
        (await campaign.As(person).Do(new ListQueue(campaign.Id, queue))).Rows.Select(row => row.Id);
}
