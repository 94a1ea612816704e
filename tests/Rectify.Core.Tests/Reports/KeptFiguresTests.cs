using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

/// <summary>Figures are counted again when anything they follow from has changed, and not before.</summary>
public sealed class KeptFiguresTests : IAsyncLifetime
{
    private RunningCampaign _campaign = null!;

    public async ValueTask InitializeAsync()
    {
        _campaign = await RunningCampaign.StartAsync();
        await _campaign.RectifyingAsync();
    }

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    [Fact]
    public async Task Asked_again_the_same_figures_are_given_without_counting() =>
        (await ProgressAsync()).ShouldBeSameAs(await ProgressAsync());

    [Fact]
    public async Task A_change_in_the_campaign_is_counted_at_once()
    {
        var before = await ProgressAsync();

        await _campaign.ClosedAsync();

        var after = await ProgressAsync();
        (before.Total.Figures.Closed, after.Total.Figures.Closed).ShouldBe((0, 1));
        after.Total.Figures.Total.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_outside_the_campaign_shows_at_once()
    {
        await ProgressAsync();
        var unit = await _campaign.Rectify.FindAsync<Unit>(_campaign.Unit.Id);

        await _campaign.As(_campaign.Administrator).Do(new ChangeUnit(unit.Id, unit.Version, "改名局", unit.Level, unit.Kind, null));

        (await ProgressAsync()).Units.ShouldContain(row => row.Name == "改名局");
    }

    [Fact]
    public async Task The_next_day_counts_anew()
    {
        var before = await ProgressAsync();

        _campaign.Time.AdvanceDays(90);

        var after = await ProgressAsync();
        after.CutOff.ShouldBe(before.CutOff.AddDays(90));
        (before.Total.Figures.Overdue, after.Total.Figures.Overdue).ShouldBe((0, 1));
    }

    [Fact]
    public async Task What_one_person_may_see_is_not_given_to_another()
    {
        var all = await _campaign.As(_campaign.Clerk).Do(new CountStates(_campaign.Id));
        var own = await _campaign.As(_campaign.OtherHandler).Do(new CountStates(_campaign.Id));

        (all.Values.Sum(), own.Values.Sum()).ShouldBe((1, 0));
    }

    private Task<Progress> ProgressAsync() => _campaign.As(_campaign.Official).Do(new GetProgress(_campaign.Id));
}
