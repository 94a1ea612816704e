using MediatR;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>Takes over what a working ledger changes, as the person has seen and confirmed it: all of it, or nothing.</summary>
/// <param name="Upload">The name the upload was given.</param>
/// <param name="Languages">The words accepted in its cells.</param>
/// <param name="Fingerprint">Of the changes the person saw.</param>
/// <param name="Choices">For each conflict, whether the file's content counts.</param>
[Requires(Permission.PrepareRectification)]
public sealed record TakeWorkingLedger(
    Guid CampaignId, [Text(64, Required = true)] string Upload, IReadOnlyList<ProblemWords> Languages, [Text(64, Required = true)] string Fingerprint, IReadOnlyList<WorkingLedgerChoice> Choices) : ICommand<int>;

/// <param name="Key">The cell's.</param>
/// <param name="Mine">True for the file's content, false for what the database has now; null while nothing is chosen.</param>
public sealed record WorkingLedgerChoice(string Key, bool? Mine);

internal sealed class TakeWorkingLedgerHandler(Database database, Session session, Clock clock, WorkingLedgerUploads uploads) : IRequestHandler<TakeWorkingLedger, Result<int>>
{
    public Task<Result<int>> Handle(TakeWorkingLedger command, CancellationToken cancellationToken) => database.WriteAsync<Result<int>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var campaign = await db.CampaignOfUnitAsync(command.CampaignId, stamp.By);
        var file = uploads.Read(command.Upload, campaign.Id, stamp.By);
        var comparison = await db.ComparisonAsync(campaign, command.Languages, stamp, cancellationToken);
        var changes = await comparison.RunAsync(db, file, cancellationToken);
        Rules.Require(changes.Errors.Count == 0, Rule.WorkingLedgerHasErrors, changes.Errors.Count);
        Rules.Require(changes.Fingerprint == command.Fingerprint, Rule.WorkingLedgerOutdated);
        MustBeChosen(changes.Conflicts, command.Choices);
        var mine = command.Choices.Where(choice => choice.Mine == true).Select(choice => choice.Key).ToHashSet();
        var taken = changes.Edits.Select(edit => edit.Key).Concat(changes.Conflicts.Select(conflict => conflict.Key).Where(mine.Contains)).Select(key => comparison.NewCells[key]).ToList();
        foreach (var subject in taken.GroupBy(cell => (IsNotice: cell.Part == WorkingLedgerPart.Notices, cell.Id)))
        {
            await TakeAsync(db, campaign, subject.Key.IsNotice, subject.Key.Id, [.. subject], stamp);
        }

        return taken.Count;
    }, cancellationToken);

    private static async Task TakeAsync(RectifyDb db, Campaigns.Campaign campaign, bool isNotice, Guid id, IReadOnlyList<NewCell> cells, Stamp stamp)
    {
        if (isNotice)
        {
            WorkingLedgerMoves.On(await db.ForChangeAsync<Notice>(id), cells, stamp).Make();
            return;
        }

        var problem = await db.ForChangeAsync<Problem>(id);
        var list = problem.ListId is { } home ? await db.ForChangeAsync<ProblemList>(home) : null;
        foreach (var move in WorkingLedgerMoves.On(problem, list, campaign, cells, stamp))
        {
            move.Make();
        }
    }

    private static void MustBeChosen(IReadOnlyList<WorkingLedgerEdit> conflicts, IReadOnlyList<WorkingLedgerChoice> choices)
    {
        var chosen = choices.Where(choice => choice.Mine is not null).Select(choice => choice.Key).ToHashSet();
        var open = conflicts.Index().Where(conflict => !chosen.Contains(conflict.Item.Key)).Select(conflict => new FieldError($"Choices[{conflict.Index}].Mine", "Required")).ToArray();
        if (open.Length > 0)
        {
            throw new InvalidInput(open);
        }
    }
}
