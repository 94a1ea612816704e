using Rectify.Core.Organisations;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

/// <summary>The campaign starts on Monday 2 March 2026; its first month is February, whose report was due on Saturday 28 February, a workday that year.</summary>
public sealed class DeskMonthTests
{
    private static readonly DateOnly February = new(2026, 2, 1);
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public async Task A_unit_is_reminded_of_a_month_as_it_falls_due_and_until_it_is_sent()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        (await OwedAsync(campaign)).ShouldBe([new DeskMonth(February, new DateOnly(2026, 2, 28), null, true)]);

        campaign.Time.Set(2026, 3, 25);
        await campaign.SignedMonthAsync(February);
        (await OwedAsync(campaign)).ShouldBeEmpty();
        campaign.Time.Set(2026, 3, 26);
        (await OwedAsync(campaign)).ShouldBe([new DeskMonth(March, new DateOnly(2026, 3, 31), null, false)]);

        var report = await campaign.WrittenAsync(March);
        campaign.Time.Set(2026, 4, 1);
        (await OwedAsync(campaign)).ShouldBe([new DeskMonth(March, new DateOnly(2026, 3, 31), MonthlyReportState.Draft, true)]);
        await campaign.SignMonthAsync(report);
        (await OwedAsync(campaign)).ShouldBeEmpty();
        (await OwedAsync(campaign, campaign.OtherHandler)).Select(month => month.Month).ShouldBe([February, March]);
    }

    [Fact]
    public async Task One_that_was_sent_back_is_owed_again_and_was_still_in_time()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.SignedMonthAsync(March);
        var report = (await campaign.MonthAsync(campaign.Handler, March)).Report!;
        await campaign.As(campaign.Clerk).Do(new ReviewMonthlyReport(report.Id, report.Version, false, "原因不具体"));
        campaign.Time.Set(2026, 4, 2);

        (await OwedAsync(campaign)).Single(month => month.Month == March).ShouldBe(new DeskMonth(March, new DateOnly(2026, 3, 31), MonthlyReportState.Returned, false));
    }

    [Fact]
    public async Task The_office_sees_what_to_review_and_who_is_silent_and_a_unit_does_not()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        campaign.Time.Set(2026, 4, 1);
        await campaign.SignedMonthAsync(March);

        var office = await DeskAsync(campaign, campaign.Clerk);
        (office.ReportsToReview, office.ReportsMissing, office.OwnMonths.Count).ShouldBe((1, new DeskMissing(March, new DateOnly(2026, 3, 31), 1), 0));
        var unit = await DeskAsync(campaign, campaign.OtherHandler);
        (unit.ReportsToReview, unit.ReportsMissing).ShouldBe((0, null));

        await campaign.SignedMonthAsync(March, campaign.OtherHandler, campaign.OtherLeader);
        foreach (var handler in (Person[])[campaign.Handler, campaign.OtherHandler])
        {
            var report = (await campaign.MonthAsync(handler, March)).Report!;
            await campaign.As(campaign.Clerk).Do(new ReviewMonthlyReport(report.Id, report.Version, true, ""));
        }

        office = await DeskAsync(campaign, campaign.Clerk);
        (office.ReportsToReview, office.ReportsMissing).ShouldBe((0, null));
    }

    [Fact]
    public async Task A_campaign_without_monthly_reports_reminds_nobody()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { MonthlyReports = false });
        campaign.Time.Set(2026, 4, 1);

        (await OwedAsync(campaign)).ShouldBeEmpty();
        (await DeskAsync(campaign, campaign.Clerk)).ReportsMissing.ShouldBeNull();
    }

    private static async Task<IReadOnlyList<DeskMonth>> OwedAsync(RunningCampaign campaign, Person? of = null) => (await DeskAsync(campaign, of ?? campaign.Handler)).OwnMonths;

    private static async Task<DeskCampaign> DeskAsync(RunningCampaign campaign, Person of) => (await campaign.As(of).Do(new GetDesk())).Campaigns.ShouldHaveSingleItem();
}
