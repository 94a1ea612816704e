namespace Rectify.Core.Reports;

/// <summary>What stands below the progress report, on paper and on the page: the cut-off, the formulas written out, and what was left out.</summary>
public static class ProgressNotes
{
    public static IReadOnlyList<string> Of(Progress progress, Wording wording) =>
    [
        wording[progress.ComparedWith is null ? "CutOffNote" : "CutOffNoteIssued", progress.CutOff.Iso(), progress.PreviousCutOff.Iso()],
        wording["RectifiedFormula"],
        wording["ClosedFormula"],
        wording["OnTimeFormula"],
        progress.ComparedWith is { } issued ? wording["ChangeAgainstIssued", issued, progress.PreviousCutOff.Iso()] : wording["ChangeFormula"],
        wording["RepliedFormula"],
        wording["MonthlyFormula"],
        wording["StagesNote"],
        wording["RankNote"],
        wording["ExclusionsNote", progress.Void, progress.Merged, progress.Total.Figures.LongTerm],
    ];
}
