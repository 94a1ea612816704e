using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>月报: one unit's monthly report in the prescribed columns (domain notes, part (d)), from its frozen figures alone.</summary>
public static class MonthlyWorkbook
{
    /// <param name="code">The id of the frozen figures.</param>
    /// <param name="month">The month in words.</param>
    /// <param name="title">The title of the unit that asks, in which <see cref="TableForm.CampaignMark"/> stands for the campaign; empty for the prescribed one.</param>
    /// <param name="columns">As the unit that asks has chosen them.</param>
    public static void Write(MonthlyFigures figures, string code, string month, string title, IReadOnlyList<TableColumn> columns, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        title = TableWorkbook.Title(TableKind.MonthlySheet, title, figures.CampaignTitle, wording);
        book.Properties.Title = title;
        var sheet = new Sheet(book, wording["MonthlyTitle", month], columns.Count, headRows: 1);
        sheet.Title(title, $"{wording["FillingUnit"]}{wording["Colon"]}{figures.UnitName}", wording["CountedTo", figures.CutOff.Iso()]);
        sheet.Heads(columns.Select(column => TableWorkbook.Head(TableKind.MonthlySheet, column, wording)));
        var values = columns.Select(column => (Column: column, Text: Value(column, figures, month, wording))).ToList();
        foreach (var (index, value) in values.Index())
        {
            sheet.Text(index + 1, IsLong(value.Text) ? wording["SeeBelow"] : value.Text, isCentred: value.Text.Length < 12);
        }

        sheet.NextRow();
        sheet.Close(frozenColumns: 1, Paper.A4Landscape);
        foreach (var (column, text) in values.Where(value => IsLong(value.Text)))
        {
            sheet.Note($"{TableWorkbook.Head(TableKind.MonthlySheet, column, wording)}{wording["Colon"]}{text}");
        }

        if (figures.Reported != figures.Ledger)
        {
            sheet.Note($"{wording["CountsReason"]}{wording["Colon"]}{figures.CountsReason}");
        }

        sheet.Note($"{wording["FiguresLine", code]}   {wording["EditionLine", figures.Edition]}");
        sheet.Print(wording["PageOf"]);
        book.Save(to);
    }

    /// <summary>Whether a text would make a tower of its cell that no page can hold; it then stands below the table.</summary>
    private static bool IsLong(string text) => CellText.Lines(text, ColumnWidths.LeastForLong) > CellText.MostLines / 2;

    private static string Value(TableColumn column, MonthlyFigures figures, string month, Wording wording) => column switch
    {
        TableColumn.FillingUnit => figures.UnitName,
        TableColumn.Month => month,
        TableColumn.IsNil => wording[figures.IsNil ? "Yes" : "No"],
        TableColumn.NewTotal => Pair(figures, counts => (counts.New, counts.Total), wording),
        TableColumn.DoneTotals => Pair(figures, counts => (counts.Done, counts.DoneTotal), wording),
        TableColumn.ClosedTotals => Pair(figures, counts => (counts.Closed, counts.ClosedTotal), wording),
        TableColumn.Unfinished => Unfinished(figures, wording),
        TableColumn.Symposiums => $"{figures.Text.Symposiums}/{figures.Text.SymposiumPersons}",
        TableColumn.Complaints => $"{figures.Text.ComplaintsReceived}/{figures.Text.ComplaintsSettled}",
        TableColumn.Institutions => figures.Text.Institutions,
        TableColumn.Practices => figures.Text.Practices,
        TableColumn.Difficulties => figures.Text.Difficulties,
        TableColumn.NextSteps => figures.Text.NextSteps,
        TableColumn.Preparer => figures.Text.Preparer,
        TableColumn.Reviewer => figures.SignedBy,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };

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
