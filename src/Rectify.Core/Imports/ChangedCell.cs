using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Imports;

/// <summary>One thing a row says otherwise than the entry that is there. Contents are texts, several texts, dates or values of enums; null is nothing.</summary>
public sealed record ChangedCell(ProblemColumn Column, object? Before, object? After)
{
    internal static IReadOnlyList<ChangedCell> Of(Problem entry, DecidedRow row, Campaign campaign, IReadOnlyDictionary<Guid, string> unitNames)
    {
        var (finding, plan, assisting) = EntryChanges.Merge(entry, row.Entry, row.Changes);
        return [.. row.Changes.Select(column => new ChangedCell(
            column,
            Value(column, entry.Finding, entry.Plan, [.. entry.AssistingUnits.Select(unit => unit.UnitId)], campaign, unitNames),
            Value(column, finding, plan, assisting, campaign, unitNames)))];
    }

    private static object? Value(
        ProblemColumn column, Finding finding, RectificationPlan plan, IReadOnlyList<Guid> assisting, Campaign campaign, IReadOnlyDictionary<Guid, string> unitNames) => column switch
    {
        ProblemColumn.FoundOn => finding.FoundOn,
        ProblemColumn.Source => finding.Source,
        ProblemColumn.Place => finding.Place,
        ProblemColumn.Category => campaign.Category(finding.CategoryId)?.Name,
        ProblemColumn.Symptom => campaign.Category(finding.CategoryId)?.Symptoms.FirstOrDefault(symptom => symptom.Id == finding.SymptomId)?.Name,
        ProblemColumn.Description => finding.Description,
        ProblemColumn.Matter => finding.Matter,
        ProblemColumn.Severity => finding.Severity,
        ProblemColumn.Kind => finding.Kind,
        ProblemColumn.Goal => plan.Goal,
        ProblemColumn.Measures => WorkingLedgerLines.Numbered(plan.Measures),
        ProblemColumn.DueDate => plan.DueDate,
        ProblemColumn.ResponsibleLeader => plan.ResponsibleLeader,
        ProblemColumn.ResponsiblePerson => plan.ResponsiblePerson,
        ProblemColumn.AssistingUnits => assisting.Select(unit => unitNames.GetValueOrDefault(unit, "")).Order(StringComparer.Ordinal).ToList(),
        ProblemColumn.Remark => finding.Remark,
        _ => null,
    };
}
