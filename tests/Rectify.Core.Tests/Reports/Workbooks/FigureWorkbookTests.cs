using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Reports.Workbooks;

/// <summary>The workbooks of monthly reports, bulletins and the leader's sheet.</summary>
public sealed class FigureWorkbookTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public async Task The_monthly_report_prints_its_columns_both_numbers_and_its_id()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RectifyingAsync();
        var writing = await campaign.WritingAsync(campaign.Handler, March);
        var report = await campaign.As(campaign.Handler).Do(writing with { Counts = writing.Counts with { New = 2, Total = 2 }, CountsReason = "当日补登一件" });
        var view = await campaign.As(campaign.Clerk).Do(new GetSnapshot(await campaign.SignMonthAsync(report)));

        using var book = Books.Reopen(to => MonthlyWorkbook.Write(view.Monthly!, view.Snapshot.Code, "2026年3月", "", TableForm.Of(TableKind.MonthlySheet).Columns, Books.Wording, to));

        var sheet = book.Worksheet(1);
        sheet.Cells(3, 1, 15).ShouldBe(
            ["FillingUnit", "Month", "IsNil", "NewTotal", "DoneTotals", "ClosedTotals", "Unfinished", "Symposiums", "Complaints", "Institutions", "Practices", "Difficulties", "NextSteps", "Preparer", "Reviewer"]);
        sheet.Cells(4, 1, 6).ShouldBe([campaign.Unit.Name, "2026年3月", "No", "2/2\nInLedger(1/1)", "0/0", "0/0"]);
        sheet.Cell(4, 7).GetString().ShouldContain(ReportSteps.Words.Unfinished);
        sheet.Cells(4, 8, 9).ShouldBe(["1/12", "3/2"]);
        (sheet.Cell(5, 1).GetString(), sheet.Cell(6, 1).GetString()).ShouldBe(("CountsReasonColon当日补登一件", $"FiguresLine({view.Snapshot.Code})   EditionLine(1)"));

        using var own = Books.Reopen(to => MonthlyWorkbook.Write(view.Monthly!, view.Snapshot.Code, "2026年3月", "××月度小结", [TableColumn.Reviewer, TableColumn.NewTotal], Books.Wording, to));
        own.Worksheet(1).Cell(1, 1).GetString().ShouldBe($"{view.Monthly!.CampaignTitle}月度小结");
        own.Worksheet(1).Cells(3, 1, 3).ShouldBe(["Reviewer", "NewTotal", ""]);
        own.Worksheet(1).Cells(4, 1, 2).ShouldBe([campaign.Leader.Name, "2/2\nInLedger(1/1)"]);
    }

    [Fact]
    public async Task Long_prose_of_a_monthly_report_stands_whole_below_the_table()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var prose = string.Concat(Enumerable.Range(1, 250).Select(number => $"第{number}项做法"));
        var writing = await campaign.WritingAsync(campaign.Handler, March);
        var report = await campaign.As(campaign.Handler).Do(writing with { Text = writing.Text with { Practices = prose } });
        var view = await campaign.As(campaign.Clerk).Do(new GetSnapshot(await campaign.SignMonthAsync(report)));

        using var book = Books.Reopen(to => MonthlyWorkbook.Write(view.Monthly!, view.Snapshot.Code, "2026年3月", "", TableForm.Of(TableKind.MonthlySheet).Columns, Books.Wording, to));
        using var narrow = Books.Reopen(to => MonthlyWorkbook.Write(view.Monthly!, view.Snapshot.Code, "2026年3月", "", [TableColumn.Practices], Books.Wording, to));

        book.Worksheet(1).Cell(4, 11).GetString().ShouldBe("SeeBelow");
        foreach (var sheet in new[] { book.Worksheet(1), narrow.Worksheet(1) })
        {
            var below = Enumerable.Range(5, sheet.LastRowUsed().RowNumber() - 5).ToList();
            string.Concat(below.Select(row => sheet.Cell(row, 1).GetString())).ShouldBe($"PracticesColon{prose}");
            below.ShouldAllBe(row => sheet.Row(row).Height <= 400);
        }
    }

    [Fact]
    public async Task The_bulletins_tables_hold_its_figures_and_their_id_on_every_sheet()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.ClosedAsync();
        await campaign.RectifyingAsync(1);
        await campaign.RectifyingAsync(9);
        campaign.Time.AdvanceDays(4);
        var view = await campaign.BulletinAsync(await campaign.IssuedBulletinAsync());

        using var book = Books.Reopen(to => BulletinWorkbook.Write("通报", "第1期", view.Figures, view.Bulletin.SnapshotCode, Books.Wording, to));

        book.Worksheets.Select(sheet => sheet.Name).ShouldBe(["Ranking", "Laggards", "DueNext"]);
        book.Worksheet(1).Cells(5, 1, 7).ShouldBe([1d, campaign.Unit.Name, 3d, 1d, 0.333, 0.333, 1d]);
        book.Worksheet(2).Cells(4, 1, 2).ShouldBe([(double)view.Figures.Laggards[0].Number, campaign.Unit.Name]);
        book.Worksheets.ShouldAllBe(sheet => sheet.CellsUsed(cell => cell.GetString() == "B-202603-0001").Any());
    }

    [Fact]
    public async Task The_leaders_sheet_is_one_a4_page_however_much_there_is_to_say()
    {
        var long40 = new string('长', 200);
        var figures = new ProgressFigures(120, 40, 60, 20, 10, 60, 10, 10, 20, 10, 30, new Rate(40, 80), new Rate(10, 100));
        var row = new ProgressRow(Guid.Empty, "市自然资源和规划局不动产登记中心办事大厅", 3, figures, NoticeTotals.Nothing, ProgressRemark.None, new MonthlyTotals(1, 1, 1));
        var sheet = new LeaderSheet(
            Guid.Empty, "全市政务服务环境突出问题专项整治行动", "专项整治行动协调小组办公室", new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 8), 1, row,
            [.. Enumerable.Repeat(row, LeaderSheet.MostUnits)],
            [.. Enumerable.Range(1, LeaderSheet.MostItems).Select(number => new DueItem(number, row.Name, long40, ProblemState.Rectifying, new DateOnly(2026, 3, 6), "某某科科长"))], 40,
            [.. Enumerable.Range(1, LeaderSheet.MostItems).Select(number => new SecondNotice($"某府办督字〔2026〕{number}号", row.Name, number, long40, new DateOnly(2026, 3, 6), true))], 12,
            [.. Enum.GetValues<LeaderDecision>().Select(decision => new DecisionCount(decision, 9))]);
        using var file = new MemoryStream();
        using (var book = Books.Reopen(to => LeaderWorkbook.Write(sheet, Books.Wording, to)))
        {
            book.Worksheets.Count.ShouldBe(1);
            book.SaveAs(file);
        }

        var pdf = await LibreOffice.PrintAsync(file.ToArray(), "xlsx");

        var page = pdf.Pages.ShouldHaveSingleItem();
        (page.Width, page.Height).ShouldSatisfyAllConditions(size => size.Width.ShouldBe(210, 0.2), size => size.Height.ShouldBe(297, 0.2));
        foreach (var part in (string[])["LeaderTitle", sheet.Office, "AsOf(2026-03-04)", sheet.CampaignTitle + "Colon", "Worst", "DueThisWeekColon40", "SecondNotices", "Decisions"])
        {
            pdf.Text.ShouldContain(part);
        }

        pdf.Text.ShouldContain("BulletinColon9", customMessage: "the last line is on the page");
        (page.Lines.Max(line => line.Bottom) - page.Lines.Min(line => line.Top)).ShouldBeGreaterThan(100, "and it is not shrunk to nothing");
    }
}
