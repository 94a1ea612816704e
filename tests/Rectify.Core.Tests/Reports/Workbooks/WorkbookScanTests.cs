using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Tests.Reports.Workbooks;

/// <summary>What is refused before anything is read, and that an honest workbook is not.</summary>
public sealed class WorkbookScanTests
{
    [Fact]
    public void An_honest_workbook_passes_and_is_left_at_its_beginning()
    {
        using var file = new RawWorkbook().File();

        WorkbookScan.FlawOf(file).ShouldBeNull();
        file.Position.ShouldBe(0);
        WorkbookSheet.Read(file, _ => true).Row(1)[1].Text.ShouldBe("好");
    }

    [Fact]
    public void A_file_beyond_the_limit_is_not_looked_into()
    {
        FlawOf(new byte[WorkbookScan.MostBytes + 1]).ShouldBe(WorkbookFlaw.TooLarge);
        FlawOf(new byte[WorkbookScan.MostBytes]).ShouldBe(WorkbookFlaw.NotAWorkbook);
    }

    [Fact]
    public void Other_files_are_told_from_workbooks()
    {
        FlawOf([]).ShouldBe(WorkbookFlaw.NotAWorkbook);
        FlawOf("<html>no</html>"u8.ToArray()).ShouldBe(WorkbookFlaw.NotAWorkbook);
        FlawOf([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).ShouldBe(WorkbookFlaw.NotAWorkbook);
        FlawOf(new RawWorkbook().Without("[Content_Types].xml")).ShouldBe(WorkbookFlaw.NotAWorkbook);
        FlawOf(new RawWorkbook().File().ToArray()[..^30]).ShouldBe(WorkbookFlaw.Damaged);
    }

    [Fact]
    public void Parts_that_unpack_to_far_more_than_they_are_packed_are_refused_without_unpacking_them_all()
    {
        var bomb = new RawWorkbook().With("xl/media/bomb.png", new byte[WorkbookScan.MostPartBytes + 1]);
        var spaces = new RawWorkbook().Sheet(string.Concat(Enumerable.Repeat("<c/>" + new string(' ', 100_000), 50)));
        var clock = Stopwatch.StartNew();

        FlawOf(bomb).ShouldBe(WorkbookFlaw.InflatesTooFar);
        FlawOf(spaces).ShouldBe(WorkbookFlaw.InflatesTooFar);
        FlawOf(new RawWorkbook().With("xl/media/small.png", new byte[1000])).ShouldBeNull("a small part may be packed well");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void All_parts_together_have_a_limit_too()
    {
        var book = new RawWorkbook();
        foreach (var number in Enumerable.Range(0, 9))
        {
            // Half of it repeats, so that each part is 8 MiB and packs to less than 1 MiB.
            book.With($"xl/media/{number}.png", [.. Enumerable.Repeat(RandomNumberGenerator.GetBytes(1 << 16), 128).SelectMany((block, index) => index % 12 == 0 ? RandomNumberGenerator.GetBytes(1 << 16) : new byte[1 << 16])]);
        }

        FlawOf(book).ShouldBe(WorkbookFlaw.InflatesTooFar);
    }

    [Fact]
    public void More_parts_than_a_workbook_has_are_refused()
    {
        var book = new RawWorkbook();
        foreach (var number in Enumerable.Range(0, WorkbookScan.MostParts))
        {
            book.With($"xl/media/{number}.png", []);
        }

        FlawOf(book).ShouldBe(WorkbookFlaw.InflatesTooFar);
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData>&b;</sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><worksheet/>")]
    [InlineData("xl/sharedStrings.xml", "<?xml version=\"1.0\"?>\n<!-- a --><!DOCTYPE sst [<!ENTITY b \"c\">]><sst><si><t>&b;</t></si></sst>")]
    public void A_document_type_is_told_as_what_it_is(string part, string xml) =>
        FlawOf(new RawWorkbook().With(part, xml)).ShouldBe(WorkbookFlaw.HasDocumentType);

    [Fact]
    public void A_cell_longer_than_any_text_is_told_as_too_large_and_not_as_damage()
    {
        var random = RandomNumberGenerator.GetHexString(3 << 20);

        FlawOf(Sheet($"<row><c t=\"inlineStr\"><is><t>{random}</t></is></c></row>")).ShouldBe(WorkbookFlaw.InflatesTooFar);
        FlawOf(Sheet($"<row><c t=\"inlineStr\"><is><t>{new string('长', 80_000_000)}</t></is></c></row>")).ShouldBe(WorkbookFlaw.InflatesTooFar);
    }

    [Theory]
    [InlineData("<worksheet><sheetData>")]
    [InlineData("no markup at all")]
    [InlineData("")]
    public void Xml_that_is_broken_is_refused(string xml) =>
        FlawOf(new RawWorkbook().With("xl/worksheets/sheet1.xml", xml)).ShouldBe(WorkbookFlaw.Damaged);

    [Fact]
    public void Xml_made_to_fill_memory_is_refused()
    {
        FlawOf(Sheet(string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000)))).ShouldBe(WorkbookFlaw.Damaged, "deep");
        FlawOf(Sheet(string.Concat(Enumerable.Range(0, 10_000).Select(n => $"<a{n}/>")))).ShouldBe(WorkbookFlaw.Damaged, "many names");
        FlawOf(Sheet("<a " + string.Concat(Enumerable.Range(0, 200_000).Select(n => $"b{n}=\"\" ")) + "/>")).ShouldBe(WorkbookFlaw.Damaged, "many attributes");
    }

    [Fact]
    public void Macros_are_refused_by_their_part_and_by_the_type_of_the_workbook()
    {
        FlawOf(new RawWorkbook().With("xl/vbaProject.bin", [1])).ShouldBe(WorkbookFlaw.HasMacros);
        FlawOf(new RawWorkbook().With("XL\\VBAPROJECT.BIN", [1])).ShouldBe(WorkbookFlaw.HasMacros);
        FlawOf(new RawWorkbook().With("xl/macrosheets/sheet1.xml", "<a/>")).ShouldBe(WorkbookFlaw.HasMacros);
        FlawOf(new RawWorkbook().With("[Content_Types].xml", "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"))
            .ShouldBe(WorkbookFlaw.HasMacros);
    }

    [Fact]
    public void Links_to_other_files_and_embedded_files_are_refused_but_not_hyperlinks()
    {
        FlawOf(new RawWorkbook().With("xl/externalLinks/externalLink1.xml", "<a/>")).ShouldBe(WorkbookFlaw.HasForeignParts);
        FlawOf(new RawWorkbook().With("xl/embeddings/oleObject1.bin", [1])).ShouldBe(WorkbookFlaw.HasForeignParts);
        FlawOf(new RawWorkbook().With("xl/worksheets/_rels/sheet1.xml.rels", RawWorkbook.Rels(("rId1", "image", "http://example.org/a.png", "TargetMode=\"External\"")))).ShouldBe(WorkbookFlaw.HasForeignParts);
        FlawOf(new RawWorkbook().With("xl/worksheets/_rels/sheet1.xml.rels", RawWorkbook.Rels(("rId1", "hyperlink", "mailto:a@example.org", "TargetMode=\"External\"")))).ShouldBeNull();
    }

    [Fact]
    public void Rows_and_columns_that_hold_something_are_limited_and_empty_ones_are_not()
    {
        string Rows(int count, string cell) => string.Concat(Enumerable.Range(1, count).Select(row => $"<row r=\"{row}\">{cell}</row>"));

        FlawOf(Sheet(Rows(WorkbookScan.MostRows + 1, "<c><v>1</v></c>"))).ShouldBe(WorkbookFlaw.TooManyRows);
        FlawOf(Sheet(Rows(WorkbookScan.MostRows, "<c><v>1</v></c>"))).ShouldBeNull();
        FlawOf(Sheet(Rows(WorkbookScan.MostRows + 1, "<c s=\"1\"/>"))).ShouldBeNull();
        FlawOf(Sheet("<row><c r=\"BI1\"><v>1</v></c></row>")).ShouldBe(WorkbookFlaw.TooManyColumns);
        FlawOf(Sheet("<row><c r=\"BH1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>")).ShouldBeNull();
    }

    [Fact]
    public void Sheets_are_read_by_their_relationships_with_readings_line_breaks_and_the_first_visible_one()
    {
        using var file = new RawWorkbook()
            .With("xl/workbook.xml", $"<workbook xmlns=\"{RawWorkbook.Main}\" xmlns:r=\"http://x\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"b\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>")
            .With("xl/_rels/workbook.xml.rels", RawWorkbook.Rels(("rId1", "worksheet", "worksheets/sheet1.xml", ""), ("rId2", "worksheet", "/xl/other/b.xml", ""), ("rId3", "sharedStrings", "../xl/texts.xml", "")))
            .With("xl/texts.xml", "<sst><si><r><t>排队</t></r><r><t xml:space=\"preserve\">机 </t></r><rPh sb=\"0\" eb=\"1\"><t>はい</t></rPh></si><si><t>一_x000D_&#10;二</t></si></sst>")
            .With("xl/other/b.xml", "<worksheet><sheetData><row r=\"7\"><c r=\"C7\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"str\"><f>A1</f><v>3</v></c><c><v>0.1</v></c><c t=\"e\"><v>#REF!</v></c></row></sheetData></worksheet>")
            .File();

        var sheet = WorkbookSheet.Read(file, _ => true);

        sheet.Starts1904.ShouldBeTrue();
        sheet.Row(7).OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value.Kind, cell.Value.Text)).ShouldBe(
            [(3, SheetCellKind.Text, "排队机 "), (4, SheetCellKind.Text, "一\n二"), (5, SheetCellKind.Text, "3"), (6, SheetCellKind.Number, "0.1"), (7, SheetCellKind.Error, "#REF!")]);
    }

    [Fact]
    public void A_merge_over_the_whole_sheet_costs_no_more_than_its_rows()
    {
        var rows = string.Concat(Enumerable.Range(1, 5000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"));
        var merges = string.Concat(Enumerable.Range(1, 2000).Select(_ => "<mergeCell ref=\"A1:A1048576\"/>"));
        using var file = new RawWorkbook().Sheet(rows, $"<mergeCells>{merges}</mergeCells>").File();

        Should.Throw<WorkbookRefused>(() => WorkbookSheet.Read(file, _ => true)).Flaw.ShouldBe(WorkbookFlaw.Damaged);
    }

    [Fact]
    public void Every_flaw_has_its_message() =>
        Enum.GetNames<WorkbookFlaw>().Select(flaw => $"Workbook{flaw}").Except(Architecture.Texts.Of("ErrorText").Values.Keys).ShouldBeEmpty();

    private static RawWorkbook Sheet(string rows) => new RawWorkbook().Sheet(rows);

    private static WorkbookFlaw? FlawOf(RawWorkbook book) => WorkbookScan.FlawOf(book.File());

    private static WorkbookFlaw? FlawOf(byte[] file) => WorkbookScan.FlawOf(new MemoryStream(file));
}
