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

    public static void Write(XLWorkbook book, Progress progress, IReadOnlyList<OverdueRow> rows, Wording wording)
    {
        var sheet = new Sheet(book, wording["OverdueSheet"], Columns.Length, headRows: 1);
        var cutOff = progress.CutOff.Iso();
        sheet.Title(wording["OverdueTitle", progress.CampaignTitle], wording["FilledInBy", progress.Office], wording["CutOffLine", cutOff]);
        for (var column = 0; column < Columns.Length; column++)
        {
            sheet.Head(1, column + 1, wording[Columns[column]]);
        }

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
            sheet.Paint(9, "#FDE8E9", "#A3161F");
            sheet.Date(10, row.OriginalDueDate);
            sheet.Date(11, row.DueDate);
            sheet.Number(12, row.WorkingDaysOverdue);
            sheet.Text(13, row.ResponsibleLeader);
            sheet.Text(14, row.ResponsiblePerson);
            sheet.Number(15, row.NoticeCount);
            sheet.NextRow();
        }

        sheet.Close(frozenColumns: 2, Paper.A4Landscape);
        sheet.Note(wording["OverdueNote", cutOff, rows.Count, progress.Total.Figures.Overdue]);
        sheet.Print(wording["PageOf"]);
    }
}
