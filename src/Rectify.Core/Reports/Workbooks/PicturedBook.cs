using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>A picture on a sheet.</summary>
/// <param name="Row">Counts from 1, as the column does; the picture's upper left corner stands in that cell.</param>
/// <param name="In">How far in from the cell's left, in millimetres, as width and height are.</param>
internal sealed record PlacedPicture(int Row, int Column, double In, double Width, double Height, byte[] Content, string ContentType, string Name);

/// <summary>A workbook of one sheet with pictures on it. The library asks a drawing library for a picture's size; so its parts are written here.</summary>
internal static class PicturedBook
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";
    private const string SheetLinks = "xl/worksheets/_rels/sheet1.xml.rels";
    private const string DrawingPart = "xl/drawings/drawing1.xml";
    private const string DrawingLinks = "xl/drawings/_rels/drawing1.xml.rels";
    private const string ContentTypes = "[Content_Types].xml";
    private const string LinkId = "rIdDrawing";

    /// <summary>Room between the cell's upper edge and the picture, in millimetres.</summary>
    private const double Down = 1;

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Link = Office;
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Draw = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace OnSheet = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    public static void Save(XLWorkbook book, IReadOnlyList<PlacedPicture> pictures, Stream to)
    {
        if (pictures.Count == 0)
        {
            book.Save(to);
            return;
        }

        using var whole = new MemoryStream();
        book.Save(whole);
        using (var parts = new ZipArchive(whole, ZipArchiveMode.Update, leaveOpen: true))
        {
            Change(parts, SheetPart, sheet => sheet.Root!.Elements().Last(element => element.Name.LocalName is "headerFooter" or "pageSetup").AddAfterSelf(new XElement(Main + "drawing", new XAttribute(Link + "id", LinkId))));
            Change(parts, ContentTypes, types =>
            {
                foreach (var type in pictures.Select(picture => picture.ContentType).Distinct())
                {
                    types.Root!.AddFirst(new XElement(Types + "Default", new XAttribute("Extension", Ending(type)), new XAttribute("ContentType", type)));
                }

                types.Root!.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + DrawingPart), new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.drawing+xml")));
            });
            AddLink(parts, SheetLinks, LinkId, "drawing", "../drawings/drawing1.xml");
            Add(parts, DrawingPart, new XElement(OnSheet + "wsDr", new XAttribute(XNamespace.Xmlns + "xdr", OnSheet), new XAttribute(XNamespace.Xmlns + "a", Draw), pictures.Index().Select(picture => Anchor(picture.Item, picture.Index + 1))));
            foreach (var (index, picture) in pictures.Index())
            {
                var name = $"image{index + 1}.{Ending(picture.ContentType)}";
                AddLink(parts, DrawingLinks, $"rId{index + 1}", "image", $"../media/{name}");
                using var content = parts.CreateEntry($"xl/media/{name}", CompressionLevel.NoCompression).Open();
                content.Write(picture.Content);
            }
        }

        whole.Position = 0;
        whole.CopyTo(to);
    }

    private static XElement Anchor(PlacedPicture picture, int number)
    {
        var (width, height) = (Units(picture.Width), Units(picture.Height));
        return new XElement(
            OnSheet + "oneCellAnchor",
            new XElement(
                OnSheet + "from",
                new XElement(OnSheet + "col", picture.Column - 1), new XElement(OnSheet + "colOff", Units(picture.In)),
                new XElement(OnSheet + "row", picture.Row - 1), new XElement(OnSheet + "rowOff", Units(Down))),
            new XElement(OnSheet + "ext", new XAttribute("cx", width), new XAttribute("cy", height)),
            new XElement(
                OnSheet + "pic",
                new XElement(
                    OnSheet + "nvPicPr",
                    new XElement(OnSheet + "cNvPr", new XAttribute("id", number + 1), new XAttribute("name", $"{number}"), new XAttribute("descr", CellText.Printable(picture.Name))),
                    new XElement(OnSheet + "cNvPicPr", new XElement(Draw + "picLocks", new XAttribute("noChangeAspect", 1)))),
                new XElement(OnSheet + "blipFill", new XElement(Draw + "blip", new XAttribute(XNamespace.Xmlns + "r", Link), new XAttribute(Link + "embed", $"rId{number}")), new XElement(Draw + "stretch", new XElement(Draw + "fillRect"))),
                new XElement(
                    OnSheet + "spPr",
                    new XElement(Draw + "xfrm", new XElement(Draw + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(Draw + "ext", new XAttribute("cx", width), new XAttribute("cy", height))),
                    new XElement(Draw + "prstGeom", new XAttribute("prst", "rect"), new XElement(Draw + "avLst")))),
            new XElement(OnSheet + "clientData"));
    }

    private static string Ending(string contentType) => contentType[(contentType.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>A millimetre is 36,000 of the format's units.</summary>
    private static string Units(double millimetres) => Math.Round(millimetres * 36_000).ToString(CultureInfo.InvariantCulture);

    private static void AddLink(ZipArchive parts, string part, string id, string kind, string target)
    {
        if (parts.GetEntry(part) is null)
        {
            Add(parts, part, new XElement(Links + "Relationships"));
        }

        Change(parts, part, links => links.Root!.Add(new XElement(Links + "Relationship", new XAttribute("Id", id), new XAttribute("Type", $"{Office}/{kind}"), new XAttribute("Target", target))));
    }

    private static void Add(ZipArchive parts, string name, XElement root)
    {
        using var stream = parts.CreateEntry(name).Open();
        new XDocument(root).Save(stream, System.Xml.Linq.SaveOptions.DisableFormatting);
    }

    private static void Change(ZipArchive parts, string name, Action<XDocument> change)
    {
        using var stream = parts.GetEntry(name)!.Open();
        var document = XDocument.Load(stream, System.Xml.Linq.LoadOptions.PreserveWhitespace);
        change(document);
        stream.SetLength(0);
        document.Save(stream, System.Xml.Linq.SaveOptions.DisableFormatting);
    }
}
