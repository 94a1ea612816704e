using FluentValidation;
using Rectify.Core.Problems;

namespace Rectify.Core.Imports;

/// <summary>One row of a file, ready to be entered.</summary>
/// <param name="Row">The row's number in the file, which messages mention.</param>
/// <param name="ProblemId">Made when the row was read.</param>
/// <param name="Number">The problem's number in the campaign, where the file's column of numbers says so.</param>
public sealed record ImportedEntry(int Row, Guid ProblemId, int? Number, Finding Finding, RectificationPlan Plan, IReadOnlyList<Guid> AssistingUnits)
{
    /// <summary>The most rows one import takes.</summary>
    public const int MostAtOnce = 10_000;
}

internal sealed class ImportedEntryShape : AbstractValidator<ImportedEntry>
{
    /// <summary>A validator costs more to build than to run.</summary>
    public static readonly ImportedEntryShape One = new();

    public ImportedEntryShape()
    {
        RuleFor(entry => entry.ProblemId).NotEmpty();
        RuleFor(entry => entry.Finding).SetValidator(new FindingShape());
        RuleFor(entry => entry.Plan).SetValidator(new PlanShape());
    }
}
