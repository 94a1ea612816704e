using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>The progress report for leaders: one sheet by unit, one by category, one of the overdue problems (domain notes, part (d)).</summary>
public static class ProgressWorkbook
{
    /// <param name="source">Where the figures come from, as the sheets say it: counted just now, or frozen under an id.</param>
    /// <param name="overdue">The overdue problems, the longest first; at most <see cref="ListWorstOverdue.LargestCount"/>, as all rows are held in memory.</param>
    public static void Write(Progress progress, IReadOnlyList<OverdueRow> overdue, string source, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        Sheets(book, progress, source, wording);
        OverdueSheet.Write(book, progress, overdue, source, wording);
        book.Save(to);
    }

    /// <summary>The same from frozen figures alone: nothing is counted again, and the same figures give the same bytes.</summary>
    /// <param name="frozenAt">When they were frozen, in local time.</param>
    public static void Write(CampaignFigures figures, DateTime frozenAt, string source, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        (book.Properties.Created, book.Properties.Modified) = (frozenAt, frozenAt);
        Sheets(book, figures.Progress, source, wording);
        OverdueSheet.Write(book, figures, source, wording);
        book.SaveSettled(to);
    }

    private static void Sheets(XLWorkbook book, Progress progress, string source, Wording wording)
    {
        book.Properties.Title = wording["ProgressTitle", progress.CampaignTitle];
        new ProgressSheet(book, progress, source, wording, wording["ByUnitSheet"], wording["UnitColumn"]).Write(progress.Units);
        new ProgressSheet(book, progress, source, wording, wording["ByCategorySheet"], wording["CategoryColumn"]).Write(progress.Categories);
    }
}
