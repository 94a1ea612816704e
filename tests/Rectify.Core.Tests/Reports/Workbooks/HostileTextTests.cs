using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClosedXML.Excel;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Tests.Reports.Workbooks;

/// <summary>Whatever somebody wrote into a problem comes out of the workbook as that text, never as a formula.</summary>
public sealed class HostileTextTests
{
    private const int Texts = 10_000;

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "=1+1", "=HYPERLINK(\"http://a\",\"b\")", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "'", "\"", "\t", "\n", "\r", " ", "<", ">", "&", "]]>", "&amp;", "_x0041_", "_x005F_", "_",
        "\0", "\v", "\u001F", "\uFFFE", "\uFFFF", "\uD800", "\uDC00", "𠮷", "😀", "问题", "３", "1", "0012", "2026-03-01", "1e5", "TRUE", "#REF!", "é", "\u200B", "{=A1}", "%", ";",
    ];

    [Fact]
    public async Task No_text_becomes_a_formula_in_a_streamed_table()
    {
        var texts = Random();
        var table = MadeTables.Of(texts.Count, TableKind.PublicTable, number => texts[number - 1]) with { Columns = [TableColumn.Serial, TableColumn.Description] };

        var stream = new MemoryStream();
        await TableWorkbook.WriteAsync(table, Books.Wording, stream);

        Check(stream, 4, "B", texts);
    }

    [Fact]
    public void No_text_becomes_a_formula_in_a_sheet_the_library_writes()
    {
        var texts = Random();

        using var book = new XLWorkbook();
        var sheet = new Sheet(book, "=1+1", 1, headRows: 1);
        sheet.Title("=1+1", "@A1", "");
        sheet.Head(1, 1, "+1");
        foreach (var text in texts)
        {
            sheet.Text(1, text);
            sheet.NextRow();
        }

        sheet.Close(0, Paper.A4Portrait);
        var stream = new MemoryStream();
        book.Save(stream);

        Check(stream, 4, "A", texts);
    }

    /// <summary>Reads the file as the format says, for the library forgets that a code of an underscore is no code.</summary>
    private static void Check(MemoryStream file, int firstRow, string column, List<string> texts)
    {
        Books.Reopen(file).Dispose();
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        var strings = Load(archive, "xl/sharedStrings.xml").Root!.Elements(Main + "si").Select(Text).ToList();
        var sheet = Load(archive, "xl/worksheets/sheet1.xml");
        sheet.Descendants(Main + "f").ShouldBeEmpty();
        var cells = sheet.Descendants(Main + "c").ToDictionary(cell => cell.Attribute("r")!.Value, cell => (string?)cell.Attribute("t") switch
        {
            "inlineStr" => Text(cell.Element(Main + "is")!),
            "s" when cell.Element(Main + "v") is { } index => strings[(int)index],
            _ => "",
        });

        texts.Select((text, index) => (Wanted: CellText.Printable(text), Found: cells[$"{column}{firstRow + index}"]))
            .Where(pair => pair.Wanted != pair.Found).Select(pair => $"{Shown(pair.Wanted)} came back as {Shown(pair.Found)}").Take(5).ShouldBeEmpty();
        cells.Values.ShouldContain(text => text.StartsWith("=HYPERLINK", StringComparison.Ordinal));
    }

    private static XDocument Load(ZipArchive archive, string part)
    {
        using var stream = archive.GetEntry(part)!.Open();
        return XDocument.Load(stream);
    }

    private static string Text(XElement item) =>
        Regex.Replace(item.Element(Main + "t")!.Value, "_x([0-9A-Fa-f]{4})_", code => ((char)int.Parse(code.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static string Shown(string text) => string.Concat(text.Select(character => character is > ' ' and < '\u007F' ? character.ToString() : $"\\u{(int)character:X4}"));

    private static List<string> Random()
    {
        var random = new Random(20260302);
        List<string> texts = [];
        for (var index = 0; index < Texts; index++)
        {
            var text = new StringBuilder();
            for (var piece = random.Next(1, 6); piece > 0; piece--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            texts.Add(text.ToString());
        }

        return texts;
    }
}
