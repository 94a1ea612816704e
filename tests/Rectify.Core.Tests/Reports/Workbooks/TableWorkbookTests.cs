using ClosedXML.Excel;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports.Workbooks;

public sealed class TableWorkbookTests
{
    [Fact]
    public async Task The_ledger_tells_each_problem_in_its_25_columns()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.ClosedAsync();
        var today = $"{campaign.Today:O}";
        await campaign.As(campaign.Checker).Do(new RecordLookBack(id, await campaign.VersionAsync(id), Ids.New(), false, "未反弹"));
        var returned = await campaign.AppliedAsync();
        await campaign.As(campaign.Clerk).Do(new ReturnCloseOut(returned, await campaign.VersionAsync(returned), "补充现场照片"));

        using var book = await Books.ReopenAsync(await campaign.As(campaign.Official).Do(new GetTable(campaign.Id, TableKind.Ledger, LedgerFilter.None)));

        var sheet = book.Worksheets.ShouldHaveSingleItem();
        sheet.Cell(1, 1).GetString().ShouldBe("LedgerTitle(政务服务环境专项整治行动)");
        sheet.Cell(2, 1).GetString().ShouldBe("LedgerUnit(协调小组办公室)");
        sheet.Row(3).CellsUsed().Count().ShouldBe(25);
        var row = sheet.Cells(4, 1, 25);
        row[0].ShouldBe(1d);
        row[1].ShouldBe(1d);
        row[2].ShouldBe("SelfInspection");
        row[4].ShouldBe("市某某局");
        row[10].ShouldBe("1. 联系维保单位修复\n2. 每日开机检查并登记");
        row[14].ShouldBe("MeasuresDone(2, 2)\n终端已修复并恢复使用");
        row[15].ShouldBe("Closed");
        row[16].ShouldBe("—", "it no longer waits for the unit");
        row[17].ShouldBe(campaign.Today.ToDateTime(default));
        row[18].ShouldBe(1d);
        row[19].ShouldBe($"经办一\n{today}");
        row[20].ShouldBe($"核查一\n{today}");
        row[23].ShouldBe($"{today}\nNotRecurred");
        sheet.Cells(5, 15, 17).ShouldBe(["MeasuresDone(2, 2)\nReturnedWith(补充现场照片)", "Rectifying", "Yellow"]);
        sheet.Cell(5, 17).Style.Fill.BackgroundColor.ShouldBe(XLColor.FromHtml("#FFF3D6"));
        sheet.Cell(6, 1).GetString().ShouldBe("Signatures");
        sheet.PageSetup.PaperSize.ShouldBe(XLPaperSize.A3Paper);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(700)]
    public async Task What_stands_below_follows_the_last_row(int rows)
    {
        using var book = await Books.ReopenAsync(MadeTables.Of(rows), Signed);

        var sheet = book.Worksheet(1);
        var foot = 4 + rows;
        sheet.LastRowUsed().RowNumber().ShouldBe(foot);
        sheet.Row(foot).CellsUsed().Select(cell => cell.GetString()).ShouldBe(["A:", "B:", "C:"]);
        sheet.MergedRanges.Count(range => range.FirstRow().RowNumber() == foot).ShouldBe(3);
        sheet.PageSetup.PrintAreas.ShouldHaveSingleItem().RangeAddress.LastAddress.RowNumber.ShouldBe(foot);
        (sheet.PageSetup.FirstRowToRepeatAtTop, sheet.PageSetup.LastRowToRepeatAtTop).ShouldBe((3, 3));
        sheet.Column(1).CellsUsed(cell => cell.DataType == XLDataType.Number).Count().ShouldBe(rows);
        sheet.Cell(foot - 1, 25).Style.Border.RightBorder.ShouldBe(XLBorderStyleValues.Thin);
    }

    [Fact]
    public async Task A_sheet_that_is_full_says_so()
    {
        var stream = new MemoryStream();
        await TableWorkbook.WriteAsync(MadeTables.Of(12), Books.Wording, stream, most: 10);

        using var book = Books.Reopen(stream);

        book.Worksheet(1).Cells(13, 1, 2).ShouldBe([10d, 10d]);
        book.Worksheet(1).Cell(14, 1).GetString().ShouldBe("LedgerCut(10)");
        book.Worksheet(1).Cell(15, 1).GetString().ShouldBe("Signatures");
    }

    [Theory]
    [InlineData(TableKind.Ledger)]
    [InlineData(TableKind.ProblemList)]
    [InlineData(TableKind.TaskList)]
    [InlineData(TableKind.ResponsibilityList)]
    [InlineData(TableKind.PublicTable)]
    public async Task Every_column_a_table_may_show_can_be_written(TableKind kind)
    {
        var choices = TableForm.Of(kind).Choices;
        using var all = await Books.ReopenAsync(MadeTables.Of(3, kind) with { Columns = choices, Title = "我局的××表" });
        all.Worksheet(1).Row(3).CellsUsed().Select(cell => cell.GetString()).ShouldBe(choices.Select(column => TableWorkbook.Head(kind, column, Books.Wording)));
        all.Worksheet(1).Cell(1, 1).GetString().ShouldBe("我局的政务服务环境专项整治行动表");

        foreach (var column in choices)
        {
            using var one = await Books.ReopenAsync(MadeTables.Of(3, kind) with { Columns = [column] });
            one.Worksheet(1).Row(4).CellsUsed().Count().ShouldBeLessThanOrEqualTo(1);
            one.Worksheet(1).MergedRanges.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_public_table_names_no_person()
    {
        var form = TableForm.Of(TableKind.PublicTable);
        form.Columns.Except(form.Choices).ShouldBeEmpty();
        string[] persons = ["副局长", "业务科科长", "承办一", "局长一", "经办一", "核查一"];

        using var open = await Books.ReopenAsync(MadeTables.Of(2, TableKind.PublicTable) with { Columns = form.Choices });
        using var inner = await Books.ReopenAsync(MadeTables.Of(2));

        open.Worksheet(1).CellsUsed().ShouldAllBe(cell => !persons.Any(person => cell.GetString().Contains(person)));
        persons.Where(person => inner.Worksheet(1).CellsUsed().Any(cell => cell.GetString().Contains(person))).ShouldBe(["副局长", "业务科科长", "经办一", "核查一"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_stream_that_takes_no_synchronous_write_is_enough()
    {
        var stream = new AsyncOnlyStream();

        await TableWorkbook.WriteAsync(MadeTables.Of(2000), Books.Wording, stream);

        stream.Count.ShouldBeGreaterThan(10_000);
        await Should.ThrowAsync<OperationCanceledException>(() => TableWorkbook.WriteAsync(MadeTables.Of(2000), Books.Wording, new AsyncOnlyStream(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task No_row_is_kept_once_it_is_written()
    {
        const int rows = 30_000;
        var (stream, streamed, kept, written) = (new AsyncOnlyStream(), -1, -1, 0L);

        await TableWorkbook.WriteAsync(MadeTables.Of(0) with { Rows = Watched(rows, alive => (streamed, written) = (alive, stream.Count)) }, Books.Wording, stream);
        List<TableRow> list = [];
        await foreach (var row in Watched(rows, alive => kept = alive))
        {
            list.Add(row);
        }

        list.Count.ShouldBe(rows);
        (streamed, kept).ShouldBe((0, 59));
        written.ShouldBeGreaterThan(stream.Count * 9 / 10);
    }

    /// <summary>Watches every 500th row after the first few hundred without holding it, and tells at the last one how many somebody else still holds.</summary>
    private static async IAsyncEnumerable<TableRow> Watched(int rows, Action<int> atEnd)
    {
        await Task.Yield();
        List<WeakReference> watched = [];
        for (var number = 1; number <= rows; number++)
        {
            if (number == rows)
            {
                GC.Collect();
                atEnd(watched.Count(row => row.IsAlive));
            }

            yield return Remembered(MadeTables.Row(number, $"第{number}号窗口"), number, watched);
        }
    }

    private static TableRow Remembered(TableRow row, int number, List<WeakReference> watched)
    {
        if (number % 500 == 300 && number > 300)
        {
            watched.Add(new WeakReference(row));
        }

        return row;
    }

    [Fact]
    public async Task Every_table_prints_with_its_head_on_every_page_and_its_number_below()
    {
        var kinds = TableForm.OfProblems;
        List<byte[]> files = [];
        foreach (var kind in kinds)
        {
            var stream = new MemoryStream();
            await TableWorkbook.WriteAsync(MadeTables.Of(60, kind), Signed, stream);
            files.Add(stream.ToArray());
        }

        var printed = await LibreOffice.ConvertAsync(files, "xlsx", "pdf");

        foreach (var (kind, file) in kinds.Zip(printed))
        {
            var pdf = await Pdf.ReadAsync(file);
            pdf.Pages.Count.ShouldBeGreaterThan(1, $"{kind}");
            pdf.Pages.ShouldAllBe(page => page.Lines.Any(line => line.Text.Contains("NumberColumn")) && page.Lines.Any(line => line.Text.Contains("PageOf")));
            Math.Round(pdf.Pages[0].Width).ShouldBe(kind == TableKind.Ledger ? 420 : 297);
            pdf.Pages[^1].Lines.ShouldContain(line => line.Text.StartsWith("C:", StringComparison.Ordinal), $"{kind}");
        }
    }

    private static Wording Signed => new((key, values) => key == "Signatures" ? "A:|B:|C:" : Books.Wording[key, values], value => value.ToString());

    /// <summary>As a response is: it counts, cannot be sought, and refuses to block a thread.</summary>
    private sealed class AsyncOnlyStream : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Count += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous");

        public override void Flush() => throw new InvalidOperationException("Synchronous");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
