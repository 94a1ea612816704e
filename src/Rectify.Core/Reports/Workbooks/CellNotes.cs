using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Comments in cells of a sheet that others made: the comment's text, and the box it is drawn in.</summary>
internal static class CellNotes
{
    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";

    /// <summary>What may stand behind the reference to the drawn boxes in a sheet.</summary>
    private static readonly string[] Behind = ["legacyDrawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems", "tableParts", "extLst"];

    /// <param name="sign">What our comments begin with; those of an earlier time are known by it and taken away.</param>
    public static void Put(WorksheetPart sheet, IReadOnlyList<ErrorMark> marks, string author, string sign)
    {
        var part = sheet.WorksheetCommentsPart ?? sheet.AddNewPart<WorksheetCommentsPart>();
        part.Comments ??= new Comments(new Authors(), new CommentList());
        var list = part.Comments.CommentList!;
        var boxes = Boxes(sheet);
        RemoveOurs(list, boxes, sign);
        var authors = part.Comments.Authors!;
        var known = authors.Elements<Author>().ToList().FindIndex(other => other.Text == author);
        var number = (uint)(known >= 0 ? known : authors.ChildElements.Count);
        if (known < 0)
        {
            authors.Append(new Author(author));
        }

        foreach (var mark in marks)
        {
            var text = sign + CellText.Printable(mark.Wrong);
            if (list.Elements<Comment>().FirstOrDefault(comment => comment.Reference?.Value == mark.Address) is { } there)
            {
                there.CommentText = new CommentText(Runs(there.CommentText).Append(Run("\n" + text)));
                continue;
            }

            list.Append(new Comment(new CommentText(Run(text))) { Reference = mark.Address, AuthorId = number });
            boxes.Root!.Add(Box(mark, Number(boxes)));
        }

        using var drawing = Drawing(sheet).GetStream(FileMode.Create);
        boxes.Save(drawing, SaveOptions.DisableFormatting);
    }

    private static void RemoveOurs(CommentList list, XDocument boxes, string sign)
    {
        foreach (var comment in list.Elements<Comment>().ToList())
        {
            var text = comment.CommentText?.InnerText ?? "";
            var ours = text.IndexOf(sign, StringComparison.Ordinal);
            if (ours < 0)
            {
                continue;
            }

            if (text[..ours].Trim() is { Length: > 0 } theirs)
            {
                comment.CommentText = new CommentText(Run(theirs));
                continue;
            }

            comment.Remove();
            boxes.Descendants(Excel + "ClientData").FirstOrDefault(box => IsAt(box, comment.Reference?.Value))?.Parent?.Remove();
        }
    }

    private static bool IsAt(XElement box, string? address) =>
        Value(box, "Row") + 1 == WorkbookXml.Row(address) && Value(box, "Column") + 1 == WorkbookXml.Column(address);

    private static int? Value(XElement box, string name) => int.TryParse(box.Element(Excel + name)?.Value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static IEnumerable<OpenXmlElement> Runs(CommentText? text) => text is null ? []
        : text.Elements<Run>().Any() ? text.Elements<Run>().Select(run => run.CloneNode(true))
        : [Run(text.InnerText)];

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static XDocument Boxes(WorksheetPart sheet)
    {
        using var stream = Drawing(sheet).GetStream(FileMode.OpenOrCreate);
        if (stream.Length > 0)
        {
            using var reader = XmlReader.Create(stream, WorkbookXml.Settings());
            return XDocument.Load(reader);
        }

        return new XDocument(new XElement(
            "xml", new XAttribute(XNamespace.Xmlns + "v", Vml), new XAttribute(XNamespace.Xmlns + "o", Office), new XAttribute(XNamespace.Xmlns + "x", Excel),
            new XElement(Office + "shapelayout", new XAttribute(Vml + "ext", "edit"), new XElement(Office + "idmap", new XAttribute(Vml + "ext", "edit"), new XAttribute("data", "1"))),
            new XElement(
                Vml + "shapetype", new XAttribute("id", "_x0000_t202"), new XAttribute("coordsize", "21600,21600"), new XAttribute(Office + "spt", "202"), new XAttribute("path", "m,l,21600r21600,l21600,xe"),
                new XElement(Vml + "stroke", new XAttribute("joinstyle", "miter")),
                new XElement(Vml + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(Office + "connecttype", "rect")))));
    }

    /// <summary>The part with the drawn boxes; made and referred to where there is none.</summary>
    private static VmlDrawingPart Drawing(WorksheetPart sheet)
    {
        if (sheet.Worksheet.GetFirstChild<LegacyDrawing>()?.Id?.Value is { } id)
        {
            return (VmlDrawingPart)sheet.GetPartById(id);
        }

        var part = sheet.AddNewPart<VmlDrawingPart>();
        var reference = new LegacyDrawing { Id = sheet.GetIdOfPart(part) };
        if (sheet.Worksheet.ChildElements.FirstOrDefault(element => Behind.Contains(element.LocalName)) is { } next)
        {
            sheet.Worksheet.InsertBefore(reference, next);
        }
        else
        {
            sheet.Worksheet.Append(reference);
        }

        return part;
    }

    private static int Number(XDocument boxes) => boxes.Descendants(Vml + "shape").Select(shape => (string?)shape.Attribute("id") ?? "")
        .Select(id => id.StartsWith("_x0000_s", StringComparison.Ordinal) && int.TryParse(id.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Append(1024).Max() + 1;

    private static XElement Box(ErrorMark mark, int number)
    {
        var (row, column) = (mark.Row - 1, mark.Column - 1);
        return new XElement(
            Vml + "shape", new XAttribute("id", $"_x0000_s{number}"), new XAttribute("type", "#_x0000_t202"),
            new XAttribute("style", "position:absolute;margin-left:80pt;margin-top:5pt;width:190pt;height:68pt;z-index:1;visibility:hidden"),
            new XAttribute("fillcolor", "#ffffe1"), new XAttribute(Office + "insetmode", "auto"),
            new XElement(Vml + "fill", new XAttribute("color2", "#ffffe1")),
            new XElement(Vml + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
            new XElement(Vml + "path", new XAttribute(Office + "connecttype", "none")),
            new XElement(Vml + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"))),
            new XElement(
                Excel + "ClientData", new XAttribute("ObjectType", "Note"),
                new XElement(Excel + "MoveWithCells"), new XElement(Excel + "SizeWithCells"),
                new XElement(Excel + "Anchor", $"{column + 1}, 12, {row}, 4, {column + 4}, 12, {row + 4}, 4"),
                new XElement(Excel + "AutoFill", "False"), new XElement(Excel + "Row", row), new XElement(Excel + "Column", column)));
    }
}
