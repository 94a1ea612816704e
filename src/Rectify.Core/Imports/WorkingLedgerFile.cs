using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>A working ledger as it came back.</summary>
internal sealed record WorkingLedgerFile(WorkingLedgerMarker Marker, IReadOnlyList<WorkingLedgerRow> Rows)
{
    /// <summary>Reads an upload after looking through it. The database is not asked.</summary>
    /// <exception cref="InvalidInput">It is no workbook, a dangerous one, or no working ledger of this campaign and unit.</exception>
    public static WorkingLedgerFile Read(Stream file, Guid campaignId, Guid unitId)
    {
        // An old workbook and one under a password begin alike.
        if (TableFile.FormatOf(file) == TableFormat.Xls && file.Length <= WorkbookScan.MostBytes)
        {
            throw Refused(XlsScan.FlawOf(file) == WorkbookFlaw.Encrypted ? "WorkbookEncrypted" : "WorkingLedgerAsXls");
        }

        if (WorkbookScan.FlawOf(file) is { } flaw)
        {
            throw Refused(flaw);
        }

        try
        {
            var sheets = WorkbookSheet.ReadAll(file).Select(sheet => OfflineSheet.Find(sheet, WorkingLedgerMarker.Start)).OfType<OfflineSheet>()
                .Select(sheet => (Sheet: sheet, Marker: WorkingLedgerMarker.Parse(sheet.Marker))).Where(sheet => sheet.Marker is not null).ToList();
            if (sheets.Count == 0)
            {
                throw Refused("NotAWorkingLedger");
            }

            if (sheets.Exists(sheet => sheet.Marker!.CampaignId != campaignId || sheet.Marker.UnitId != unitId))
            {
                throw Refused("WorkingLedgerOfAnother");
            }

            return new WorkingLedgerFile(sheets[0].Marker!, [.. sheets.SelectMany(sheet => RowsOf(sheet.Sheet, sheet.Marker!.Part))]);
        }
        catch (WorkbookRefused refused)
        {
            throw Refused(refused.Flaw);
        }
    }

    private static IEnumerable<WorkingLedgerRow> RowsOf(OfflineSheet sheet, WorkingLedgerPart part)
    {
        var columns = WorkingLedgerColumns.Of(part);
        var positions = columns.Where(column => sheet.Columns.ContainsKey($"{column}")).ToDictionary(column => column, column => sheet.Columns[$"{column}"]);
        foreach (var row in sheet.Rows)
        {
            var key = WorkingLedgerLine.Parse(row.Id);
            var cells = positions.Keys.Where(column => row.Cells.ContainsKey($"{column}")).ToDictionary(column => column, column => row.Cells[$"{column}"]);
            if (key is not null || cells.Count > 0)
            {
                _ = int.TryParse(row.Version, System.Globalization.CultureInfo.InvariantCulture, out var version);
                yield return new WorkingLedgerRow(part, row.Number, key?.Id, key?.Index ?? 0, version, WorkingLedgerBase.Parse(row.Downloaded), cells, positions, sheet.Starts1904);
            }
        }
    }

    private static InvalidInput Refused(WorkbookFlaw flaw) => Refused(flaw == WorkbookFlaw.NotAWorkbook ? "NotAWorkingLedger" : $"Workbook{flaw}");

    private static InvalidInput Refused(string code) => new(new FieldError("File", code));
}
