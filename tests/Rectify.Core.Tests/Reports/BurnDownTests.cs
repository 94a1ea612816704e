using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

public sealed class BurnDownTests
{
    [Fact]
    public async Task Open_problems_stand_against_the_straight_line_of_the_phase()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var start = campaign.Today;
        var id = await campaign.RecheckedAsync();
        await campaign.RegisteredAsync();
        campaign.Time.AdvanceDays(3);
        await campaign.As(campaign.OfficeLeader).Do(new CloseProblem(id, await campaign.VersionAsync(id), ""));
        await campaign.RegisteredAsync();
        await campaign.RegisteredAsync();

        var chart = await campaign.As(campaign.Official).Do(new GetBurnDown(campaign.Id));

        (chart.From, chart.To).ShouldBe((start.AddDays(-5), start.AddDays(60)));
        On(-5).ShouldBe((0, 0m), "nothing was open when the phase began");
        On(0).Open.ShouldBe(2);
        On(2).Open.ShouldBe(2);
        On(3).Open.ShouldBe(3);
        On(4).Open.ShouldBeNull("it is still to come");
        chart.Days[^1].Date.ShouldBe(chart.To);

        (int? Open, decimal? Planned) On(int day) => chart.Days.Where(point => point.Date == start.AddDays(day)).Select(point => (point.Open, point.Planned)).Single();
    }

    [Fact]
    public async Task The_line_falls_evenly_from_what_was_open_at_the_start_to_nothing()
    {
        await using var campaign = await RunningCampaign.StartAsync(phase: Rectify.Core.Campaigns.PhaseKind.SelfInspection);
        campaign.Time.AdvanceDays(-10);
        await campaign.RegisteredAsync();
        await campaign.RegisteredAsync();
        campaign.Time.AdvanceDays(10);

        var chart = await campaign.As(campaign.Official).Do(new GetBurnDown(campaign.Id));

        chart.Days.Single(day => day.Date == chart.From).Planned.ShouldBe(2m);
        chart.Days.Single(day => day.Date == chart.From.AddDays(13)).Planned.ShouldBe(1.6m);
        chart.Days.Single(day => day.Date == chart.To).Planned.ShouldBe(0m);
        chart.Days.Single(day => day.Date == chart.From.AddDays(-1)).Planned.ShouldBeNull();
    }

    [Fact]
    public async Task A_long_campaign_is_shown_in_steps()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RegisteredAsync();
        campaign.Time.AdvanceDays(1000);

        var days = (await campaign.As(campaign.Official).Do(new GetBurnDown(campaign.Id))).Days;

        days.Count.ShouldBeLessThanOrEqualTo(BurnDown.MostDays + 1);
        days[^1].Date.ShouldBe(campaign.Today);
    }
}
