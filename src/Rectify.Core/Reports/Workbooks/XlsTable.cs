using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Reads the first visible sheet of an .xls. Scan the file first.</summary>
internal static class XlsTable
{
    /// <summary>Files older than 1997 name a code page.</summary>
    static XlsTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="WorkbookRefused">The file is no workbook, or broken.</exception>
    public static WorkbookSheet Read(Stream file)
    {
        try
        {
            var errors = XlsScan.ErrorsOf(file);
            file.Position = 0;
            using var reader = ExcelReaderFactory.CreateBinaryReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            while (reader.VisibleState != "visible" && reader.NextResult())
            {
            }

            return Read(reader, errors);
        }
        catch (Exception damage) when (damage is not (WorkbookRefused or OutOfMemoryException))
        {
            // A broken file makes the library throw whatever its code happens to meet.
            throw new WorkbookRefused(WorkbookFlaw.Damaged);
        }
    }

    private static WorkbookSheet Read(IExcelDataReader reader, HashSet<(int Row, int Column)> errors)
    {
        var sheet = new WorkbookSheet(starts1904: false);
        foreach (var merged in reader.MergeCells ?? [])
        {
            sheet.Merge(new MergedCells(merged.FromRow + 1, merged.ToRow + 1, merged.FromColumn + 1, merged.ToColumn + 1));
        }

        for (var row = 1; reader.Read(); row++)
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
