using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Imports;

/// <summary>An import of one's own unit: before it is confirmed with what would become of its rows, if the file has been read.</summary>
/// <param name="Outcome">Only rows that come to this; null for all.</param>
/// <param name="Page">From 1.</param>
[Requires(Permission.EnterProblems)]
public sealed record GetImport(Guid BatchId, ImportOutcome? Outcome, int Page) : IQuery<ImportView>;

/// <param name="Reading">What the file says; null when it has still to be read, or no longer matters.</param>
/// <param name="Decision">What would become of it now; null as long as headings have to be explained first.</param>
/// <param name="Rows">The page of rows asked for.</param>
/// <param name="Changes">What the rows of the page would change, by the row's number in the file.</param>
/// <param name="SameFile">An earlier import of the very same file that was confirmed.</param>
/// <param name="UsesVocabulary">Whether words the unit explained earlier are in use.</param>
/// <param name="CanUndo">Whether it may be undone, as far as this can be told without looking at each row.</param>
public sealed record ImportView(
    ImportBatch Batch,
    Campaign Campaign,
    ImportReading? Reading,
    ImportDecision? Decision,
    Page<DecidedRow>? Rows,
    IReadOnlyDictionary<int, IReadOnlyList<ChangedCell>> Changes,
    IReadOnlyDictionary<Guid, string> UnitNames,
    EarlierImport? SameFile,
    bool UsesVocabulary,
    IReadOnlyList<TimelineEntry> Timeline,
    bool CanUndo);

public sealed record EarlierImport(Guid Id, DateOnly On, string By);

internal sealed class GetImportHandler(IDbContextFactory<RectifyDb> databases, ImportReadings readings, ImportProgress progress, Session session, Clock clock) : IRequestHandler<GetImport, Result<ImportView>>
{
    public async Task<Result<ImportView>> Handle(GetImport query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var stamp = clock.Stamp(session.Actor);
        var batch = await db.ImportAsync(query.BatchId, stamp.By);
        var campaign = await db.CampaignAsync(batch.CampaignId);
        var reading = batch.State == ImportState.Read ? readings.Of(batch, stamp.Today) : null;
        var decision = reading is { NeedsMapping: false } ? await db.DecideAsync(campaign, stamp, reading, progress) : null;
        var rows = decision is null ? null : PageOf([.. decision.Rows.Where(row => query.Outcome is null || row.Outcome == query.Outcome)], query.Page);
        var changed = rows?.Items.Where(row => row.Outcome == ImportOutcome.Changed).ToList() ?? [];
        var ids = changed.Select(row => row.ProblemId!.Value).ToList();
        var before = await db.Set<Problem>().AsNoTracking().Where(problem => ids.Contains(problem.Id)).ToDictionaryAsync(problem => problem.Id, cancellationToken);
        var units = rows?.Items.SelectMany(row => row.Entry.AssistingUnits).Concat(before.Values.SelectMany(problem => problem.AssistingUnits.Select(unit => unit.UnitId))).Distinct().ToList() ?? [];
        var names = await db.Set<Unit>().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
        return new ImportView(
            batch,
            campaign,
            reading,
            decision,
            rows,
            changed.ToDictionary(row => row.Entry.Row, row => ChangedCell.Of(before[row.ProblemId!.Value], row, campaign, names)),
            names,
            await db.Set<ImportBatch>().Where(other => other.CampaignId == batch.CampaignId && other.UnitId == batch.UnitId && other.Sha256 == batch.Sha256 && other.State == ImportState.Confirmed && other.Id != batch.Id)
                .OrderBy(other => other.Id).Select(other => new EarlierImport(other.Id, other.StartedOn, other.StartedBy)).FirstOrDefaultAsync(cancellationToken),
            batch.State == ImportState.Read && !batch.Mapping.IsEmpty && batch.Version == 1,
            await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == batch.Id).OrderBy(entry => entry.Version).Select(TimelineEntry.Of).ToListAsync(cancellationToken),
            batch.State == ImportState.Confirmed && campaign.Allows(PhaseMove.EnterProblems));
    }

    private static Page<DecidedRow> PageOf(IReadOnlyList<DecidedRow> rows, int number)
    {
        const int size = Page<DecidedRow>.UsualSize;
        var page = Math.Clamp(number, 1, Math.Max(1, (rows.Count + size - 1) / size));
        return new Page<DecidedRow>([.. rows.Skip((page - 1) * size).Take(size)], page, size, rows.Count);
    }
}
