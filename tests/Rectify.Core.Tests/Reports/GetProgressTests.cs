using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Reports;

public sealed class GetProgressTests
{
    /// <summary>
    /// One unit with ten problems, counted by hand: registered, assigned and late, working, working and late, returned and late,
    /// applied for in time, re-checked, closed in time, closed late, long-term; and one void, one merged beside them.
    /// </summary>
    [Fact]
    public async Task The_figures_are_those_counted_by_hand()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (clerk, leader) = (campaign.As(campaign.Clerk), campaign.As(campaign.OfficeLeader));
        await campaign.RegisteredAsync(kind: ProblemKind.Immediate);
        await campaign.AssignedAsync(dueInDays: 5, kind: ProblemKind.Immediate);
        var target = await campaign.RectifyingAsync(dueInDays: 30);
        await campaign.RectifyingAsync(dueInDays: 5);
        var returned = await campaign.AppliedAsync(dueInDays: 5);
        await clerk.Do(new ReturnCloseOut(returned, await campaign.VersionAsync(returned), "补充照片"));
        await campaign.AppliedAsync(dueInDays: 5);
        await campaign.RecheckedAsync(dueInDays: 30);
        await campaign.ClosedAsync(dueInDays: 5);
        var late = await campaign.RectifyingAsync(dueInDays: 5);
        var longTerm = await campaign.RectifyingAsync(dueInDays: 5);
        await campaign.As(campaign.Handler).Do(new AskLongTerm(longTerm, await campaign.VersionAsync(longTerm), "逐年提高网办率", campaign.Today.AddDays(90), "需上级系统支持"));
        await campaign.As(campaign.Leader).Do(new SignForUnit(longTerm, await campaign.VersionAsync(longTerm)));
        await leader.Do(new DecideLongTerm(longTerm, await campaign.VersionAsync(longTerm), true, ""));
        var untrue = await campaign.RegisteredAsync();
        await leader.Do(new VoidProblem(untrue, await campaign.VersionAsync(untrue), "不属实"));
        var twin = await campaign.RegisteredAsync();
        await leader.Do(new MergeProblem(twin, await campaign.VersionAsync(twin), (await campaign.ProblemAsync(target)).Number!.Value, "同一问题"));
        campaign.Time.AdvanceDays(8);
        await campaign.ApplyAsync(late);
        await campaign.ReviewAsync(late);
        await leader.Do(new CloseProblem(late, await campaign.VersionAsync(late), ""));

        var progress = await clerk.Do(new GetProgress(campaign.Id));

        var figures = progress.Total.Figures;
        (figures.Total, figures.Immediate, figures.TimeLimited, figures.LongTermKind).ShouldBe((10, 2, 7, 1));
        (figures.NotStarted, figures.Rectifying, figures.NearlyDone, figures.Done, figures.Closed, figures.LongTerm).ShouldBe((2, 3, 1, 1, 2, 1));
        figures.Overdue.ShouldBe(3);
        figures.RectifiedRate.ShouldBe(new Rate(3, 10));
        figures.ClosedRate.ShouldBe(new Rate(2, 10));
        figures.OnTime.ShouldBe(new Rate(2, 6), "applied and closed in time, of those and the late, the closed late, the returned and the two open ones");
        (progress.Void, progress.Merged).ShouldBe((1, 1));
        progress.Units.Single(row => row.Id == campaign.Unit.Id).Figures.ShouldBe(figures);
        progress.Categories.ShouldHaveSingleItem().Figures.ShouldBe(figures);
        (await clerk.Do(new ListLedger(campaign.Id, new LedgerFilter(Overdue: true)))).Total.ShouldBe(figures.Overdue);
        (await clerk.Do(new ListWorstOverdue(campaign.Id, 100))).Count.ShouldBe(figures.Overdue);
    }

    [Fact]
    public async Task An_earlier_cut_off_counts_what_stood_then()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var start = campaign.Today;
        var id = await campaign.RectifyingAsync(dueInDays: 2);
        campaign.Time.AdvanceDays(4);
        await campaign.ApplyAsync(id);
        campaign.Time.AdvanceDays(1);
        await campaign.ReviewAsync(id);
        campaign.Time.AdvanceDays(1);
        await campaign.As(campaign.OfficeLeader).Do(new CloseProblem(id, await campaign.VersionAsync(id), ""));
        await campaign.RegisteredAsync();

        (await OnAsync(6)).ShouldBe((2, 0, 0, 0, 1, 0, new Rate(0, 1)));
        (await OnAsync(5)).ShouldBe((1, 0, 0, 1, 0, 0, new Rate(0, 1)));
        (await OnAsync(4)).ShouldBe((1, 0, 1, 0, 0, 0, new Rate(0, 1)));
        (await OnAsync(3)).ShouldBe((1, 1, 0, 0, 0, 1, new Rate(0, 1)));
        (await OnAsync(1)).ShouldBe((1, 1, 0, 0, 0, 0, new Rate(0, 0)));
        (await OnAsync(-1)).ShouldBe((0, 0, 0, 0, 0, 0, new Rate(0, 0)));
        (await campaign.As(campaign.Official).Do(new ListWorstOverdue(campaign.Id, 10, start.AddDays(3)))).ShouldHaveSingleItem().WorkingDaysOverdue.ShouldBe(1);
        (await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id, start.AddDays(900)))).CutOff.ShouldBe(campaign.Today);

        async Task<(int, int, int, int, int, int, Rate)> OnAsync(int day)
        {
            var figures = (await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id, start.AddDays(day)))).Total.Figures;
            return (figures.Total, figures.Rectifying, figures.NearlyDone, figures.Done, figures.Closed, figures.Overdue, figures.OnTime);
        }
    }

    [Fact]
    public async Task The_change_is_measured_against_the_end_of_the_month_before()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.ClosedAsync();
        await campaign.RegisteredAsync();
        var later = await campaign.RecheckedAsync();
        campaign.Time.Set(2026, 4, 10);
        await campaign.As(campaign.OfficeLeader).Do(new CloseProblem(later, await campaign.VersionAsync(later), ""));
        await campaign.RegisteredAsync();

        var progress = await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id));

        progress.PreviousCutOff.ShouldBe(new DateOnly(2026, 3, 31));
        (progress.Total.Figures.ClosedRate, progress.Total.Figures.PreviousClosed).ShouldBe((new Rate(2, 4), new Rate(1, 3)));
        progress.Total.Figures.Change(1).ShouldBe(16.7m);
    }

    [Fact]
    public async Task Equal_rates_share_a_rank_and_a_unit_with_nothing_appears_without_one()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var names = new[] { "甲区", "乙区", "丙区", "丁区" };
        var units = new List<Guid>();
        var version = (await campaign.Rectify.FindAsync<Rectify.Core.Campaigns.Campaign>(campaign.Id)).Version;
        foreach (var name in names)
        {
            var unit = await campaign.Rectify.AddUnitAsync(name);
            units.Add(unit.Id);
            await campaign.As(campaign.Clerk).Do(new Rectify.Core.Campaigns.EnrolUnit(campaign.Id, version++, new Rectify.Core.Campaigns.Participant(unit.Id, "区长", "副区长", "承办")));
        }

        await campaign.ClosedAsync();
        foreach (var unit in units.Take(3))
        {
            await campaign.As(campaign.Clerk).Do(new RegisterProblem(campaign.Id, Ids.New(), unit, campaign.Finding(unit.ToString()), []));
        }

        var rows = (await campaign.As(campaign.Clerk).Do(new GetProgress(campaign.Id))).Units;

        rows.Select(row => (row.Name, row.Rank)).ShouldBe(
            [("市某某局", 1), ("甲区", 2), ("乙区", 2), ("丙区", 2), ("市另一局", (int?)null), ("丁区", null)]);
        rows[4].Figures.ClosedRate.Text(1).ShouldBe("—");
        rows[4].Remark.ShouldBe(ProgressRemark.ListMissing);
    }

    [Fact]
    public async Task A_signed_nil_return_is_remarked()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.As(campaign.OtherLeader).Do(new SubmitProblemList(campaign.Id, true, 0, "逐窗口自查，未发现问题"));

        var rows = (await campaign.As(campaign.Clerk).Do(new GetProgress(campaign.Id))).Units;

        rows.Single(row => row.Id == campaign.OtherUnit.Id).Remark.ShouldBe(ProgressRemark.NilReturn);
        rows.Single(row => row.Id == campaign.Unit.Id).Remark.ShouldBe(ProgressRemark.ListMissing);
    }

    [Fact]
    public async Task Notices_stand_beside_the_figures_of_their_unit_and_category()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(80);
        await campaign.UnansweredAsync(problem);
        await campaign.RepliedAsync(problem);

        var progress = await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id));

        var expected = new NoticeTotals(1, 1, 0, new Rate(1, 2));
        progress.Total.Notices.ShouldBe(expected);
        progress.Units.Single(row => row.Id == campaign.Unit.Id).Notices.ShouldBe(expected);
        progress.Units.Single(row => row.Id == campaign.OtherUnit.Id).Notices.ShouldBe(NoticeTotals.Nothing);
        progress.Categories.ShouldHaveSingleItem().Notices.ShouldBe(expected);
    }

    [Fact]
    public async Task Units_see_no_reports()
    {
        await using var campaign = await RunningCampaign.StartAsync();

        (await campaign.As(campaign.Leader).Send(new GetProgress(campaign.Id))).ShouldBeNotAllowed();
        (await campaign.As(campaign.Leader).Send(new GetBurnDown(campaign.Id))).ShouldBeNotAllowed();
        (await campaign.As(campaign.Leader).Send(new ListWorstOverdue(campaign.Id, 10))).ShouldBeNotAllowed();
    }
}
