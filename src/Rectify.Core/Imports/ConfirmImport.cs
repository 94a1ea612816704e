using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>Enters every row of an import on the unit's open list, or none: decided once more on what has been entered by now.</summary>
/// <param name="Version">The version the page showed.</param>
/// <param name="Languages">The words accepted in headings and choices.</param>
[Requires(Permission.EnterProblems)]
public sealed record ConfirmImport(Guid BatchId, int Version, IReadOnlyList<ProblemWords> Languages) : ICommand<ImportCounts>;

internal sealed class ConfirmImportHandler(Database database, ImportReader reader, ImportProgress progress, Session session, Clock clock) : IRequestHandler<ConfirmImport, Result<ImportCounts>>
{
    /// <summary>Rows saved at once within the one transaction: enough for speed, few enough to tell how far it is.</summary>
    private const int Portion = 500;

    public async Task<Result<ImportCounts>> Handle(ConfirmImport command, CancellationToken cancellationToken)
    {
        var stamp = clock.Stamp(session.Actor);

        // The file is read before the turn to write comes, so that nobody waits for it.
        var reading = await ReadAsync(command, stamp);
        return await database.WriteAsync<Result<ImportCounts>>(async db =>
        {
            var batch = await db.ImportForChangeAsync(command.BatchId, command.Version, stamp.By);
            batch.MustBe(ImportState.Read, stamp);
            var campaign = await db.CampaignAsync(batch.CampaignId);
            campaign.MustAllow(PhaseMove.EnterProblems);
            var decision = await db.DecideAsync(campaign, stamp, reading, progress);
            Rules.Require(decision.Errors.Count == 0 && !reading.NeedsMapping, Rule.ImportHasErrors, decision.Errors.Count);
            Rules.Require(decision.Counts.Added + decision.Counts.Changed > 0, Rule.ImportAddsNothing);
            var list = await db.OpenListAsync(campaign, stamp);
            var changed = new List<ChangedEntry>();
            var (written, all) = (0, decision.Counts.Added + decision.Counts.Changed);
            foreach (var rows in decision.Rows.Where(row => row.Outcome is ImportOutcome.Added or ImportOutcome.Changed).Chunk(Portion))
            {
                changed.AddRange(await ChangeAsync(db, campaign, rows, stamp));
                foreach (var entry in rows.Where(row => row.Outcome == ImportOutcome.Added).Select(row => row.Entry))
                {
                    db.Add(Problem.Draft(entry.ProblemId, campaign, list, entry.Finding, entry.Plan, entry.AssistingUnits, stamp, new ImportOrigin(batch.Id, entry.Row)));
                }

                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
                progress.Report(ImportStage.Writing, written += rows.Length, all);
            }

            (await db.ImportForChangeAsync(command.BatchId, command.Version, stamp.By)).Confirm(decision.Counts, changed, stamp);
            return decision.Counts;
        }, cancellationToken);
    }

    private async Task<ImportReading> ReadAsync(ConfirmImport command, Stamp stamp)
    {
        await using var db = database.CreateDbContext();
        return await reader.ReadAsync(await db.ImportAsync(command.BatchId, stamp.By), command.Languages, stamp);
    }

    private static async Task<List<ChangedEntry>> ChangeAsync(RectifyDb db, Campaign campaign, IEnumerable<DecidedRow> rows, Stamp stamp)
    {
        var byId = rows.Where(row => row.Outcome == ImportOutcome.Changed).ToDictionary(row => row.ProblemId!.Value);
        if (byId.Count == 0)
        {
            return [];
        }

        var problems = await db.Set<Problem>().AsTracking().Where(problem => byId.Keys.Contains(problem.Id)).ToListAsync();
        var lists = problems.Select(problem => problem.ListId).Distinct().ToList();
        var homes = await db.Set<ProblemList>().AsNoTracking().Where(list => lists.Contains(list.Id)).ToDictionaryAsync(list => list.Id);
        foreach (var problem in problems)
        {
            var row = byId[problem.Id];
            problem.MustBeAt(row.Version);
            var (finding, plan, assisting) = EntryChanges.Merge(problem, row.Entry, row.Changes);
            problem.Revise(campaign, homes[problem.ListId!.Value], finding, plan, assisting, stamp);
        }

        return [.. problems.Select(problem => new ChangedEntry(problem.Id, byId[problem.Id].Entry.Row, problem.Version))];
    }
}
