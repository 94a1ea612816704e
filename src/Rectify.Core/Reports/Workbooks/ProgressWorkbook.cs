using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>The progress report for leaders: one sheet by unit, one by category, one of the overdue problems (domain notes, part (d)).</summary>
public static class ProgressWorkbook
{
    /// <param name="overdue">The overdue problems, the longest first; at most <see cref="ListWorstOverdue.LargestCount"/>, as all rows are held in memory.</param>
    public static void Write(Progress progress, IReadOnlyList<OverdueRow> overdue, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        book.Properties.Title = wording["ProgressTitle", progress.CampaignTitle];
        new ProgressSheet(book, progress, wording, wording["ByUnitSheet"], wording["UnitColumn"]).Write(progress.Units);
        new ProgressSheet(book, progress, wording, wording["ByCategorySheet"], wording["CategoryColumn"]).Write(progress.Categories);
        OverdueSheet.Write(book, progress, overdue, wording);
        book.Save(to);
    }
}
