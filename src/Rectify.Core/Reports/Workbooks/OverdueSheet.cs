using ClosedXML.Excel;
using Rectify.Core.Problems;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>逾期清单: every overdue problem, the longest overdue first.</summary>
internal static class OverdueSheet
{
    private static readonly string[] Columns =
    [
        "SerialColumn", "NumberColumn", "ResponsibleUnitColumn", "CategoryColumn", "DescriptionColumn", "PlaceColumn", "SeverityColumn", "StateColumn", "WarningColumn",
        "OriginalDueColumn", "DueColumn", "WorkingDaysOverdueColumn", "LeaderColumn", "PersonColumn", "NoticeCountColumn",
    ];

    /// <summary>What is frozen of an overdue problem.</summary>
    private static readonly string[] FrozenColumns =
        ["SerialColumn", "NumberColumn", "ResponsibleUnitColumn", "DescriptionColumn", "StateColumn", "DueColumn", "WorkingDaysOverdueColumn", "PersonColumn", "NoticeCountColumn"];

    public static void Write(XLWorkbook book, CampaignFigures figures, string source, Wording wording)
    {
        var sheet = Begin(book, figures.Progress, FrozenColumns, source, wording);
        foreach (var (index, item) in figures.Laggards.Index())
        {
            sheet.Number(1, index + 1);
            sheet.Number(2, item.Number);
            sheet.Text(3, item.UnitName);
            sheet.Text(4, item.Description);
            sheet.Text(5, wording[item.State], isCentred: true);
            sheet.Date(6, item.DueDate);
            sheet.Number(7, item.WorkingDaysOverdue);
            sheet.Text(8, item.ResponsiblePerson);
            sheet.Number(9, item.NoticeCount);
            sheet.NextRow();
        }

        End(sheet, figures.Progress, figures.Laggards.Count, figures.LaggardCount, wording);
    }

    public static void Write(XLWorkbook book, Progress progress, IReadOnlyList<OverdueRow> rows, string source, Wording wording)
    {
        var sheet = Begin(book, progress, Columns, source, wording);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            sheet.Number(1, index + 1);
            sheet.Number(2, row.Number);
            sheet.Text(3, row.UnitName);
            sheet.Text(4, row.CategoryName);
            sheet.Text(5, row.Description);
            sheet.Text(6, row.Place);
            sheet.Text(7, wording[row.Severity], isCentred: true);
            sheet.Text(8, wording[row.State], isCentred: true);
            sheet.Text(9, wording[WarningColour.Red], isCentred: true);
            sheet.Paint(9, CellLook.Red);
            sheet.Date(10, row.OriginalDueDate);
            sheet.Date(11, row.DueDate);
            sheet.Number(12, row.WorkingDaysOverdue);
            sheet.Text(13, row.ResponsibleLeader);
            sheet.Text(14, row.ResponsiblePerson);
            sheet.Number(15, row.NoticeCount);
            sheet.NextRow();
        }

        End(sheet, progress, rows.Count, progress.Total.Figures.Overdue, wording);
    }

    private static Sheet Begin(XLWorkbook book, Progress progress, string[] columns, string source, Wording wording)
    {
        var sheet = new Sheet(book, wording["OverdueSheet"], columns.Length, headRows: 1);
        sheet.Title(wording["OverdueTitle", progress.CampaignTitle], wording["FilledInBy", progress.Office], $"{wording["CutOffLine", progress.CutOff.Iso()]}  {source}");
        sheet.Heads(columns.Select(column => wording[column]));
        return sheet;
    }

    private static void End(Sheet sheet, Progress progress, int shown, int all, Wording wording)
    {
        sheet.Close(frozenColumns: 2, Paper.A4Landscape);
        sheet.Note(wording["OverdueNote", progress.CutOff.Iso(), shown, all]);
        sheet.Print(wording["PageOf"]);
    }
}
