using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Reads a visible sheet of an .xls. Scan the file first.</summary>
internal static class XlsTable
{
    /// <summary>Files older than 1997 name a code page.</summary>
    static XlsTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="WorkbookRefused">The file is no workbook, or broken.</exception>
    /// <param name="isTable">Whether a visible sheet is the one that is looked for; the first one is taken where none is.</param>
    public static WorkbookSheet Read(Stream file, Func<WorkbookSheet, bool> isTable)
    {
        try
        {
            var errors = XlsScan.ErrorsOf(file);
            file.Position = 0;
            using var reader = ExcelReaderFactory.CreateBinaryReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            return WorkbookSheet.FirstOr(isTable, Visible(reader).Index().Select(sheet => (Func<int, WorkbookSheet>)(mostRows => Read(sheet.Item, sheet.Index < errors.Count ? errors[sheet.Index] : [], mostRows))));
        }
        catch (Exception damage) when (damage is not (WorkbookRefused or OutOfMemoryException))
        {
            // A broken file makes the library throw whatever its code happens to meet.
            throw new WorkbookRefused(WorkbookFlaw.Damaged);
        }
    }

    /// <summary>The reader at each visible sheet in turn.</summary>
    private static IEnumerable<IExcelDataReader> Visible(IExcelDataReader reader)
    {
        do
        {
            if (reader.VisibleState == "visible")
            {
                yield return reader;
            }
        }
        while (reader.NextResult());
    }

    private static WorkbookSheet Read(IExcelDataReader reader, HashSet<(int Row, int Column)> errors, int mostRows)
    {
        var sheet = new WorkbookSheet(starts1904: false) { Name = reader.Name };
        foreach (var merged in reader.MergeCells ?? [])
        {
            sheet.Merge(new MergedCells(merged.FromRow + 1, merged.ToRow + 1, merged.FromColumn + 1, merged.ToColumn + 1));
        }

        for (var row = 1; sheet.Rows.Count() <= mostRows && reader.Read(); row++)
        {
            for (var column = 0; column < reader.FieldCount && column < WorkbookScan.MostColumns; column++)
            {
                if ((errors.Contains((row, column + 1)) ? new SheetCell(SheetCellKind.Error, "#!") : Cell(reader, column)) is { } cell)
                {
                    sheet.Put(row, column + 1, cell);
                }
            }
        }

        sheet.CarryDown();
        return sheet;
    }

    private static SheetCell? Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        string text => string.IsNullOrWhiteSpace(text) ? null : new SheetCell(SheetCellKind.Text, text),
        DateTime date => new SheetCell(SheetCellKind.Date, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        double number => new SheetCell(SheetCellKind.Number, WorkbookSheet.Plain(number)),
        null => null,
        var other => new SheetCell(SheetCellKind.Text, Convert.ToString(other, CultureInfo.InvariantCulture)!),
    };
}
