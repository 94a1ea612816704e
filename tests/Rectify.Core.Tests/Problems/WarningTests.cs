using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

public sealed class WarningTests
{
    /// <summary>A Tuesday before the Dragon Boat holiday: three working days reach over it to the Monday after.</summary>
    private static readonly DateOnly Today = new(2026, 6, 17);

    private static readonly WarningDates Dates = WarningDates.For(Today, new CampaignPolicy(), WorkingCalendar.BuiltIn);

    [Theory]
    [InlineData(ProblemState.Rectifying, -1, false, WarningColour.Red)]
    [InlineData(ProblemState.Rectifying, -1, true, WarningColour.Red)]
    [InlineData(ProblemState.Rectifying, 0, false, WarningColour.Blue)]
    [InlineData(ProblemState.Rectifying, 6, false, WarningColour.Blue)]
    [InlineData(ProblemState.Rectifying, 7, false, WarningColour.Green)]
    [InlineData(ProblemState.Rectifying, 30, true, WarningColour.Yellow)]
    [InlineData(ProblemState.Assigned, 1, false, WarningColour.Yellow)]
    [InlineData(ProblemState.PlanSubmitted, 1, false, WarningColour.Yellow)]
    [InlineData(ProblemState.Assigned, 5, false, WarningColour.Blue)]
    [InlineData(ProblemState.CloseOutApplied, -9, false, WarningColour.Green)]
    [InlineData(ProblemState.Closed, -9, false, WarningColour.Green)]
    [InlineData(ProblemState.LongTerm, -9, false, WarningColour.Green)]
    public void The_colour_follows_the_state_the_return_and_the_working_days_left(ProblemState state, int dueInDays, bool isReturned, WarningColour colour) =>
        Warning.Of(state, Today.AddDays(dueInDays), isReturned, Dates).ShouldBe(colour);

    [Fact]
    public void The_holiday_is_counted_out_of_the_days_left() =>
        (Dates.BehindUntil, Dates.SoonUntil).ShouldBe((new DateOnly(2026, 6, 18), new DateOnly(2026, 6, 23)));

    [Fact]
    public async Task A_query_finds_exactly_the_problems_the_function_gives_the_colour()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await EveryKindOfProblemAsync(campaign);
        await using var db = campaign.Rectify.Database.CreateDbContext();
        var problems = await db.Set<Problem>().ToListAsync();

        var today = campaign.Today.AddDays(10);
        var dates = WarningDates.For(today, new CampaignPolicy(), WorkingCalendar.BuiltIn);
        var expected = problems.ToLookup(problem => Warning.Of(problem.State, problem.DueDate, problem.Returned is not null, dates), problem => problem.Id);

        foreach (var colour in Enum.GetValues<WarningColour>())
        {
            expected[colour].ShouldNotBeEmpty();
            var found = await db.Set<Problem>().Where(Warning.Is(colour, dates)).Select(problem => problem.Id).ToListAsync();
            found.ShouldBe(expected[colour], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task The_counts_are_those_of_the_ledger_and_leave_out_what_does_not_wait_for_a_unit()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await EveryKindOfProblemAsync(campaign);
        campaign.Time.AdvanceDays(10);

        var counts = await campaign.As(campaign.Clerk).Do(new CountWarnings(campaign.Id));

        (counts.Red, counts.Yellow, counts.Blue).ShouldBe((await CountAsync(WarningColour.Red), await CountAsync(WarningColour.Yellow), await CountAsync(WarningColour.Blue)));
        counts.Green.ShouldBe(await CountAsync(WarningColour.Green) - 2);
        (await campaign.As(campaign.OtherHandler).Do(new CountWarnings(campaign.Id))).ShouldBe(new WarningCounts(0, 0, 0, 0));

        async Task<int> CountAsync(WarningColour colour) =>
            (await campaign.As(campaign.Clerk).Do(new ListLedger(campaign.Id, new LedgerFilter(Warning: colour)))).Total;
    }

    [Fact]
    public async Task Every_state_is_counted_as_the_ledger_lists_it_and_another_unit_counts_nothing()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await EveryKindOfProblemAsync(campaign);

        var counts = await campaign.As(campaign.Clerk).Do(new CountStates(campaign.Id));

        counts.Keys.ShouldContain(ProblemState.Rectifying);
        foreach (var state in Enum.GetValues<ProblemState>())
        {
            (await campaign.As(campaign.Clerk).Do(new ListLedger(campaign.Id, new LedgerFilter(State: state)))).Total.ShouldBe(counts.GetValueOrDefault(state), $"{state}");
        }

        (await campaign.As(campaign.OtherHandler).Do(new CountStates(campaign.Id))).ShouldBeEmpty();
    }

    /// <summary>Assigned and working ones, returned or not, due every day around the tenth; one registered and one applied for.</summary>
    private static async Task EveryKindOfProblemAsync(RunningCampaign campaign)
    {
        await campaign.RegisteredAsync();
        await campaign.AppliedAsync(dueInDays: 5);
        for (var day = 9; day <= 17; day++)
        {
            await campaign.AssignedAsync(day);
            await campaign.RectifyingAsync(day);
        }

        for (var day = 9; day <= 30; day += 7)
        {
            var returned = await campaign.AppliedAsync(day);
            await campaign.As(campaign.Clerk).Do(new ReturnCloseOut(returned, await campaign.VersionAsync(returned), "补充现场照片"));
        }
    }
}
