using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;
using SheetOfBook = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>The sheet that lists a table's wrong cells, behind the sender's own; the list of an earlier time is written over.</summary>
internal static class ErrorSummary
{
    private const int LongestShown = 200;

    /// <summary>The keys of the headings, and the widths.</summary>
    private static readonly (string Key, double Width)[] Columns = [("Cell", 9), ("Heading", 16), ("Found", 26), ("Wrong", 60)];

    /// <param name="name">Of the marked sheet.</param>
    /// <param name="table">The marked sheet as it was read.</param>
    public static void Put(WorkbookPart book, string name, WorkbookSheet table, IReadOnlyList<ErrorMark> marks, BookLooks looks, Wording wording)
    {
        var (title, head, text) = (looks.Text(isBold: true, size: 14, isFramed: false), looks.Text(isBold: true, ground: "FFDCE6F1"), looks.Text());
        var heads = Columns.Select(column => wording[$"ErrorBook.{column.Key}"]).ToArray();
        var data = new SheetData(Line(1, title, wording["ErrorBook.Title", marks.Count]), Line(2, head, heads));
        foreach (var (index, mark) in marks.Index())
        {
            data.Append(Line((uint)index + 3, text, mark.Address, mark.Heading, Shown(table, mark), mark.Wrong));
        }

        Part(book, table, heads, wording["ErrorBook.Sheet"]).Worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new Columns(Columns.Index().Select(column => new Column { Min = (uint)column.Index + 1, Max = (uint)column.Index + 1, Width = column.Item.Width, CustomWidth = true })),
            data,
            new MergeCells(new MergeCell { Reference = "A1:D1" }) { Count = 1 },
            new Hyperlinks(marks.Index().Select(mark => new Hyperlink { Reference = $"A{mark.Index + 3}", Location = $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!{mark.Item.Address}" })),
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.7, Header = 0.3, Footer = 0.35 },
            new PageSetup { PaperSize = 9, FitToHeight = 0 });
    }

    private static WorksheetPart Part(WorkbookPart book, WorkbookSheet table, string[] heads, string name)
    {
        var sheets = book.Workbook.Sheets!;
        var ours = table.Others.FirstOrDefault(other => other.Rows.Contains(2) && other.Row(2).Values.Select(cell => cell.Text).SequenceEqual(heads))?.Name;
        if (sheets.Elements<SheetOfBook>().FirstOrDefault(sheet => ours is not null && sheet.Name?.Value == ours) is { } earlier)
        {
            return (WorksheetPart)book.GetPartById(earlier.Id!.Value!);
        }

        var taken = sheets.Elements<SheetOfBook>().Select(sheet => sheet.Name?.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var part = book.AddNewPart<WorksheetPart>();
        sheets.Append(new SheetOfBook
        {
            Id = book.GetIdOfPart(part),
            SheetId = sheets.Elements<SheetOfBook>().Max(sheet => sheet.SheetId?.Value ?? 0) + 1,
            Name = Enumerable.Range(1, 99).Select(number => number == 1 ? name : $"{name}{number}").First(free => !taken.Contains(free)),
        });
        return part;
    }

    private static string Shown(WorkbookSheet table, ErrorMark mark) =>
        table.Rows.Contains(mark.Row) && table.Row(mark.Row).TryGetValue(mark.Column, out var cell) && ErrorWorkbook.Shown(cell, table) is var text
            ? text.Length <= LongestShown ? text : text[..LongestShown] + "…"
            : "";

    /// <summary>Text stays text, whatever it begins with.</summary>
    private static Row Line(uint number, uint style, params string[] texts) => new(texts.Select((text, index) => new Cell(
        new InlineString(new Text(CellText.Escaped(CellText.Printable(text))) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = $"{WorkbookXml.Letters(index + 1)}{number}", DataType = DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString, StyleIndex = style,
    }))
    {
        RowIndex = number, CustomHeight = true,
        Height = number == 1 ? 26 : CellText.Height(texts.Index().Max(text => CellText.Lines(text.Item, Columns[text.Index].Width))),
    };
}
