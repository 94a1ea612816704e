namespace Rectify.Core.Reports.Workbooks;

/// <summary>One row as it came back.</summary>
/// <param name="Number">The row's number in the workbook.</param>
/// <param name="Id">Empty when the row was added by hand.</param>
/// <param name="Cells">The table's cells by their columns' keys; an empty one is missing.</param>
internal sealed record OfflineReturn(int Number, string Id, string Version, string Downloaded, IReadOnlyDictionary<string, SheetCell> Cells);

/// <summary>A table that was filled in offline, read back: sorted, filtered, with rows and columns gone or moved, it is still the same.</summary>
/// <param name="Marker">As <see cref="OfflineTable.Marker"/>.</param>
/// <param name="Columns">Where each key's column stands, from 1.</param>
internal sealed record OfflineSheet(string Marker, IReadOnlyDictionary<string, int> Columns, bool Starts1904, IReadOnlyList<OfflineReturn> Rows)
{
    private const int RowsToLookAt = 60;

    /// <summary>Finds the table by its marker; null when the sheet holds none.</summary>
    public static OfflineSheet? Find(WorkbookSheet sheet, string markerStart)
    {
        foreach (var row in sheet.Rows.Take(RowsToLookAt))
        {
            var cells = sheet.Row(row);
            if (cells.FirstOrDefault(cell => cell.Value.Text.StartsWith(markerStart, StringComparison.Ordinal)) is { Value: { } marker, Key: var idColumn })
            {
                return Read(sheet, row, marker.Text, idColumn, cells);
            }
        }

        return null;
    }

    private static OfflineSheet Read(WorkbookSheet sheet, int keyRow, string marker, int idColumn, IReadOnlyDictionary<int, SheetCell> keys)
    {
        var columns = new Dictionary<string, int>();
        foreach (var (position, key) in keys.Where(key => key.Key != idColumn).OrderBy(key => key.Key))
        {
            columns.TryAdd(key.Text, position);
        }

        string At(IReadOnlyDictionary<int, SheetCell> row, string key) => columns.TryGetValue(key, out var position) && row.TryGetValue(position, out var cell) ? cell.Text : "";
        var rows = new List<OfflineReturn>();

        // The row after the keys holds the headings.
        foreach (var number in sheet.Rows.SkipWhile(row => row <= keyRow).Where(row => row != keyRow + 1))
        {
            var row = sheet.Row(number);
            var cells = columns.Where(column => row.ContainsKey(column.Value)).ToDictionary(column => column.Key, column => row[column.Value]);
            rows.Add(new OfflineReturn(number, row.TryGetValue(idColumn, out var id) ? id.Text : "", At(row, OfflineBook.VersionKey), At(row, OfflineBook.DownloadedKey), cells));
        }

        return new OfflineSheet(marker, columns, sheet.Starts1904, rows);
    }
}
