using FluentValidation;
using MediatR;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>A unit puts many entries on its open list at once: all of them, or none.</summary>
[Requires(Permission.EnterProblems)]
public sealed record ImportProblemEntries(Guid CampaignId, IReadOnlyList<ImportedEntry> Rows) : ICommand<int>;

/// <summary>One row of a workbook, ready to be entered.</summary>
/// <param name="Row">The row's number in the workbook, which messages mention.</param>
/// <param name="ProblemId">Made when the row was read.</param>
public sealed record ImportedEntry(int Row, Guid ProblemId, Finding Finding, RectificationPlan Plan, IReadOnlyList<Guid> AssistingUnits)
{
    /// <summary>The most rows one import takes; more would hold up everybody else's work.</summary>
    public const int MostAtOnce = 2000;
}

internal sealed class ImportProblemEntriesShape : AbstractValidator<ImportProblemEntries>
{
    public ImportProblemEntriesShape()
    {
        RuleFor(command => command.Rows).NotEmpty().Must(rows => rows.Count <= ImportedEntry.MostAtOnce).WithErrorCode("TooManyRows");
        RuleForEach(command => command.Rows).SetValidator(new ImportedEntryShape());
    }
}

internal sealed class ImportProblemEntriesHandler(Database database, Session session, Clock clock) : IRequestHandler<ImportProblemEntries, Result<int>>
{
    public Task<Result<int>> Handle(ImportProblemEntries command, CancellationToken cancellationToken) => database.WriteAsync<Result<int>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var campaign = await db.CampaignAsync(command.CampaignId);
        campaign.MustAllow(PhaseMove.EnterProblems);
        var list = await db.OpenListAsync(campaign, stamp);
        var errors = await db.EntryErrorsAsync(campaign, stamp, command.Rows);
        if (errors.Count > 0)
        {
            throw new InvalidInput([.. errors]);
        }

        foreach (var row in command.Rows)
        {
            db.Add(Problem.Draft(row.ProblemId, campaign, list, row.Finding, row.Plan, row.AssistingUnits, stamp));
        }

        return command.Rows.Count;
    }, cancellationToken);
}
