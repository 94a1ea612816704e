using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>领导一页纸 as a workbook that prints on exactly one A4 page.</summary>
public static class LeaderWorkbook
{
    private const int Columns = 6;

    public static void Write(LeaderSheet figures, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        var title = wording["LeaderTitle"];
        book.Properties.Title = title;
        var sheet = new Sheet(book, title, Columns, headRows: 1);
        sheet.Title(title, figures.Office, wording["AsOf", figures.Today.Iso()]);
        var (total, decimals) = (figures.Total.Figures, figures.RateDecimals);
        sheet.Head(1, 1, figures.CampaignTitle + wording["Colon"] + wording["TotalLine", total.Total, total.Closed, total.ClosedRate.Text(decimals), total.Overdue], columns: Columns);
        Part(sheet, wording["Worst"], ["Unit", "Problems", "ClosedCount", "ClosedRate", "OverdueCount", "Change"], figures.Worst.Count, "NoneBehind", wording);
        foreach (var row in figures.Worst)
        {
            sheet.Text(1, row.Name);
            sheet.Number(2, row.Figures.Total);
            sheet.Number(3, row.Figures.Closed);
            sheet.Percent(4, row.Figures.ClosedRate, decimals);
            sheet.Number(5, row.Figures.Overdue);
            sheet.Points(6, row.Figures.Change(decimals), decimals);
            sheet.NextRow();
        }

        Part(sheet, $"{wording["DueThisWeek"]}{wording["Colon"]}{figures.DueCount}", ["Unit", "ItemNumber", "Item", "DueDate", "Person", "State"], figures.Due.Count, "NothingDueWeek", wording);
        foreach (var item in figures.Due)
        {
            sheet.Text(1, item.UnitName);
            sheet.Number(2, item.Number);
            sheet.Text(3, LeaderSheet.Short(item.Description));
            sheet.Date(4, item.DueDate);
            sheet.Text(5, item.ResponsiblePerson);
            sheet.Text(6, wording[item.State], isCentred: true);
            sheet.NextRow();
        }

        More(sheet, figures.DueCount - figures.Due.Count, wording);

        Part(sheet, $"{wording["SecondNotices"]}{wording["Colon"]}{figures.SecondCount}", ["Unit", "ItemNumber", "Item", "ReplyDue", "NoticeNumber", "State"], figures.Second.Count, "NoSecond", wording);
        foreach (var notice in figures.Second)
        {
            sheet.Text(1, notice.UnitName);
            sheet.Number(2, notice.ProblemNumber);
            sheet.Text(3, LeaderSheet.Short(notice.Description));
            sheet.Date(4, notice.ReplyDue);
            sheet.Text(5, notice.Number);
            sheet.Text(6, notice.IsFailed ? wording["Failed"] : "");
            sheet.NextRow();
        }

        More(sheet, figures.SecondCount - figures.Second.Count, wording);

        Part(sheet, wording["Decisions"], [], figures.Decisions.Count, "NoDecisions", wording);
        foreach (var decision in figures.Decisions)
        {
            sheet.Whole($"{wording[decision.Decision]}{wording["Colon"]}{decision.Count}");
        }

        sheet.Close(frozenColumns: 0, Paper.A4Portrait);
        sheet.Print(wording["PageOf"]);
        sheet.FitOnePage();
        book.Save(to);
    }

    private static void More(Sheet sheet, int count, Wording wording)
    {
        if (count > 0)
        {
            sheet.Whole(wording["MoreItems", count]);
        }
    }

    private static void Part(Sheet sheet, string name, string[] columns, int count, string none, Wording wording)
    {
        sheet.Whole(name, isHeading: true);
        if (count == 0)
        {
            sheet.Whole(wording[none]);
        }
        else if (columns.Length > 0)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                sheet.Text(column + 1, wording[columns[column]], isCentred: true);
            }

            sheet.NextRow(isTotal: true);
        }
    }
}
