using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>The progress report for leaders: one sheet by unit, one by category, one of the overdue problems (domain notes, part (d)).</summary>
public static class ProgressWorkbook
{
    /// <param name="source">Where the figures come from, as the sheets say it: counted just now, or frozen under an id.</param>
    /// <param name="title">The title of the unit that asks, in which <see cref="TableForm.CampaignMark"/> stands for the campaign; empty for the prescribed one.</param>
    /// <param name="columns">The columns of the figures, as the unit has chosen them.</param>
    /// <param name="overdue">The overdue problems, the longest first; at most <see cref="ListWorstOverdue.LargestCount"/>, as all rows are held in memory.</param>
    public static void Write(Progress progress, IReadOnlyList<OverdueRow> overdue, string title, IReadOnlyList<TableColumn> columns, string source, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        Sheets(book, progress, title, columns, source, wording);
        OverdueSheet.Write(book, progress, overdue, source, wording);
        book.Save(to);
    }

    /// <summary>The prescribed form from frozen figures alone: nothing is counted again, and the same figures give the same bytes, whoever asks.</summary>
    /// <param name="frozenAt">When they were frozen, in local time.</param>
    public static void Write(CampaignFigures figures, DateTime frozenAt, string source, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        (book.Properties.Created, book.Properties.Modified) = (frozenAt, frozenAt);
        Sheets(book, figures.Progress, "", TableForm.Of(TableKind.Progress).Columns, source, wording);
        OverdueSheet.Write(book, figures, source, wording);
        book.SaveSettled(to);
    }

    private static void Sheets(XLWorkbook book, Progress progress, string own, IReadOnlyList<TableColumn> columns, string source, Wording wording)
    {
        var title = TableWorkbook.Title(TableKind.Progress, own, progress.CampaignTitle, wording);
        book.Properties.Title = title;
        new ProgressSheet(book, progress, title, columns, source, wording, wording["ByUnitSheet"], wording["UnitColumn"]).Write(progress.Units);
        new ProgressSheet(book, progress, title, columns, source, wording, wording["ByCategorySheet"], wording["CategoryColumn"]).Write(progress.Categories);
    }
}
