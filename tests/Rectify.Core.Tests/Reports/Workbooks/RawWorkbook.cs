using System.IO.Compression;
using System.Text;

namespace Rectify.Core.Tests.Reports.Workbooks;

/// <summary>A workbook put together part by part, so that a test can make any part wrong.</summary>
internal sealed class RawWorkbook
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<string, byte[]> _parts = [];

    public RawWorkbook()
    {
        With("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        With("_rels/.rels", Rels(("rId1", "officeDocument", "xl/workbook.xml", "")));
        With("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        With("xl/_rels/workbook.xml.rels", Rels(("rId1", "worksheet", "worksheets/sheet1.xml", "")));
        Sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>好</t></is></c></row>");
    }

    public RawWorkbook With(string part, string text) => With(part, Encoding.UTF8.GetBytes(text));

    public RawWorkbook With(string part, byte[] bytes)
    {
        _parts[part] = bytes;
        return this;
    }

    public RawWorkbook Without(string part)
    {
        _parts.Remove(part);
        return this;
    }

    public RawWorkbook Sheet(string rows, string after = "") => With("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{after}</worksheet>");

    public static string Rels(params (string Id, string Type, string Target, string More)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Relations}/{relation.Type}\" Target=\"{relation.Target}\" {relation.More}/>"))
        + "</Relationships>";

    public MemoryStream File()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in _parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(bytes);
            }
        }

        file.Position = 0;
        return file;
    }
}
