using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>
/// Writes a prescribed table of any length. The library makes the shell, the rows follow as they come from the database;
/// no more of them is in memory than what the widths are taken from.
/// </summary>
public static class TableWorkbook
{
    /// <summary>How many rows the widths of the columns are taken from.</summary>
    private const int FirstRows = 200;

    /// <summary>Excel's last row.</summary>
    private const int LastRow = 1_048_576;

    private const int RowsBelow = 2;

    /// <summary>Columns for which the public table has words of its own.</summary>
    private static readonly TableColumn[] PublicWords = [TableColumn.Number, TableColumn.Description, TableColumn.Goal, TableColumn.Measures, TableColumn.Result, TableColumn.Due];

    public static Task WriteAsync(Table table, Wording wording, Stream to, CancellationToken cancellation = default) =>
        WriteAsync(table, wording, to, LastRow - Sheet.CaptionRow - 1 - RowsBelow, cancellation);

    /// <summary>The word over a column; a public table has words of its own for some, and a monthly report those of its page.</summary>
    public static string Head(TableKind kind, TableColumn column, Wording wording) => wording[kind switch
    {
        TableKind.MonthlySheet => $"{column}",
        TableKind.PublicTable when PublicWords.Contains(column) => $"Public{column}Column",
        _ => $"{column}Column",
    }];

    /// <summary>The key of the words over a column and its neighbours, if they stand under common ones.</summary>
    public static string? Group(TableColumn column) => column switch
    {
        >= TableColumn.Immediate and <= TableColumn.LongTermKind => "KindGroup",
        >= TableColumn.NotStarted and <= TableColumn.LongTerm => "StageGroup",
        >= TableColumn.FirstNotice and <= TableColumn.ThirdNotice => "NoticesGroup",
        _ => null,
    };

    /// <summary>The title over a table: the unit's own, or the prescribed one.</summary>
    /// <param name="own">Empty for the prescribed one.</param>
    internal static string Title(TableKind kind, string own, string campaignTitle, Wording wording) =>
        own is "" ? wording[$"{kind}Title", campaignTitle] : TableForm.Titled(own, campaignTitle);

    /// <param name="most">How many rows a sheet has room for.</param>
    internal static async Task WriteAsync(Table table, Wording wording, Stream to, int most, CancellationToken cancellation = default)
    {
        await using var rows = table.Rows.GetAsyncEnumerator(cancellation);
        List<TableRow> first = [];
        while (first.Count < FirstRows && await rows.MoveNextAsync())
        {
            first.Add(rows.Current);
        }

        using var shell = new TableShell(table, wording, first);
        await shell.Book.WriteAsync(to, sheet => RowsAsync(sheet, first, rows), cancellation);

        async Task<int> RowsAsync(Stream sheet, List<TableRow> first, IAsyncEnumerator<TableRow> rest)
        {
            const int enough = 64 * 1024;
            var writer = new RowWriter(shell.Book.Styles, shell.Widths);
            var cells = new TableCell[table.Columns.Count];
            var count = 0;
            for (var isMore = first.Count > 0; isMore; isMore = count < first.Count || await rest.MoveNextAsync())
            {
                if (count == most)
                {
                    Array.Fill(cells, TableCell.Of(""));
                    cells[0] = TableCell.Of(wording["LedgerCut", most]);
                    writer.Write(Sheet.CaptionRow + 2 + count, cells);
                    count++;
                    break;
                }

                shell.Cells.Fill(cells, count < first.Count ? first[count] : rest.Current, count + 1);
                writer.Write(Sheet.CaptionRow + 2 + count, cells);
                count++;
                if (writer.Written.Length > enough)
                {
                    await sheet.WriteAsync(writer.Written, cancellation);
                    writer.Clear();
                }
            }

            await sheet.WriteAsync(writer.Written, cancellation);
            return count;
        }
    }
}

/// <summary>All of a table's workbook but its rows.</summary>
internal sealed class TableShell : IDisposable
{
    private readonly XLWorkbook _book = new();

    public TableShell(Table table, Wording wording, IReadOnlyList<TableRow> first)
    {
        Cells = new TableCells(table, wording);
        var title = TableWorkbook.Title(table.Kind, table.Title, table.CampaignTitle, wording);
        _book.Properties.Title = title;
        var sheet = new Sheet(_book, wording[table.Kind], table.Columns.Count, headRows: 1);
        sheet.Title(title, wording["LedgerUnit", table.UnitName], wording["CutOffLine", table.CutOff.Iso()]);
        sheet.Heads(table.Columns.Select(column => TableWorkbook.Head(table.Kind, column, wording)));
        Measure(sheet.Widths, table.Columns.Count, first);
        var looks = Enum.GetValues<CellLook>();
        foreach (var look in looks)
        {
            sheet.Sample(look);
            sheet.NextRow();
        }

        Widths = sheet.Close();
        sheet.Signatures(wording["Signatures"].Split('|'));
        sheet.Print(wording["PageOf"]);
        Book = new CutBook(_book, Sheet.CaptionRow + 2, looks.Length);
    }

    public TableCells Cells { get; }

    public CutBook Book { get; }

    public double[] Widths { get; }

    public void Dispose()
    {
        Book.Dispose();
        _book.Dispose();
    }

    private void Measure(ColumnWidths widths, int columns, IReadOnlyList<TableRow> rows)
    {
        var cells = new TableCell[columns];
        for (var index = 0; index < rows.Count; index++)
        {
            Cells.Fill(cells, rows[index], index + 1);
            for (var column = 1; column <= columns; column++)
            {
                if (cells[column - 1] is { Text: { } text })
                {
                    widths.Add(column, text);
                }
                else if (cells[column - 1].Look == CellLook.Date)
                {
                    widths.Ask(column, 10);
                }
            }
        }
    }
}
