using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>月报: one unit's monthly report in the prescribed columns (domain notes, part (d)), from its frozen figures alone.</summary>
public static class MonthlyWorkbook
{
    /// <param name="code">The id of the frozen figures.</param>
    /// <param name="month">The month in words.</param>
    public static void Write(MonthlyFigures figures, string code, string month, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        book.Properties.Title = wording["MonthlySheetTitle", figures.CampaignTitle];
        var rows = Rows(figures, month, wording);
        var sheet = new Sheet(book, wording["MonthlyTitle", month], columns: 15, headRows: 1);
        sheet.Title(
            wording["MonthlySheetTitle", figures.CampaignTitle], $"{wording["FillingUnit"]}: {figures.UnitName}", wording["CountedTo", figures.CutOff.Iso()]);
        foreach (var (index, (head, _)) in rows.Index())
        {
            sheet.Head(1, index + 1, head);
        }

        foreach (var (index, (_, value)) in rows.Index())
        {
            sheet.Text(index + 1, value, isCentred: value.Length < 12);
        }

        sheet.NextRow();
        sheet.Close(frozenColumns: 1, Paper.A4Landscape);
        if (figures.Reported != figures.Ledger)
        {
            sheet.Note($"{wording["CountsReason"]}: {figures.CountsReason}");
        }

        sheet.Note($"{wording["FiguresLine", code]}   {wording["EditionLine", figures.Edition]}");
        sheet.Print(wording["PageOf"]);
        book.Save(to);
    }

    private static List<(string Head, string Value)> Rows(MonthlyFigures figures, string month, Wording wording) =>
    [
        (wording["FillingUnit"], figures.UnitName),
        (wording["Month"], month),
        (wording["IsNil"], wording[figures.IsNil ? "Yes" : "No"]),
        (wording["NewTotal"], Pair(figures, counts => (counts.New, counts.Total), wording)),
        (wording["DoneTotals"], Pair(figures, counts => (counts.Done, counts.DoneTotal), wording)),
        (wording["ClosedTotals"], Pair(figures, counts => (counts.Closed, counts.ClosedTotal), wording)),
        (wording["Unfinished"], Unfinished(figures, wording)),
        (wording["Symposiums"], $"{figures.Text.Symposiums}/{figures.Text.SymposiumPersons}"),
        (wording["Complaints"], $"{figures.Text.ComplaintsReceived}/{figures.Text.ComplaintsSettled}"),
        (wording["Institutions"], figures.Text.Institutions),
        (wording["Practices"], figures.Text.Practices),
        (wording["Difficulties"], figures.Text.Difficulties),
        (wording["NextSteps"], figures.Text.NextSteps),
        (wording["Preparer"], figures.Text.Preparer),
        (wording["Reviewer"], figures.SignedBy),
    ];

    private static string Pair(MonthlyFigures figures, Func<MonthlyCounts, (int, int)> of, Wording wording)
    {
        var (reported, ledger) = (of(figures.Reported), of(figures.Ledger));
        var shown = $"{reported.Item1}/{reported.Item2}";
        return reported == ledger ? shown : $"{shown}\n{wording["InLedger", $"{ledger.Item1}/{ledger.Item2}"]}";
    }

    /// <summary>The reason, and the open items by number; their texts stand in the ledger.</summary>
    private static string Unfinished(MonthlyFigures figures, Wording wording) => figures.Unfinished.Count == 0
        ? wording["NothingUnfinished"]
        : $"{wording["UnfinishedCount", figures.Unfinished.Count]} ({string.Join(", ", figures.Unfinished.Select(item => item.Number))})\n{figures.Text.Unfinished}";
}
