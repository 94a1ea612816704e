using System.Globalization;
using ClosedXML.Excel;
using Rectify.Core.Problems;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>《××专项整治行动问题整改销号台账》 with its 25 columns (domain notes, part (d)). All rows are held in memory, so their number is bounded by the query.</summary>
public static class LedgerWorkbook
{
    private static readonly string[] Columns =
    [
        "SerialColumn", "NumberColumn", "SourceColumn", "FoundColumn", "ResponsibleUnitColumn", "CategoryColumn", "DescriptionColumn", "SeverityColumn", "KindColumn",
        "GoalColumn", "MeasuresColumn", "LeaderColumn", "PersonColumn", "DueOldNewColumn", "ProgressColumn", "StateColumn", "WarningColumn", "CompletedColumn",
        "EvidenceColumn", "FirstReviewColumn", "RecheckColumn", "ClosedOnColumn", "NoticeCountColumn", "LookBackColumn", "RemarkColumn",
    ];

    public static void Write(LedgerExport ledger, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        var title = wording["LedgerTitle", ledger.CampaignTitle];
        book.Properties.Title = title;
        var sheet = new Sheet(book, wording["LedgerSheet"], Columns.Length, headRows: 1);
        sheet.Title(title, wording["LedgerUnit", ledger.UnitName], wording["CutOffLine", Iso(ledger.CutOff)]);
        for (var column = 0; column < Columns.Length; column++)
        {
            sheet.Head(1, column + 1, wording[Columns[column]]);
        }

        foreach (var (row, index) in ledger.Rows.Select((row, index) => (row, index)))
        {
            Row(sheet, row, index + 1, wording);
        }

        sheet.Close(frozenColumns: 2);
        if (ledger.Total > ledger.Rows.Count)
        {
            sheet.Note(wording["LedgerCut", ledger.Rows.Count, ledger.Total]);
        }

        sheet.Note(wording["Signatures"], lineHeight: 24);
        sheet.PrintOn(XLPaperSize.A3Paper, wording["PageOf"]);
        book.Save(to);
    }

    private static void Row(Sheet sheet, LedgerExportRow row, int serial, Wording wording)
    {
        sheet.Number(1, serial);
        sheet.Number(2, row.Number);
        sheet.Text(3, wording[row.Source]);
        sheet.Date(4, row.FoundOn);
        sheet.Text(5, row.UnitName);
        sheet.Text(6, row.CategoryName);
        sheet.Text(7, row.Place.Length == 0 ? row.Description : $"{row.Place}\n{row.Description}");
        sheet.Text(8, wording[row.Severity], isCentred: true);
        sheet.Text(9, wording[row.Kind], isCentred: true);
        sheet.Text(10, row.Goal);
        sheet.Text(11, string.Join('\n', row.Measures.Select((measure, index) => $"{index + 1}. {measure.Text}")));
        sheet.Text(12, row.ResponsibleLeader);
        sheet.Text(13, row.ResponsiblePerson);
        sheet.Text(14, Due(row), isCentred: true);
        sheet.Text(15, Progress(row, wording));
        sheet.Text(16, wording[row.State], isCentred: true);
        sheet.Text(17, wording[row.Warning], isCentred: true);
        Paint(sheet, row.Warning);
        sheet.Date(18, row.CompletedOn);
        sheet.Number(19, row.EvidenceCount);
        sheet.Text(20, Hand(row.CloseOut?.FirstReview), isCentred: true);
        sheet.Text(21, Hand(row.CloseOut?.Recheck), isCentred: true);
        sheet.Date(22, row.ClosedOn);
        sheet.Number(23, row.NoticeCount);
        sheet.Text(24, row.LookBack is { } back ? $"{Iso(back.On)}\n{wording[back.Recurred ? "Recurred" : "NotRecurred"]}" : "", isCentred: true);
        sheet.Text(25, Remark(row, wording));
        sheet.NextRow();
    }

    private static string Due(LedgerExportRow row) => row.DueDate is not { } due ? ""
        : row.OriginalDueDate is { } first && first != due ? $"{Iso(first)}\n{Iso(due)}"
        : Iso(due);

    /// <summary>How far the work is, from what is recorded: measures done, what is still required, the result.</summary>
    private static string Progress(LedgerExportRow row, Wording wording)
    {
        List<string> lines = [];
        if (row.Measures.Count > 0 && row.State != ProblemState.Registered)
        {
            lines.Add(wording["MeasuresDone", row.Measures.Count(measure => measure.DoneOn is not null), row.Measures.Count]);
        }

        if (row.Returned is { } returned)
        {
            lines.Add(wording["ReturnedWith", returned.FurtherRequirement]);
        }

        if (row.CloseOut is { Result.Length: > 0 } closeOut)
        {
            lines.Add(closeOut.Result);
        }

        return string.Join('\n', lines);
    }

    private static string Remark(LedgerExportRow row, Wording wording)
    {
        List<string> lines = [];
        if (row.MergedInto is { } target)
        {
            lines.Add(wording["MergedInto", target]);
        }

        if (row.RecurrenceCount > 0)
        {
            lines.Add(wording["Recurrences", row.RecurrenceCount]);
        }

        if (row.Remark.Length > 0)
        {
            lines.Add(row.Remark);
        }

        return string.Join('\n', lines);
    }

    private static void Paint(Sheet sheet, WarningColour colour)
    {
        var (ground, ink) = colour switch
        {
            WarningColour.Red => ("#FDE8E9", "#A3161F"),
            WarningColour.Yellow => ("#FFF3D6", "#7A4F00"),
            WarningColour.Blue => ("#E3EFFB", "#0B5394"),
            _ => ("#E3F4E9", "#1A6638"),
        };
        sheet.Paint(17, ground, ink);
    }

    private static string Hand(Opinion? opinion) => opinion is null ? "" : $"{opinion.ByName}\n{Iso(opinion.On)}";

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
