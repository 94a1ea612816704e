using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;
using SheetOfBook = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>
/// Marks wrong cells in a workbook that others made: its parts are changed where they stand, for a spreadsheet library that reads
/// and writes the whole book loses what it does not know. What an earlier marking left is taken away first.
/// </summary>
internal static class MarkedBook
{
    /// <param name="file">Changed; can grow.</param>
    /// <param name="place">Which of the visible sheets the table is, from 0.</param>
    /// <param name="table">The same sheet as it was read.</param>
    public static void Mark(Stream file, int place, WorkbookSheet table, IReadOnlyList<ErrorMark> marks, Wording wording)
    {
        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        var book = document.WorkbookPart!;
        var sheet = book.Workbook.Sheets!.Elements<SheetOfBook>()
            .Where(sheet => (sheet.State is null || sheet.State.Value == SheetStateValues.Visible) && book.GetPartById(sheet.Id!.Value!) is WorksheetPart).ElementAt(place);
        var part = (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
        var looks = new BookLooks(book);
        Unmark(part, looks);
        var cells = new BookCells(part.Worksheet.GetFirstChild<SheetData>()!);
        foreach (var mark in marks)
        {
            var cell = cells.At(mark.Row, mark.Column);
            cell.StyleIndex = looks.Marked(cell.StyleIndex?.Value ?? 0);
        }

        CellNotes.Put(part, marks, wording["ErrorBook.Author"], wording["ErrorBook.Sign"]);
        ErrorSummary.Put(book, sheet.Name!.Value!, table, marks, looks, wording);
    }

    private static void Unmark(WorksheetPart part, BookLooks looks)
    {
        foreach (var cell in part.Worksheet.Descendants<Cell>())
        {
            if (cell.StyleIndex is { } style && looks.IsMarked(style.Value))
            {
                cell.StyleIndex = looks.Unmarked(style.Value);
            }
        }
    }
}

/// <summary>Finds cells of a sheet, and makes those that are not there yet.</summary>
internal sealed class BookCells
{
    private readonly SheetData _data;
    private readonly SortedDictionary<uint, Row> _rows = [];

    public BookCells(SheetData data)
    {
        _data = data;
        var number = 0u;
        foreach (var row in data.Elements<Row>())
        {
            // Some programs number neither rows nor cells: each follows the one before.
            number = row.RowIndex?.Value ?? number + 1;
            row.RowIndex = number;
            _rows.TryAdd(number, row);
        }
    }

    public Cell At(int row, int column)
    {
        var place = RowAt((uint)row);
        var at = 0;
        foreach (var cell in place.Elements<Cell>())
        {
            at = WorkbookXml.Column(cell.CellReference?.Value) ?? at + 1;
            cell.CellReference ??= $"{WorkbookXml.Letters(at)}{row}";
            if (at == column)
            {
                return cell;
            }

            if (at > column)
            {
                return place.InsertBefore(New(row, column), cell);
            }
        }

        place.Spans = null;
        return place.AppendChild(New(row, column));
    }

    private static Cell New(int row, int column) => new() { CellReference = $"{WorkbookXml.Letters(column)}{row}" };

    private Row RowAt(uint number)
    {
        if (_rows.TryGetValue(number, out var there))
        {
            return there;
        }

        var row = new Row { RowIndex = number };
        var next = _rows.FirstOrDefault(other => other.Key > number).Value;
        _rows[number] = next is null ? _data.AppendChild(row) : _data.InsertBefore(row, next);
        return row;
    }
}
