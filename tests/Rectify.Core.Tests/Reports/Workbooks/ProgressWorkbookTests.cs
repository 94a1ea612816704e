using System.Security.Cryptography;
using ClosedXML.Excel;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports.Workbooks;

public sealed class ProgressWorkbookTests
{
    private const int FirstRow = 5;

    private static readonly IReadOnlyList<TableColumn> Prescribed = TableForm.Of(TableKind.Progress).Columns;

    [Fact]
    public async Task The_workbook_holds_the_numbers_of_the_query()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.ClosedAsync();
        await campaign.RecheckedAsync();
        await campaign.AppliedAsync(dueInDays: 1);
        await campaign.AssignedAsync(dueInDays: 1);
        campaign.Time.AdvanceDays(5);
        var progress = await campaign.As(campaign.Official).Do(new GetProgress(campaign.Id));
        var overdue = await campaign.As(campaign.Official).Do(new ListWorstOverdue(campaign.Id, ListWorstOverdue.LargestCount));

        using var book = Books.Reopen(to => ProgressWorkbook.Write(progress, overdue, "", Prescribed, "Live", Books.Wording, to));

        book.Worksheets.Select(sheet => sheet.Name).ShouldBe(["ByUnitSheet", "ByCategorySheet", "OverdueSheet"]);
        ShouldHold(book.Worksheet(1), progress.Units, progress);
        ShouldHold(book.Worksheet(2), progress.Categories, progress);
        var late = book.Worksheet(3);
        late.Cells(4, 1, 3).ShouldBe([1d, (double)overdue[0].Number, overdue[0].UnitName]);
        (late.Cell(4, 11).GetDateTime(), late.Cell(4, 12).Value).ShouldBe((overdue[0].DueDate.ToDateTime(default), (object)(double)overdue[0].WorkingDaysOverdue));
        late.Cell(5, 1).GetString().ShouldStartWith("OverdueNote");
    }

    [Fact]
    public async Task Frozen_figures_give_the_same_bytes_whatever_happens_and_bear_their_id_on_every_sheet()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.ClosedAsync();
        await campaign.RectifyingAsync(dueInDays: 1);
        campaign.Time.AdvanceDays(4);
        var id = (await campaign.BulletinAsync(await campaign.IssuedBulletinAsync())).Bulletin.SnapshotId!.Value;

        var first = await FrozenAsync();
        campaign.Time.AdvanceDays(3);
        await campaign.ClosedAsync();
        await campaign.RectifyingAsync();
        await Task.Delay(2100, TestContext.Current.CancellationToken);
        var again = await FrozenAsync();

        Convert.ToHexString(SHA256.HashData(again)).ShouldBe(Convert.ToHexString(SHA256.HashData(first)), "a zip tells its times in steps of two seconds");
        using var book = Books.Reopen(new MemoryStream(first));
        book.Worksheets.Select(sheet => sheet.Name).ShouldBe(["ByUnitSheet", "ByCategorySheet", "OverdueSheet"]);
        book.Worksheets.ShouldAllBe(sheet => sheet.CellsUsed(cell => cell.GetString().EndsWith("  B-202603-0001", StringComparison.Ordinal)).Any());
        var figures = (await campaign.As(campaign.Official).Do(new GetSnapshot(id))).Campaign!;
        ShouldHold(book.Worksheet(1), figures.Progress.Units, figures.Progress);
        book.Worksheet(3).Cells(4, 1, 3).ShouldBe([1d, (double)figures.Laggards[0].Number, campaign.Unit.Name]);

        async Task<byte[]> FrozenAsync()
        {
            var view = await campaign.As(campaign.Official).Do(new GetSnapshot(id));
            var file = new MemoryStream();
            ProgressWorkbook.Write(view.Campaign!, view.Snapshot.FrozenAt.DateTime, view.Snapshot.Code, Books.Wording, file);
            return file.ToArray();
        }
    }

    [Fact]
    public void Nothing_of_nothing_is_a_dash_and_a_rate_is_a_number_with_the_decimals_of_the_policy()
    {
        var progress = Example(Row("甲局", ProgressFigures.Nothing), Row("乙局", ProgressFigures.Nothing with { Total = 3, Closed = 2, PreviousClosed = new Rate(1, 3) })) with { RateDecimals = 2 };

        using var book = Books.Reopen(to => ProgressWorkbook.Write(progress, [], "", Prescribed, "Live", Books.Wording, to));

        var sheet = book.Worksheet(1);
        sheet.Cells(FirstRow + 1, 14, 17).ShouldBe(["—", "—", "—", "—"]);
        sheet.Cells(FirstRow + 2, 14, 17).ShouldBe([0.6667, 0.6667, "—", 33.33]);
        sheet.Cell(FirstRow + 2, 15).Style.NumberFormat.Format.ShouldBe("0.00%");
        sheet.Cells(FirstRow + 2, 18, 24).ShouldBe([2d, 1d, 0d, 0.3333, "—", "—", "—"]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.invalid\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("'quoted")]
    [InlineData("0012")]
    [InlineData("2026-03-01")]
    public void Text_stays_text_whatever_it_begins_with(string text)
    {
        using var book = Books.Reopen(to => ProgressWorkbook.Write(Example(Row(text, ProgressFigures.Nothing)), [], "", Prescribed, "Live", Books.Wording, to));

        var cell = book.Worksheet(1).Cell(FirstRow + 1, 2);
        (cell.DataType, cell.HasFormula, cell.GetString()).ShouldBe((XLDataType.Text, false, text));
        cell.Style.NumberFormat.Format.ShouldBe("@");
    }

    [Fact]
    public void What_no_file_can_hold_is_left_out_and_the_rest_stays()
    {
        using var book = Books.Reopen(to => ProgressWorkbook.Write(Example(Row("甲\u0001局\n窗口\u000B", ProgressFigures.Nothing)), [], "", Prescribed, "Live", Books.Wording, to));

        book.Worksheet(1).Cell(FirstRow + 1, 2).GetString().ShouldBe("甲局\n窗口");
    }

    [Fact]
    public void It_prints_on_landscape_pages_with_the_head_on_each_and_tells_how_it_was_counted()
    {
        using var book = Books.Reopen(to => ProgressWorkbook.Write(Example(Row("甲局", ProgressFigures.Nothing)), [], "", Prescribed, "Live", Books.Wording, to));

        foreach (var sheet in book.Worksheets)
        {
            (sheet.PageSetup.PageOrientation, sheet.PageSetup.PagesWide, sheet.PageSetup.PagesTall).ShouldBe((XLPageOrientation.Landscape, 1, 0));
            sheet.PageSetup.FirstRowToRepeatAtTop.ShouldBe(3);
            sheet.SheetView.SplitRow.ShouldBe(sheet.PageSetup.LastRowToRepeatAtTop);
            sheet.PageSetup.Footer.Center.GetText(XLHFOccurrence.OddPages).ShouldBe("PageOf");
        }

        var units = book.Worksheet(1);
        units.PageSetup.PaperSize.ShouldBe(XLPaperSize.A3Paper);
        units.Cell(FirstRow, 2).GetString().ShouldBe("TotalRow");
        var notes = Enumerable.Range(FirstRow + 2, 10).Select(row => units.Cell(row, 1).GetString()).ToList();
        notes[0].ShouldBe("CutOffNote(2026-03-31, 2026-02-28)");
        notes.ShouldContain("OnTimeFormula");
        notes[^1].ShouldBe("ExclusionsNote(2, 1, 0)");
        units.ConditionalFormats.Count(format => format.ConditionalFormatType == XLConditionalFormatType.DataBar).ShouldBe(3);
    }

    [Fact]
    public void The_columns_chosen_stand_in_their_order_and_neighbours_of_a_group_under_its_name()
    {
        TableColumn[] chosen = [TableColumn.Closed, TableColumn.Name, TableColumn.SecondNotice, TableColumn.ThirdNotice, TableColumn.NotStarted, TableColumn.Done, TableColumn.OnTimeRate];
        var progress = Example(Row("甲局", ProgressFigures.Nothing with { Total = 9, Closed = 4, Done = 3, NotStarted = 2, OnTime = new Rate(1, 4) }));

        using var book = Books.Reopen(to => ProgressWorkbook.Write(progress, [], "本区××进度", chosen, "Live", Books.Wording, to));

        var sheet = book.Worksheet(1);
        sheet.Cell(1, 1).GetString().ShouldBe("本区政务服务环境专项整治行动进度");
        sheet.Cells(3, 1, 7).ShouldBe(["StageGroup", "UnitColumn", "NoticesGroup", "", "StageGroup", "", "OnTimeRateColumn"]);
        sheet.Cells(4, 1, 7).ShouldBe(["ClosedColumn", "", "SecondNoticeColumn", "ThirdNoticeColumn", "NotStartedColumn", "DoneColumn", ""]);
        sheet.Cells(FirstRow, 1, 7).ShouldBe([4d, "TotalRow", 0d, 0d, 2d, 3d, 0.25]);
        sheet.Cells(FirstRow + 1, 1, 7).ShouldBe([4d, "甲局", 1d, 0d, 2d, 3d, 0.25]);
        sheet.PageSetup.PaperSize.ShouldBe(XLPaperSize.A4Paper);
        sheet.Columns(4, 7).Sum(column => column.Width).ShouldBeGreaterThan(CellText.Width(sheet.Cell(2, 4).GetString()), "the line of unit and date is not cut off");
        sheet.ConditionalFormats.Count(format => format.ConditionalFormatType == XLConditionalFormatType.DataBar).ShouldBe(1);
        book.Worksheet(2).Cell(3, 2).GetString().ShouldBe("CategoryColumn");
    }

    [Fact]
    public void Each_column_alone_makes_a_workbook()
    {
        foreach (var column in Prescribed)
        {
            using var book = Books.Reopen(to => ProgressWorkbook.Write(Example(Row("甲局", ProgressFigures.Nothing)), [], "", [column], "Live", Books.Wording, to));

            var sheet = book.Worksheet(1);
            sheet.Column(1).Width.ShouldBeGreaterThan(CellText.Width(sheet.Cell(2, 1).GetString()), "the line of unit and date is not cut off");
            var head = sheet.Column(1).Cells(3, 4).Select(cell => cell.GetString());
            head.ShouldContain(column == TableColumn.Name ? "UnitColumn" : $"{column}Column");
        }
    }

    private static void ShouldHold(IXLWorksheet sheet, IReadOnlyList<ProgressRow> rows, Progress progress)
    {
        var expected = rows.Prepend(progress.Total).ToList();
        for (var index = 0; index < expected.Count; index++)
        {
            var (row, figures) = (FirstRow + index, expected[index].Figures);
            sheet.Cells(row, 3, 13).ShouldBe(
                new[]
                {
                    figures.Total, figures.Immediate, figures.TimeLimited, figures.LongTermKind, figures.NotStarted, figures.Rectifying,
                    figures.NearlyDone, figures.Done, figures.Closed, figures.LongTerm, figures.Overdue,
                }.Select(count => (object)(double)count));
            Percents(sheet.Cells(row, 14, 16)).ShouldBe(new[] { figures.RectifiedRate, figures.ClosedRate, figures.OnTime }.Select(rate => rate.Text(progress.RateDecimals)));
            sheet.Cell(row, 2).GetString().ShouldBe(index == 0 ? "TotalRow" : expected[index].Name);
            sheet.Cell(row, 1).Value.ShouldBe(index == 0 ? "" : expected[index].Rank is { } rank ? (double)rank : "—");
        }

        IEnumerable<string> Percents(object[] cells) => cells.Select(cell => cell is double share ? share.ToString($"P{progress.RateDecimals}", new System.Globalization.NumberFormatInfo { PercentPositivePattern = 1 }) : (string)cell);
    }

    private static ProgressRow Row(string name, ProgressFigures figures) => new(Ids.New(), name, null, figures, new NoticeTotals(2, 1, 0, new Rate(1, 3)), ProgressRemark.None);

    private static Progress Example(params ProgressRow[] units) => new(
        Ids.New(), "政务服务环境专项整治行动", "协调小组办公室", new DateOnly(2026, 3, 31), new DateOnly(2026, 2, 28), 1, 2, 1,
        new ProgressRow(null, "", null, units.Aggregate(ProgressFigures.Nothing, (sum, row) => sum + row.Figures), NoticeTotals.Nothing, ProgressRemark.None), units, []);
}
