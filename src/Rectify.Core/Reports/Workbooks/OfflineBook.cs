using System.Globalization;
using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

internal enum OfflineKind
{
    Text,
    Number,
    Date,
    Choice,
}

/// <param name="Key">Names the column for the reading back, in any language of the heading.</param>
/// <param name="Choices">The words that its open cells may hold; empty when any text will do.</param>
/// <param name="MostCharacters">The longest text an open cell may hold; 0 when nothing is said of it.</param>
internal sealed record OfflineColumn(string Key, string Heading, OfflineKind Kind, IReadOnlyList<string> Choices, int MostCharacters);

/// <param name="Text">A date as 2026-03-15.</param>
/// <param name="IsOpen">Whether it may be filled in.</param>
internal sealed record OfflineCell(string Text, bool IsOpen);

/// <param name="Downloaded">What the row held when it was written.</param>
internal sealed record OfflineRow(string Id, int Version, string Downloaded, IReadOnlyList<OfflineCell> Cells);

/// <param name="Marker">What tells the table from any other; stands in the row nobody sees.</param>
internal sealed record OfflineTable(
    string Name, string Title, string Left, string Right, string Guide, string Marker, IReadOnlyList<OfflineColumn> Columns, IReadOnlyList<OfflineRow> Rows, int FrozenColumns);

/// <param name="TooLong">{0} is the number of characters.</param>
internal sealed record OfflineWords(string Title, string PageOf, string NotInList, string NoDate, Func<int, string> TooLong);

/// <summary>
/// Tables to be filled in offline and read back. All that the reading needs stands in cells: a hidden row with a key for each column,
/// and behind each row its id, its version and what it held. Styles, names, comments and own parts may get lost on the way.
/// </summary>
internal static class OfflineBook
{
    public const string VersionKey = "version";
    public const string DownloadedKey = "downloaded";

    /// <summary>The rows of the head: the guide, the keys, the headings.</summary>
    private const int HeadRows = 3;

    public static void Write(IReadOnlyList<OfflineTable> tables, OfflineWords words, Stream to)
    {
        using var book = new XLWorkbook();
        book.Properties.Title = words.Title;
        var sheets = tables.Select(table => (Table: table, Sheet: new Sheet(book, table.Name, table.Columns.Count, HeadRows))).ToList();
        var lists = book.AddWorksheet("lists");
        var listColumn = 1;
        foreach (var (table, sheet) in sheets)
        {
            Write(table, sheet);
            foreach (var (index, column) in table.Columns.Index().Where(column => table.Rows.Any(row => row.Cells[column.Index].IsOpen)))
            {
                Guard(sheet, index + 1, column);
            }

            sheet.LockUp();
            sheet.Print(words.PageOf);
        }

        lists.Visibility = XLWorksheetVisibility.Hidden;
        book.Save(to);

        void Guard(Sheet sheet, int position, OfflineColumn column)
        {
            switch (column)
            {
                case { Choices.Count: > 0 }:
                    sheet.Offer(position, lists, listColumn++, column.Choices, words.NotInList);
                    break;
                case { Kind: OfflineKind.Date }:
                    sheet.AskForDate(position, words.NoDate);
                    break;
                case { MostCharacters: > 0 }:
                    sheet.AskForText(position, column.MostCharacters, words.TooLong(column.MostCharacters));
                    break;
            }
        }
    }

    private static void Write(OfflineTable table, Sheet sheet)
    {
        sheet.Title(table.Title, table.Left, table.Right);
        sheet.Guide(1, table.Guide);
        foreach (var (index, column) in table.Columns.Index())
        {
            sheet.Head(HeadRows, index + 1, column.Heading);
        }

        foreach (var row in table.Rows)
        {
            foreach (var (index, (cell, column)) in row.Cells.Zip(table.Columns).Index())
            {
                Put(sheet, index + 1, column, cell);
            }

            sheet.NextRow();
        }

        sheet.Close(table.FrozenColumns, Paper.A3Landscape);
        sheet.Keys(2, [.. table.Columns.Select(column => column.Key), table.Marker, VersionKey, DownloadedKey]);
        sheet.Behind(table.Rows.Select(row => (IReadOnlyList<string>)[row.Id, row.Version.ToString(CultureInfo.InvariantCulture), row.Downloaded]));
    }

    private static void Put(Sheet sheet, int position, OfflineColumn column, OfflineCell cell)
    {
        if (column.Kind == OfflineKind.Number && int.TryParse(cell.Text, CultureInfo.InvariantCulture, out var number))
        {
            sheet.Number(position, number);
        }
        else if (column.Kind == OfflineKind.Date && DateOnly.TryParseExact(cell.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            sheet.Date(position, date);
        }
        else
        {
            sheet.Text(position, cell.Text, isCentred: column.Kind != OfflineKind.Text);
        }

        if (cell.IsOpen)
        {
            sheet.Open(position, column.Kind == OfflineKind.Date, column.Kind == OfflineKind.Text ? column.MostCharacters > 100 ? 24 : 12 : 10);
        }
        else
        {
            sheet.Lock(position);
        }
    }
}
