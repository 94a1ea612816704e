using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Finds a workbook's parts by their relationships: the sheets, the shared texts, the styles.</summary>
internal sealed class WorkbookParts
{
    /// <summary>An honest workbook has a few; a thousand that each name the same part would be read a thousand times.</summary>
    private const int MostSheets = 20;

    private readonly ZipArchive _zip;
    private readonly string _workbook;
    private readonly Dictionary<string, (string Type, string Target)> _related;
    private readonly List<(string Id, string Name, bool IsVisible)> _sheets = [];

    public WorkbookParts(ZipArchive zip)
    {
        _zip = zip;
        _workbook = Related("").Values.FirstOrDefault(part => part.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target ?? throw new WorkbookRefused(WorkbookFlaw.NotAWorkbook);
        _related = Related(_workbook);
        using var reader = Open(_workbook) ?? throw new WorkbookRefused(WorkbookFlaw.NotAWorkbook);
        while (reader.ReadWithin())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                Starts1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                _sheets.Add((Attribute(reader, "id") ?? "", reader.GetAttribute("name") ?? "", reader.GetAttribute("state") is null or "visible"));
            }
        }

        if (!_sheets.Any(sheet => sheet.IsVisible && _related.ContainsKey(sheet.Id)))
        {
            throw new WorkbookRefused(WorkbookFlaw.NotAWorkbook);
        }
    }

    public bool Starts1904 { get; }

    /// <summary>Every sheet with cells in it, in the workbook's order.</summary>
    /// <param name="hiddenToo">Whether sheets that nobody sees count too.</param>
    public IEnumerable<(string Name, XmlReader Reader)> Sheets(bool hiddenToo)
    {
        foreach (var sheet in _sheets.Take(MostSheets).Where(sheet => (sheet.IsVisible || hiddenToo) && _related.ContainsKey(sheet.Id)))
        {
            if (_related[sheet.Id] is var part && part.Type.EndsWith("/worksheet", StringComparison.Ordinal) && Open(part.Target) is { } reader)
            {
                yield return (sheet.Name, reader);
            }
        }
    }

    /// <summary>The texts that cells refer to by number.</summary>
    public List<string> SharedTexts()
    {
        var texts = new List<string>();
        using var reader = OpenOfType("/sharedStrings");
        while (reader?.ReadWithin() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(WorkbookXml.TextOf(reader));
            }
        }

        return texts;
    }

    /// <summary>The numbers of the cell styles that show a number as a date.</summary>
    public HashSet<int> DateStyles()
    {
        var formats = new Dictionary<int, string>();
        var dates = new HashSet<int>();
        var (inCells, style) = (false, 0);
        using var reader = OpenOfType("/styles");
        while (reader?.ReadWithin() == true)
        {
            switch (reader.LocalName)
            {
                case "numFmt" when reader.NodeType == XmlNodeType.Element && Number(reader, "numFmtId") is { } id:
                    formats[id] = reader.GetAttribute("formatCode") ?? "";
                    break;
                case "cellXfs":
                    inCells = reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                    break;
                case "xf" when inCells && reader.NodeType == XmlNodeType.Element:
                    if (Number(reader, "numFmtId") is { } format && IsDate(format, formats))
                    {
                        dates.Add(style);
                    }

                    style++;
                    break;
            }
        }

        return dates;
    }

    /// <summary>The built-in date formats, East Asian ones among them, or one of the workbook's own with year, month or day in it.</summary>
    private static bool IsDate(int format, Dictionary<int, string> own) =>
        format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58
        || (own.TryGetValue(format, out var code) && NumberFormat.ShowsDate(code));

    private XmlReader? OpenOfType(string type) => _related.Values.FirstOrDefault(part => part.Type.EndsWith(type, StringComparison.Ordinal)).Target is { } part ? Open(part) : null;

    private XmlReader? Open(string part) => _zip.GetEntry(part) is { } entry
        ? XmlReader.Create(new MeteredStream(entry.Open(), WorkbookScan.MostPartBytes) { IsXml = true }, Closing(WorkbookXml.Settings()))
        : null;

    private static XmlReaderSettings Closing(XmlReaderSettings settings)
    {
        settings.CloseInput = true;
        return settings;
    }

    private Dictionary<string, (string Type, string Target)> Related(string part)
    {
        var folder = part.Contains('/') ? part[..(part.LastIndexOf('/') + 1)] : "";
        var related = new Dictionary<string, (string, string)>();
        using var reader = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        while (reader?.ReadWithin() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
            {
                var target = reader.GetAttribute("Target") ?? "";
                related[reader.GetAttribute("Id") ?? ""] = (reader.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : Absolute(folder + target));
            }
        }

        return related;
    }

    private static string Absolute(string path)
    {
        var steps = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".." or ""))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    /// <summary>An attribute by its local name, for strict and usual workbooks differ in namespaces.</summary>
    private static string? Attribute(XmlReader reader, string localName)
    {
        for (var index = 0; index < reader.AttributeCount; index++)
        {
            reader.MoveToAttribute(index);
            if (reader.LocalName == localName)
            {
                var value = reader.Value;
                reader.MoveToElement();
                return value;
            }
        }

        reader.MoveToElement();
        return null;
    }

    private static int? Number(XmlReader reader, string attribute) => int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
