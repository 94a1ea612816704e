using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>
/// A workbook of one sheet, cut open at its sample rows, so that any number of rows can take their place: the library that made it holds each row in memory.
/// </summary>
internal sealed partial class CutBook : IDisposable
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";
    private const string BookPart = "xl/workbook.xml";
    /// <summary>Comes first, as programs that sniff at a file expect it.</summary>
    private const string ContentTypes = "[Content_Types].xml";

    private const string Here = "<?rows?>";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly ZipArchive _parts;
    private readonly XDocument _sheet;
    private readonly int _firstRow;
    private readonly int _samples;

    /// <param name="firstRow">The first sample row.</param>
    /// <param name="samples">How many there are; each shows its look in its first cell.</param>
    public CutBook(XLWorkbook book, int firstRow, int samples)
    {
        (_firstRow, _samples) = (firstRow, samples);
        var whole = new MemoryStream();
        book.SaveAs(whole);
        _parts = new ZipArchive(whole, ZipArchiveMode.Read);
        _sheet = Load(SheetPart);
        var rows = _sheet.Root!.Element(Main + "sheetData")!.Elements().Where(row => Row(row) >= firstRow && Row(row) < firstRow + samples).ToList();
        Styles = [.. rows.Select(row => (int)row.Elements().First().Attribute("s")!)];
        rows[0].AddBeforeSelf(new XProcessingInstruction("rows", ""));
        rows.ForEach(row => row.Remove());

        // Optional, and how far the rows go is not yet known.
        _sheet.Root.Element(Main + "dimension")?.Remove();
    }

    /// <summary>The style's number of each sample.</summary>
    public IReadOnlyList<int> Styles { get; }

    /// <summary>Writes the whole workbook. Every write is asynchronous, so a slow reader holds up no thread.</summary>
    /// <param name="rows">Writes the rows into the sheet and says how many there were.</param>
    public async Task WriteAsync(Stream to, Func<Stream, Task<int>> rows, CancellationToken cancellation)
    {
        await using var patient = new PatientStream(to);
        await using (var zip = await ZipArchive.CreateAsync(patient, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
        {
            await WritePartsAsync(zip, rows, cancellation);
        }

        await patient.FlushAsync(cancellation);
    }

    public void Dispose() => _parts.Dispose();

    private async Task WritePartsAsync(ZipArchive zip, Func<Stream, Task<int>> rows, CancellationToken cancellation)
    {
        foreach (var part in _parts.Entries.Where(part => part.FullName is not SheetPart and not BookPart).OrderBy(part => part.FullName == ContentTypes ? 0 : 1))
        {
            await using var from = await part.OpenAsync(cancellation);
            await using var copy = await OpenAsync(zip, part.FullName, cancellation);
            await from.CopyToAsync(copy, cancellation);
        }

        int count;
        await using (var sheet = await OpenAsync(zip, SheetPart, cancellation))
        {
            var text = Text(_sheet);
            await sheet.WriteAsync(Encoding.UTF8.GetBytes(text[..text.IndexOf(Here, StringComparison.Ordinal)]), cancellation);
            count = await rows(sheet);
            MoveFoot(count - _samples);
            text = Text(_sheet);
            await sheet.WriteAsync(Encoding.UTF8.GetBytes(text[(text.IndexOf(Here, StringComparison.Ordinal) + Here.Length)..]), cancellation);
        }

        await using var book = await OpenAsync(zip, BookPart, cancellation);
        await book.WriteAsync(Encoding.UTF8.GetBytes(Book.RepeatRows(Text(MovedNames(count - _samples)))), cancellation);
    }

    private static Task<Stream> OpenAsync(ZipArchive zip, string name, CancellationToken cancellation) => zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);

    private static string Text(XDocument document)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            document.Save(writer);
        }

        return text.ToString();
    }

    private static int Row(XElement row) => (int)row.Attribute("r")!;

    /// <summary>What stands below the rows moves with them.</summary>
    private void MoveFoot(int by)
    {
        foreach (var row in _sheet.Root!.Element(Main + "sheetData")!.Elements().Where(row => Row(row) >= _firstRow + _samples))
        {
            row.SetAttributeValue("r", Row(row) + by);
            foreach (var cell in row.Elements())
            {
                cell.SetAttributeValue("r", Moved(cell.Attribute("r")!.Value, by));
            }
        }

        foreach (var merged in _sheet.Descendants(Main + "mergeCell"))
        {
            merged.SetAttributeValue("ref", Moved(merged.Attribute("ref")!.Value, by));
        }
    }

    private XDocument MovedNames(int by)
    {
        var book = Load(BookPart);
        foreach (var area in book.Descendants(Main + "definedName").Where(name => (string?)name.Attribute("name") == "_xlnm.Print_Area"))
        {
            area.Value = Moved(area.Value, by);
        }

        return book;
    }

    private string Moved(string reference, int by) => LastRow().Replace(reference, row =>
        int.Parse(row.Value, CultureInfo.InvariantCulture) is var number && number >= _firstRow + _samples ? (number + by).ToString(CultureInfo.InvariantCulture) : row.Value);

    private XDocument Load(string part)
    {
        using var stream = _parts.GetEntry(part)!.Open();
        var document = XDocument.Load(stream);

        // Our own rows carry no prefix.
        document.Root!.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == Main.NamespaceName).Remove();
        return document;
    }

    [GeneratedRegex(@"(?<=[A-Z]\$?)\d+", RegexOptions.CultureInvariant)]
    private static partial Regex LastRow();
}
