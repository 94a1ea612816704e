using System.Text;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>What becomes of a row.</summary>
public enum ImportOutcome
{
    Added = 1,

    /// <summary>The entry is there and still open, and the row says something else of it.</summary>
    Changed = 2,

    /// <summary>The entry is there and says the same, or is no longer open.</summary>
    Skipped = 3,

    /// <summary>A cell of it is wrong, and so nothing of the file is entered.</summary>
    Wrong = 4,
}

/// <param name="ProblemId">The entry that is there already; null for a new one.</param>
/// <param name="Version">That entry's version.</param>
/// <param name="Changes">Where the row says something else.</param>
public sealed record DecidedRow(ImportedEntry Entry, ImportOutcome Outcome, Guid? ProblemId, int Version, IReadOnlyList<ProblemColumn> Changes);

/// <summary>A file held against what the unit has entered.</summary>
/// <param name="Errors">Those of the reading, and what the campaign's rules and other rows add.</param>
public sealed record ImportDecision(IReadOnlyList<DecidedRow> Rows, IReadOnlyList<CellError> Errors)
{
    public ImportCounts Counts => new(Count(ImportOutcome.Added), Count(ImportOutcome.Changed), Count(ImportOutcome.Skipped));

    public int Count(ImportOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}

internal static class ImportDecisions
{
    /// <summary>Decides on every row: against the campaign's rules, against the other rows, against what the unit has entered before.</summary>
    public static async Task<ImportDecision> DecideAsync(this RectifyDb db, Campaign campaign, Stamp stamp, ImportReading reading, ImportProgress progress)
    {
        var open = await db.Set<ProblemList>().AsNoTracking().Where(list => list.CampaignId == campaign.Id && list.UnitId == stamp.By.UnitId && (list.State == ProblemListState.Draft || list.State == ProblemListState.Returned))
            .Select(list => (Guid?)list.Id).ToListAsync();
        var entered = await db.Set<Problem>().AsNoTracking().Where(problem => problem.CampaignId == campaign.Id && problem.UnitId == stamp.By.UnitId && problem.State != ProblemState.Void)
            .OrderBy(problem => problem.Id).ToListAsync();
        var known = entered.GroupBy(problem => Key(problem.Description, problem.Place)).ToDictionary(same => same.Key, same => same.MaxBy(problem => IsOpen(problem))!);
        var numbered = entered.Where(problem => problem.Number is not null && IsOpen(problem)).ToDictionary(problem => problem.Number!.Value);
        var wrong = reading.Errors.Select(error => error.Row).ToHashSet();
        var errors = new CellErrors();
        foreach (var error in reading.Errors)
        {
            errors.Add(error);
        }

        var rows = new List<DecidedRow>();
        var seen = new Dictionary<(string, string), int>();
        foreach (var (index, entry) in reading.Entries.Index())
        {
            progress.Report(ImportStage.Comparing, index, reading.Entries.Count);
            foreach (var (column, error) in Faults(entry, campaign, stamp, seen))
            {
                errors.Add(new CellError(entry.Row, column, reading.PositionOf(column), error with { Field = $"{column}" }));
                wrong.Add(entry.Row);
            }

            var there = entry.Number is { } number && numbered.TryGetValue(number, out var same) ? same : known.GetValueOrDefault(Key(entry.Finding.Description, entry.Finding.Place));
            rows.Add(wrong.Contains(entry.Row) ? new DecidedRow(entry, ImportOutcome.Wrong, there?.Id, there?.Version ?? 0, []) : Decide(entry, there, reading.Columns));
        }

        return new ImportDecision(rows, errors.All);

        bool IsOpen(Problem problem) => problem.State is ProblemState.Draft or ProblemState.Registered && open.Contains(problem.ListId);

        DecidedRow Decide(ImportedEntry entry, Problem? there, IReadOnlySet<ProblemColumn> columns)
        {
            if (there is null)
            {
                return new DecidedRow(entry, ImportOutcome.Added, null, 0, []);
            }

            var changes = IsOpen(there) ? EntryChanges.Between(there, entry, columns) : [];
            return new DecidedRow(entry, changes.Count > 0 ? ImportOutcome.Changed : ImportOutcome.Skipped, there.Id, there.Version, changes);
        }
    }

    private static IEnumerable<(ProblemColumn, FieldError)> Faults(ImportedEntry entry, Campaign campaign, Stamp stamp, Dictionary<(string, string), int> seen)
    {
        foreach (var (property, broken) in Problem.Faults(entry.Finding, campaign, stamp.Today))
        {
            // An empty category has been told already.
            if (property != nameof(Finding.CategoryId) || entry.Finding.CategoryId != Guid.Empty)
            {
                yield return (ProblemColumns.Of(property), new FieldError("", $"{broken.Rule}", [.. broken.Values]));
            }
        }

        var key = Key(entry.Finding.Description, entry.Finding.Place);
        if (key.Item1.Length > 0 && !seen.TryAdd(key, entry.Row))
        {
            yield return (ProblemColumn.Description, new FieldError("", "SameAsRow", seen[key]));
        }

        if (!entry.AssistingUnits.All(campaign.TakesPart))
        {
            yield return (ProblemColumn.AssistingUnits, new FieldError("", "UnitDoesNotTakePart"));
        }
    }

    /// <summary>What makes two entries the same: description and place, blanks and the width of characters aside.</summary>
    private static (string, string) Key(string description, string place) => (Plain(description), Plain(place));

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}

/// <summary>How a row of a file changes an entry that is there: only in the columns the file has.</summary>
internal static class EntryChanges
{
    public static IReadOnlyList<ProblemColumn> Between(Problem problem, ImportedEntry entry, IReadOnlySet<ProblemColumn> columns)
    {
        var (finding, plan) = (entry.Finding, entry.Plan);
        return [.. new (ProblemColumn Column, bool Differs)[]
        {
            (ProblemColumn.FoundOn, problem.FoundOn != finding.FoundOn),
            (ProblemColumn.Source, problem.Source != finding.Source),
            (ProblemColumn.Place, problem.Place != finding.Place),
            (ProblemColumn.Category, problem.CategoryId != finding.CategoryId),
            (ProblemColumn.Symptom, problem.SymptomId != finding.SymptomId),
            (ProblemColumn.Description, problem.Description != finding.Description),
            (ProblemColumn.Matter, problem.Matter != finding.Matter),
            (ProblemColumn.Severity, problem.Severity != finding.Severity),
            (ProblemColumn.Kind, problem.Kind != finding.Kind),
            (ProblemColumn.Goal, problem.Goal != plan.Goal),
            (ProblemColumn.Measures, !problem.Measures.Select(measure => measure.Text).SequenceEqual(plan.Measures.Select(measure => measure.Text))),
            (ProblemColumn.DueDate, problem.ProposedDueDate != plan.DueDate),
            (ProblemColumn.ResponsibleLeader, problem.ResponsibleLeader != plan.ResponsibleLeader),
            (ProblemColumn.ResponsiblePerson, problem.ResponsiblePerson != plan.ResponsiblePerson),
            (ProblemColumn.AssistingUnits, (columns.Contains(ProblemColumn.AssistingUnits) || entry.AssistingUnits.Count > 0) && !problem.AssistingUnits.Select(unit => unit.UnitId).ToHashSet().SetEquals(entry.AssistingUnits)),
            (ProblemColumn.Remark, problem.Remark != finding.Remark),
        }.Where(one => one.Differs && (columns.Contains(one.Column) || one.Column is ProblemColumn.AssistingUnits or ProblemColumn.Kind)).Select(one => one.Column)];
    }

    /// <summary>The entry as it will be.</summary>
    public static (Finding Finding, RectificationPlan Plan, IReadOnlyList<Guid> Assisting) Merge(Problem old, ImportedEntry entry, IReadOnlyList<ProblemColumn> changes)
    {
        var (finding, plan) = (entry.Finding, entry.Plan);
        T Of<T>(ProblemColumn column, T now, T then) => changes.Contains(column) ? now : then;
        return (
            new Finding(
                Of(ProblemColumn.Category, finding.CategoryId, old.CategoryId), Of(ProblemColumn.Symptom, finding.SymptomId, old.SymptomId), Of(ProblemColumn.Source, finding.Source, old.Source),
                Of(ProblemColumn.Severity, finding.Severity, old.Severity), Of(ProblemColumn.Kind, finding.Kind, old.Kind), old.Styles, Of(ProblemColumn.Place, finding.Place, old.Place),
                Of(ProblemColumn.Description, finding.Description, old.Description), Of(ProblemColumn.Matter, finding.Matter, old.Matter), Of(ProblemColumn.FoundOn, finding.FoundOn, old.FoundOn),
                Of(ProblemColumn.Remark, finding.Remark, old.Remark)),
            new RectificationPlan(
                Of(ProblemColumn.Goal, plan.Goal, old.Goal), Of(ProblemColumn.Measures, plan.Measures, old.Measures), Of(ProblemColumn.DueDate, plan.DueDate, old.ProposedDueDate),
                Of(ProblemColumn.ResponsibleLeader, plan.ResponsibleLeader, old.ResponsibleLeader), Of(ProblemColumn.ResponsiblePerson, plan.ResponsiblePerson, old.ResponsiblePerson)),
            changes.Contains(ProblemColumn.AssistingUnits) ? entry.AssistingUnits : [.. old.AssistingUnits.Select(unit => unit.UnitId)]);
    }
}
