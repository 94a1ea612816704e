using System.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

internal sealed class ImportedEntryShape : AbstractValidator<ImportedEntry>
{
    public ImportedEntryShape()
    {
        RuleFor(entry => entry.ProblemId).NotEmpty();
        RuleFor(entry => entry.Finding).SetValidator(new FindingShape());
        RuleFor(entry => entry.Plan).SetValidator(new PlanShape());
    }
}

/// <summary>What is wrong with rows as a whole: against the campaign's rules, against each other, against what the unit has entered before.</summary>
internal static class ImportedEntryErrors
{
    /// <returns>Errors whose fields begin with <c>Rows[index]</c>; empty when every row can be entered.</returns>
    public static async Task<IReadOnlyList<FieldError>> EntryErrorsAsync(this RectifyDb db, Campaign campaign, Stamp stamp, IReadOnlyList<ImportedEntry> rows)
    {
        var known = (await db.Set<Problem>().Where(problem => problem.CampaignId == campaign.Id && problem.UnitId == stamp.By.UnitId && problem.State != ProblemState.Void)
            .Select(problem => new { problem.Description, problem.Place }).ToListAsync()).Select(problem => Key(problem.Description, problem.Place)).ToHashSet();
        var units = (await db.Set<Unit>().Select(unit => unit.Id).ToListAsync()).ToHashSet();
        var errors = new List<FieldError>();
        var seen = new Dictionary<(string, string), int>();
        foreach (var (index, row) in rows.Index())
        {
            errors.AddRange(Problem.Faults(row.Finding, campaign, stamp.Today).Select(fault => new FieldError($"Rows[{index}].Finding.{fault.Property}", $"{fault.Broken.Rule}", [.. fault.Broken.Values])));
            var key = Key(row.Finding.Description, row.Finding.Place);
            if (key.Item1.Length > 0 && known.Contains(key))
            {
                errors.Add(new FieldError($"Rows[{index}].Finding.Description", "AlreadyOnList"));
            }
            else if (key.Item1.Length > 0 && !seen.TryAdd(key, row.Row))
            {
                errors.Add(new FieldError($"Rows[{index}].Finding.Description", "SameAsRow", seen[key]));
            }

            if (!row.AssistingUnits.All(units.Contains))
            {
                errors.Add(new FieldError($"Rows[{index}].AssistingUnits", "UnknownUnit"));
            }
            else if (!row.AssistingUnits.All(campaign.TakesPart))
            {
                errors.Add(new FieldError($"Rows[{index}].AssistingUnits", "UnitDoesNotTakePart"));
            }
        }

        return errors;
    }

    /// <summary>What makes two entries the same: description and place, blanks and the width of characters aside.</summary>
    private static (string, string) Key(string description, string place) => (Plain(description), Plain(place));

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}
