using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>Takes an import back: what it added is withdrawn, what it changed says again what it said before. Refused once one of its rows has moved on.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.EnterProblems)]
public sealed record UndoImport(Guid BatchId, int Version) : ICommand<Done>;

internal sealed class UndoImportHandler(Database database, ImportProgress progress, Session session, Clock clock) : IRequestHandler<UndoImport, Result<Done>>
{
    private const int Portion = 500;

    public Task<Result<Done>> Handle(UndoImport command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var batch = await db.ImportForChangeAsync(command.BatchId, command.Version, stamp.By);
        batch.MustBe(ImportState.Confirmed, stamp);
        var campaign = await db.CampaignAsync(batch.CampaignId);
        campaign.MustAllow(PhaseMove.EnterProblems);
        var changed = batch.Changed.ToDictionary(entry => entry.ProblemId);
        var added = await db.Set<Problem>().AsNoTracking().Where(problem => problem.ImportBatchId == batch.Id && problem.State != ProblemState.Void)
            .Select(problem => new ChangedEntry(problem.Id, problem.ImportRow ?? 0, 1)).ToListAsync(cancellationToken);
        await NoneMayHaveMovedOnAsync(db, [.. added, .. batch.Changed]);
        var done = 0;
        foreach (var entries in added.Concat(batch.Changed).Chunk(Portion))
        {
            var ids = entries.Select(entry => entry.ProblemId).ToList();
            var problems = await db.Set<Problem>().AsTracking().Where(problem => ids.Contains(problem.Id)).ToListAsync(cancellationToken);
            var lists = problems.Select(problem => problem.ListId).Distinct().ToList();
            var homes = await db.Set<ProblemList>().AsNoTracking().Where(list => lists.Contains(list.Id)).ToDictionaryAsync(list => list.Id, cancellationToken);
            foreach (var problem in problems)
            {
                var home = homes[problem.ListId!.Value];
                if (changed.TryGetValue(problem.Id, out var entry))
                {
                    var before = await AsOfAsync(db, problem.Id, entry.Version - 1);
                    problem.Revise(campaign, home, before.Finding, before.Plan, [.. before.AssistingUnits.Select(unit => unit.UnitId)], stamp);
                }
                else
                {
                    problem.Withdraw(campaign, home, "", stamp);
                }
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            progress.Report(ImportStage.Writing, done += entries.Length, added.Count + changed.Count);
        }

        (await db.ImportForChangeAsync(command.BatchId, command.Version, stamp.By)).Undo(stamp);
        return new Done();
    }, cancellationToken);

    /// <summary>An entry has moved on when it says something else than after the import, or its list is with the office. A later import that was undone leaves no trace in it.</summary>
    private static async Task NoneMayHaveMovedOnAsync(RectifyDb db, IReadOnlyList<ChangedEntry> entries)
    {
        var open = await db.Set<ProblemList>().AsNoTracking().Where(list => list.State == ProblemListState.Draft || list.State == ProblemListState.Returned).Select(list => (Guid?)list.Id).ToListAsync();
        foreach (var portion in entries.OrderBy(entry => entry.Row).Chunk(Portion))
        {
            var ids = portion.Select(entry => entry.ProblemId).ToList();
            var now = await db.Set<Problem>().AsNoTracking().Where(problem => ids.Contains(problem.Id)).ToDictionaryAsync(problem => problem.Id);
            foreach (var entry in portion)
            {
                var problem = now[entry.ProblemId];
                Rules.Require(open.Contains(problem.ListId) && (problem.Version == entry.Version || SaysTheSame(problem, await AsOfAsync(db, entry.ProblemId, entry.Version))), Rule.ImportRowMovedOn, entry.Row);
            }
        }
    }

    private static bool SaysTheSame(Problem now, Problem then) => now.State == then.State && now.Finding == then.Finding
        && now.Plan with { Measures = then.Measures } == then.Plan && now.Measures.SequenceEqual(then.Measures)
        && now.AssistingUnits.Select(unit => unit.UnitId).ToHashSet().SetEquals(then.AssistingUnits.Select(unit => unit.UnitId));

    /// <summary>The entry as it was at a version, out of its own facts.</summary>
    private static async Task<Problem> AsOfAsync(RectifyDb db, Guid problemId, int version) =>
        Fold.Of<Problem>(await db.Set<LedgerEntry>().AsNoTracking().Where(entry => entry.SubjectId == problemId && entry.Version <= version).OrderBy(entry => entry.Version).ToListAsync());
}
