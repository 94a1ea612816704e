using Rectify.Core.Campaigns;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

/// <summary>The campaign starts on Monday 2 March 2026; its first month is February.</summary>
public sealed class MonthlyReportTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public async Task The_report_counts_itself_from_the_ledger_and_lists_what_is_unfinished()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.ClosedAsync();
        await campaign.RecheckedAsync();
        await campaign.RectifyingAsync(dueInDays: 1);
        await campaign.As(campaign.Clerk).Do(new Rectify.Core.Problems.RegisterProblem(campaign.Id, Ids.New(), campaign.OtherUnit.Id, campaign.Finding(), []));
        campaign.Time.Set(2026, 4, 1);
        await campaign.RectifyingAsync();

        var march = await campaign.MonthAsync(campaign.Handler, March);
        var april = await campaign.MonthAsync(campaign.Handler, new DateOnly(2026, 4, 20));

        (march.Ledger, march.CutOff).ShouldBe((new MonthlyCounts(3, 3, 2, 2, 1, 1), new DateOnly(2026, 3, 31)));
        march.Unfinished.ShouldHaveSingleItem().IsOverdue.ShouldBeTrue();
        (april.Ledger, april.CutOff).ShouldBe((new MonthlyCounts(1, 4, 0, 2, 0, 1), new DateOnly(2026, 4, 1)));
        april.Unfinished.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Signing_freezes_what_the_unit_reports_and_the_office_accepts_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RectifyingAsync();
        var report = await campaign.WrittenAsync(March);

        (await campaign.As(campaign.Handler).Send(new SignMonthlyReport(report, 2))).ShouldBeNotAllowed();
        var snapshot = await campaign.SignMonthAsync(report);
        (await campaign.As(campaign.Handler).Send(await campaign.WritingAsync(campaign.Handler, March))).ShouldBeRefused(Rule.WrongState);
        await campaign.As(campaign.Clerk).Do(new ReviewMonthlyReport(report, 3, true, ""));

        var figures = (await campaign.As(campaign.Handler).Do(new GetSnapshot(snapshot))).Monthly.ShouldNotBeNull();
        (figures.UnitName, figures.SignedBy, figures.IsNil, figures.Edition).ShouldBe((campaign.Unit.Name, campaign.Leader.Name, false, 1));
        (figures.Ledger, figures.Reported, figures.Text).ShouldBe((new MonthlyCounts(1, 1, 0, 0, 0, 0), new MonthlyCounts(1, 1, 0, 0, 0, 0), ReportSteps.Words));
        (await campaign.MonthAsync(campaign.Handler, March)).Report!.State.ShouldBe(MonthlyReportState.Accepted);
        await campaign.Rectify.ShouldEqualItsFoldAsync<MonthlyReport>(report);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Snapshot>(snapshot);
    }

    [Fact]
    public async Task A_report_sent_back_is_signed_again_and_the_older_edition_stays()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RectifyingAsync();
        var report = await campaign.WrittenAsync(March);
        var first = await campaign.SignMonthAsync(report);
        var before = await campaign.As(campaign.Clerk).Do(new GetSnapshot(first));

        (await campaign.As(campaign.Clerk).Send(new ReviewMonthlyReport(report, 3, false, " "))).ShouldBeRefused(Rule.ReasonRequired);
        await campaign.As(campaign.Clerk).Do(new ReviewMonthlyReport(report, 3, false, "座谈会人数不实"));
        (await campaign.As(campaign.Clerk).Send(new ReviewMonthlyReport(report, 4, true, ""))).ShouldBeRefused(Rule.WrongState);
        await campaign.RectifyingAsync();
        var second = await campaign.SignMonthAsync(report);

        (await campaign.As(campaign.Clerk).Do(new GetSnapshot(first))).Snapshot.Figures.ShouldBe(before.Snapshot.Figures);
        var again = (await campaign.As(campaign.Clerk).Do(new GetSnapshot(second))).Monthly!;
        (again.Edition, again.Reported.Total).ShouldBe((2, 2));
        (await campaign.MonthAsync(campaign.Leader, March)).Editions.Select(edition => edition.Code).ShouldBe(["M-202603-0002", "M-202603-0001"]);
        await campaign.Rectify.ShouldEqualItsFoldAsync<MonthlyReport>(report);
    }

    [Fact]
    public async Task A_count_other_than_the_ledgers_needs_a_reason_and_both_are_kept()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RectifyingAsync();
        var writing = await campaign.WritingAsync(campaign.Handler, March);
        var changed = writing with { Counts = writing.Counts with { New = 2, Total = 2 } };

        (await campaign.As(campaign.Handler).Send(changed)).ShouldBeRefused(Rule.CountsReasonRequired);
        (await campaign.As(campaign.Handler).Send(writing with { Counts = new MonthlyCounts(2, 1, 3, 2, 5, 4) })).Failure.ShouldBeOfType<Invalid>().Errors.Select(error => (error.Field, error.Code)).ShouldBe(
            [("Counts.New", "MonthAboveTotal"), ("Counts.Done", "MonthAboveTotal"), ("Counts.Closed", "MonthAboveTotal"), ("Counts.DoneTotal", "DoneAboveProblems"), ("Counts.ClosedTotal", "ClosedAboveDone")]);
        var report = await campaign.As(campaign.Handler).Do(changed with { CountsReason = "另有一件当日补登" });
        var figures = (await campaign.As(campaign.Leader).Do(new GetSnapshot(await campaign.SignMonthAsync(report)))).Monthly!;

        (figures.Ledger.New, figures.Reported.New, figures.CountsReason).ShouldBe((1, 2, "另有一件当日补登"));
        (figures.Ledger.Closed, figures.Reported.Closed).ShouldBe((0, 0));
        await campaign.Rectify.ShouldEqualItsFoldAsync<MonthlyReport>(report);
    }

    [Fact]
    public async Task What_is_unfinished_needs_its_reason_before_the_leader_can_sign()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RectifyingAsync();
        var writing = await campaign.WritingAsync(campaign.Handler, March);
        var report = await campaign.As(campaign.Handler).Do(writing with { Text = writing.Text with { Unfinished = " " } });

        (await campaign.As(campaign.Leader).Send(new SignMonthlyReport(report, 2))).ShouldBeRefused(Rule.UnfinishedNeedsReason);
    }

    [Fact]
    public async Task A_unit_without_anything_to_report_signs_a_nil_report()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var writing = await campaign.WritingAsync(campaign.Handler, March);
        var report = await campaign.As(campaign.Handler).Do(writing with { Text = MonthlyText.Empty with { Preparer = "承办甲" } });
        var snapshot = await campaign.SignMonthAsync(report);

        (await campaign.As(campaign.Clerk).Do(new GetSnapshot(snapshot))).Monthly!.IsNil.ShouldBeTrue();
        (await ReturnsAsync(campaign)).Single(unit => unit.UnitId == campaign.Unit.Id).IsNil.ShouldBeTrue();
    }

    [Fact]
    public async Task Reports_are_in_time_late_or_missing_and_a_rest_day_moves_the_due_date()
    {
        await using var campaign = await RunningCampaign.StartAsync(new CampaignPolicy { MonthlyReportDay = 5 });
        // 5 April 2026 is a Sunday of the Qingming holiday, 6 April a day off: due on Tuesday 7 April.
        campaign.Time.Set(2026, 4, 7);
        (await ReturnsAsync(campaign)).ShouldAllBe(unit => unit.Standing == MonthlyStanding.NotDue);
        await campaign.SignedMonthAsync(March);
        campaign.Time.Set(2026, 4, 8);
        (await ReturnsAsync(campaign)).Select(unit => unit.Standing).ShouldBe([MonthlyStanding.OnTime, MonthlyStanding.Missing]);
        await campaign.SignedMonthAsync(March, campaign.OtherHandler, campaign.OtherLeader);

        (await ReturnsAsync(campaign)).Select(unit => unit.Standing).ShouldBe([MonthlyStanding.OnTime, MonthlyStanding.Late]);
        var returns = await campaign.As(campaign.Clerk).Do(new ListMonthlyReports(campaign.Id, March));
        returns.Due.ShouldBe(new DateOnly(2026, 4, 7));
        var progress = await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id));
        progress.Units.Single(row => row.Id == campaign.Unit.Id).Monthly!.Text.ShouldBe("1/0/1", "February was never sent");
        (progress.Units.Single(row => row.Id == campaign.OtherUnit.Id).Monthly!.Text, progress.Total.Monthly!.Text).ShouldBe(("0/1/1", "1/1/2"));
        (await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id, new DateOnly(2026, 4, 7)))).Total.Monthly!.Text.ShouldBe("0/0/2", "on that day March was not yet due");
    }

    [Fact]
    public async Task Sending_it_again_after_a_return_stays_in_time()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        campaign.Time.Set(2026, 3, 31);
        var report = await campaign.WrittenAsync(March);
        await campaign.SignMonthAsync(report);
        campaign.Time.Set(2026, 4, 9);
        await campaign.As(campaign.OfficeLeader).Do(new ReviewMonthlyReport(report, 3, false, "缺少做法"));
        await campaign.SignMonthAsync(report);

        (await ReturnsAsync(campaign)).Single(unit => unit.UnitId == campaign.Unit.Id).Standing.ShouldBe(MonthlyStanding.OnTime);
    }

    [Fact]
    public async Task Only_months_of_the_campaign_that_have_begun_are_reported_on()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var writing = await campaign.WritingAsync(campaign.Handler, March);

        (await campaign.As(campaign.Handler).Send(writing with { Month = new DateOnly(2026, 4, 1) })).ShouldBeRefused(Rule.NotAReportMonth);
        (await campaign.As(campaign.Handler).Send(writing with { Month = new DateOnly(2026, 1, 1) })).ShouldBeRefused(Rule.NotAReportMonth);
        (await campaign.As(campaign.OfficeLeader).Send(new FreezeMonth(campaign.Id, March))).ShouldBeRefused(Rule.NotAReportMonth);
    }

    [Fact]
    public async Task A_unit_reads_and_signs_its_own_reports_only()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var report = await campaign.WrittenAsync(March);
        (await campaign.As(campaign.OtherLeader).Send(new SignMonthlyReport(report, 2))).ShouldBeNotFound();
        var snapshot = await campaign.SignMonthAsync(report);

        (await campaign.As(campaign.OtherLeader).Send(new GetMonthlyReport(campaign.Id, campaign.Unit.Id, March))).ShouldBeNotFound();
        (await campaign.As(campaign.OtherLeader).Send(new GetSnapshot(snapshot))).ShouldBeNotFound();
        (await campaign.As(campaign.OtherLeader).Send(new FindSnapshot("M-202603-0001"))).ShouldBeNotFound();
        (await campaign.As(campaign.Leader).Do(new FindSnapshot("M-202603-0001"))).ShouldBe(snapshot);
    }

    [Fact]
    public async Task A_campaign_may_do_without_monthly_reports()
    {
        await using var campaign = await RunningCampaign.StartAsync(new CampaignPolicy { MonthlyReports = false });

        (await campaign.As(campaign.Clerk).Do(new ListMonthlyReports(campaign.Id))).Months.ShouldBeEmpty();
        (await campaign.As(campaign.Handler).Send(new GetMonthlyReport(campaign.Id, null))).ShouldBeNotFound();
        (await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id))).Total.Monthly.ShouldBe(MonthlyTotals.Nothing);
    }

    private static async Task<IReadOnlyList<MonthlyReturn>> ReturnsAsync(RunningCampaign campaign) =>
        (await campaign.As(campaign.Clerk).Do(new ListMonthlyReports(campaign.Id, March))).Units;
}
