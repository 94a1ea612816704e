using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>通报的附表: the ranking, the laggards and what is due next, from a bulletin's figures alone.</summary>
public static class BulletinWorkbook
{
    /// <param name="caption">The bulletin's number, or that it is a draft.</param>
    /// <param name="code">The id of the frozen figures, or that there is none yet, as it is printed.</param>
    public static void Write(string title, string caption, CampaignFigures figures, string code, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        book.Properties.Title = title;
        var cutOff = wording["CountedTo", figures.Progress.CutOff.Iso()];
        Ranking(book, title, caption, cutOff, figures, code, wording);
        Items(book, wording["Laggards"], title, caption, cutOff, ["ItemNumber", "Unit", "Item", "State", "DueDate", "DaysOverdue", "Person", "Notices"], figures.Laggards, (sheet, item) =>
        {
            sheet.Number(1, item.Number);
            sheet.Text(2, item.UnitName);
            sheet.Text(3, item.Description);
            sheet.Text(4, wording[item.State], isCentred: true);
            sheet.Date(5, item.DueDate);
            sheet.Number(6, item.WorkingDaysOverdue);
            sheet.Text(7, item.ResponsiblePerson);
            sheet.Number(8, item.NoticeCount);
        }, wording["LaggardsLead", figures.LaggardCount], code, wording);
        Items(book, wording["DueNext"], title, caption, cutOff, ["ItemNumber", "Unit", "Item", "State", "DueDate", "Person"], figures.Due, (sheet, item) =>
        {
            sheet.Number(1, item.Number);
            sheet.Text(2, item.UnitName);
            sheet.Text(3, item.Description);
            sheet.Text(4, wording[item.State], isCentred: true);
            sheet.Date(5, item.DueDate);
            sheet.Text(6, item.ResponsiblePerson);
        }, wording["DueNextLead", figures.DueUntil.Iso(), figures.DueCount], code, wording);
        book.Save(to);
    }

    private static void Ranking(XLWorkbook book, string title, string caption, string cutOff, CampaignFigures figures, string code, Wording wording)
    {
        var (progress, decimals) = (figures.Progress, figures.Progress.RateDecimals);
        string[] columns = ["Rank", "Unit", "Problems", "ClosedCount", "ClosedRate", "RectifiedRate", "OverdueCount", "Change", "MonthlyColumn"];
        var sheet = Begin(book, wording["Ranking"], title, caption, cutOff, columns, wording);
        foreach (var row in progress.Units.Prepend(progress.Total with { Name = wording["AllUnits"] }))
        {
            if (row.Id is null)
            {
                sheet.Text(1, "", isCentred: true);
            }
            else
            {
                sheet.Number(1, row.Rank);
            }

            sheet.Text(2, row.Name);
            sheet.Number(3, row.Figures.Total);
            sheet.Number(4, row.Figures.Closed);
            sheet.Percent(5, row.Figures.ClosedRate, decimals);
            sheet.Percent(6, row.Figures.RectifiedRate, decimals);
            sheet.Number(7, row.Figures.Overdue);
            sheet.Points(8, row.Figures.Change(decimals), decimals);
            sheet.Text(9, row.Monthly?.Text ?? Rate.None, isCentred: true);
            sheet.NextRow(isTotal: row.Id is null);
        }

        sheet.Close(frozenColumns: 2, Paper.A4Landscape);
        sheet.Note(progress.ComparedWith is { } issued ? wording["ChangeAgainst", issued, progress.PreviousCutOff.Iso()] : wording["ChangeCounted", progress.PreviousCutOff.Iso()]);
        if (figures.MonthlyReports.Count > 0)
        {
            sheet.Note(wording["MonthlyLapses"] + wording["Colon"] + string.Join(wording["LapseBetween"], figures.MonthlyReports.Select(lapse => wording["Lapse", lapse.UnitName, wording[lapse.Standing]])));
        }

        sheet.Note(code);
        sheet.Print(wording["PageOf"]);
    }

    private static void Items<T>(
        XLWorkbook book, string name, string title, string caption, string cutOff, string[] columns, IReadOnlyList<T> items, Action<Sheet, T> write, string lead, string code, Wording wording)
    {
        var sheet = Begin(book, name, title, caption, cutOff, columns, wording);
        foreach (var item in items)
        {
            write(sheet, item);
            sheet.NextRow();
        }

        sheet.Close(frozenColumns: 1, Paper.A4Landscape);
        sheet.Note(lead);
        sheet.Note(code);
        sheet.Print(wording["PageOf"]);
    }

    private static Sheet Begin(XLWorkbook book, string name, string title, string caption, string cutOff, string[] columns, Wording wording)
    {
        var sheet = new Sheet(book, name, columns.Length, headRows: 1);
        sheet.Title(title, caption, cutOff);
        sheet.Heads(columns.Select(column => wording[column]));
        return sheet;
    }
}
