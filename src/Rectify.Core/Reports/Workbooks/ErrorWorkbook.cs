using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>One wrong cell, in the words of the person who gets the workbook back.</summary>
/// <param name="Column">From 1.</param>
public sealed record ErrorMark(int Row, int Column, string Heading, string Wrong)
{
    public string Address => $"{WorkbookXml.Letters(Column)}{Row}";
}

/// <summary>
/// A sender's table with a comment in each wrong cell and a sheet that lists them. An .xlsx comes back as it was sent but for that, pictures,
/// formulas and all; of an .xls or a .csv, and of an .xlsx that is beyond the library, the same cells come back in a new workbook.
/// </summary>
public static class ErrorWorkbook
{
    /// <param name="file">The table as it was sent; seekable, and looked through once more.</param>
    /// <param name="place">Which of the visible sheets the table is, from 0.</param>
    /// <exception cref="InvalidDataException">The file is none that may be read.</exception>
    public static byte[] Build(Stream file, IReadOnlyList<ErrorMark> marks, Wording wording, int place = 0)
    {
        if (TableFile.FlawOf(file) is { } flaw)
        {
            throw new InvalidDataException($"{flaw}");
        }

        var isWorkbook = TableFile.FormatOf(file) == TableFormat.Xlsx;
        var table = TableFile.Read(file, sheet => sheet.Place == place);
        if (isWorkbook)
        {
            try
            {
                using var own = new MemoryStream();
                file.Position = 0;
                file.CopyTo(own);
                MarkedBook.Mark(own, place, table, marks, wording);
                return own.ToArray();
            }
            catch (Exception beyond) when (beyond is not OutOfMemoryException)
            {
                // Other programs write parts the library stumbles over; the cells are what the sender needs.
            }
        }

        using var copy = Copy(table);
        MarkedBook.Mark(copy, 0, table, marks, wording);
        return copy.ToArray();
    }

    /// <summary>A cell as a person reads it: a date as a date, not as the workbook counts days.</summary>
    internal static string Shown(SheetCell cell, WorkbookSheet table) =>
        cell.Kind == SheetCellKind.Date && CellValues.Date(cell, table.Starts1904) is { } date ? date.Iso() : cell.Text;

    private static MemoryStream Copy(WorkbookSheet table)
    {
        using var book = new XLWorkbook();
        var sheet = Sheet.Add(book, "Sheet1");
        foreach (var row in table.Rows)
        {
            foreach (var (column, cell) in table.Row(row).Where(cell => !cell.Value.CarriedDown))
            {
                Sheet.Put(sheet.Cell(row, column), Shown(cell, table));
            }
        }

        foreach (var merged in table.Merged.Where(merged => merged.Right <= WorkbookScan.MostColumns))
        {
            sheet.Range(merged.Top, merged.Left, merged.Bottom, merged.Right).Merge();
        }

        sheet.Columns(1, sheet.LastColumnUsed()?.ColumnNumber() ?? 1).Width = 16;
        var copy = new MemoryStream();
        book.Save(copy);
        return copy;
    }
}
