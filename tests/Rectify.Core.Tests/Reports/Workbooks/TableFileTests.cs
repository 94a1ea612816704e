using System.Diagnostics;
using System.Text;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports.Workbooks;

/// <summary>Tables of every kind: the same cells come out, and broken or hostile files are refused instead of breaking anything.</summary>
public sealed class TableFileTests
{
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Theory]
    [InlineData(',', "utf-8")]
    [InlineData(';', "utf-8 with mark")]
    [InlineData('\t', "GB18030")]
    [InlineData(',', "utf-16")]
    [InlineData('\t', "utf-16 the other way")]
    public void Text_tables_are_read_whatever_their_encoding_and_separator(char separator, string encoding)
    {
        var text = $"序号{separator}问题\r\n1{separator}\"排队机{separator}三台\n\"\"停用\"\"\"\r\n\r\n3{separator}\"\r\n";

        var sheet = Read(Bytes(text, encoding));

        sheet.Rows.ShouldBe([1, 2, 4]);
        sheet.Row(2)[2].Text.ShouldBe($"排队机{separator}三台\n\"停用\"");
        sheet.Row(4)[2].Text.ShouldBe("\"", "a lone mark says as above");
    }

    [Fact]
    public void The_separator_may_be_named_in_a_first_line_of_its_own() => Read(Encoding.UTF8.GetBytes("sep=;\r\na,b;c,d\r\n")).Row(1)[2].Text.ShouldBe("c,d");

    [Fact]
    public void Text_that_is_no_table_is_refused()
    {
        FlawOf([]).ShouldBe(WorkbookFlaw.NotAWorkbook);
        FlawOf("<html><table></table></html>"u8.ToArray()).ShouldBe(WorkbookFlaw.NotAWorkbook);
        FlawOf("%PDF-1.7\n\u0000\u0001"u8.ToArray()).ShouldBe(WorkbookFlaw.NotAWorkbook);
        FlawOf([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]).ShouldBe(WorkbookFlaw.NotAWorkbook);
        FlawOf(new byte[WorkbookScan.MostBytes + 1]).ShouldBe(WorkbookFlaw.TooLarge);
        FlawOf(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, WorkbookScan.MostRows + 1)))).ShouldBe(WorkbookFlaw.TooManyRows);
        FlawOf(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, WorkbookScan.MostColumns + 1)))).ShouldBe(WorkbookFlaw.TooManyColumns);
        FlawOf(Encoding.UTF8.GetBytes("a,\"" + new string('x', 40_000) + "\"")).ShouldBe(WorkbookFlaw.Damaged);
    }

    [Fact]
    public async Task An_old_workbook_gives_the_same_cells_as_the_new_one_it_was_made_of()
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障", (ProblemColumn.FoundOn, new DateTime(2026, 3, 1)), (ProblemColumn.Ordinal, 7)).Row(6, "窗口空岗");
        book.Sheet.Range("D4:D6").Merge();
        book.Sheet.Range("A1:S1").Merge();
        book.Sheet.Cell("Q6").FormulaA1 = "1/0";
        var old = Read(await LibreOffice.ConvertAsync(book.File().ToArray(), "xlsx", "xls"));

        var resaved = WorkbookSheet.Read(book.File(), _ => true);

        old.Rows.ShouldBe(resaved.Rows);
        old.Row(4)[1].ShouldBe(new SheetCell(SheetCellKind.Number, "7"));
        old.Row(4)[2].ShouldBe(new SheetCell(SheetCellKind.Date, "2026-03-01"));
        old.Row(6)[4].CarriedDown.ShouldBeTrue();
        old.Row(6)[17].Kind.ShouldBe(SheetCellKind.Error);
        old.Merged.ShouldBe(resaved.Merged, ignoreOrder: true);
    }

    [Fact]
    public async Task Old_workbooks_with_passwords_macros_or_other_files_are_refused_before_a_library_reads_them()
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障");
        var sound = await LibreOffice.ConvertAsync(book.File().ToArray(), "xlsx", "xls");

        FlawOf(sound).ShouldBeNull();
        FlawOf(Renamed(sound, "Workbook", "EncryptedPackage"[..8])).ShouldBe(WorkbookFlaw.NotAWorkbook);
        FlawOf(WithRecord(sound, 0x2F)).ShouldBe(WorkbookFlaw.Encrypted);
        FlawOf(WithRecord(sound, 0xD3)).ShouldBe(WorkbookFlaw.HasMacros);
        FlawOf(sound[..(sound.Length / 2)]).ShouldBe(WorkbookFlaw.Damaged);
        FlawOf(LoopedBack(sound)).ShouldBe(WorkbookFlaw.Damaged);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("csv")]
    public async Task Five_hundred_spoiled_files_are_all_answered_quickly(string format)
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障").Row(5, "窗口空岗", (ProblemColumn.FoundOn, new DateTime(2026, 3, 1)));
        var sound = format == "xlsx" ? book.File().ToArray() : await LibreOffice.ConvertAsync(book.File().ToArray(), "xlsx", format);
        var random = new Random(20180615);
        var slowest = TimeSpan.Zero;
        var refused = 0;
        for (var round = 0; round < 500; round++)
        {
            var spoiled = Spoil(sound, random);
            var clock = Stopwatch.StartNew();
            refused += IsRefused(spoiled) ? 1 : 0;
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        }

        refused.ShouldBeGreaterThan(format == "csv" ? 20 : 100, "spoiling spoils");
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    /// <summary>Anything thrown but the refusal fails the test.</summary>
    private static bool IsRefused(byte[] file)
    {
        using var stream = new MemoryStream(file);
        try
        {
            if (TableFile.FlawOf(stream) is not null)
            {
                return true;
            }

            TableFile.Read(stream, _ => true);
            return false;
        }
        catch (WorkbookRefused)
        {
            return true;
        }
    }

    /// <summary>Changes a few bytes, or cuts or doubles a stretch.</summary>
    private static byte[] Spoil(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var change = random.Next(1, 8); change > 0; change--)
        {
            var at = random.Next(bytes.Count - 64);
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveRange(at, random.Next(1, 32));
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, random.Next(1, 32)));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Bytes(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8 with mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        "GB18030" => Chinese.GetBytes(text),
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        _ => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
    };

    private static byte[] Renamed(byte[] file, string from, string to)
    {
        var bytes = file.ToArray();
        var at = bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(from));
        Encoding.Unicode.GetBytes(to).CopyTo(bytes, at);
        return bytes;
    }

    /// <summary>Makes the first cell-less record of the book another one: the code page (0x42) is two bytes long, as a password's begins.</summary>
    private static byte[] WithRecord(byte[] file, byte kind)
    {
        var bytes = file.ToArray();
        var at = bytes.AsSpan().IndexOf(new byte[] { 0x42, 0x00, 0x02, 0x00 });
        bytes[at] = kind;
        return bytes;
    }

    /// <summary>The table of sectors says that the second sector follows itself.</summary>
    private static byte[] LoopedBack(byte[] file)
    {
        var bytes = file.ToArray();
        var table = (BitConverter.ToInt32(bytes, 0x4C) + 1) * 512;
        for (var sector = 0; sector < 100; sector++)
        {
            BitConverter.GetBytes(sector).CopyTo(bytes, table + (sector * 4));
        }

        return bytes;
    }

    private static WorkbookSheet Read(byte[] file) => TableFile.Read(new MemoryStream(file), _ => true);

    private static WorkbookFlaw? FlawOf(byte[] file) => TableFile.FlawOf(new MemoryStream(file));
}
