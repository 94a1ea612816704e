using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>A unit sends a file with its problems; it is looked through and kept, and nothing is entered yet.</summary>
/// <param name="BatchId">Made when the form was first shown; a repeated post starts nothing.</param>
/// <param name="File">The upload; seekable.</param>
[Requires(Permission.EnterProblems)]
public sealed record StartImport(Guid CampaignId, Guid BatchId, [Text(200, Required = true)] string FileName, Stream File) : ICommand<Done>;

internal sealed class StartImportHandler(Database database, EvidenceStore store, Session session, Clock clock) : IRequestHandler<StartImport, Result<Done>>
{
    private const int SmallFile = 64 << 10;

    public async Task<Result<Done>> Handle(StartImport command, CancellationToken cancellationToken)
    {
        await using (var db = database.CreateDbContext())
        {
            var campaign = await db.CampaignAsync(command.CampaignId);
            campaign.MustAllow(PhaseMove.EnterProblems);
            Rules.Require(campaign.TakesPart(session.Actor.UnitId), Rule.UnitDoesNotTakePart);
        }

        if (TableFile.FlawOf(command.File) is { } flaw)
        {
            return new Invalid([new FieldError("File", $"Workbook{flaw}")]);
        }

        if (IsEmpty(command.File))
        {
            return new Invalid([new FieldError("File", "TableIsEmpty")]);
        }

        var format = TableFile.FormatOf(command.File);
        var stored = await store.KeepAsync(command.File, command.FileName, cancellationToken);
        return await database.WriteAsync<Result<Done>>(async db =>
        {
            var stamp = clock.Stamp(session.Actor);
            if (await db.Set<ImportBatch>().AsNoTracking().AnyAsync(batch => batch.Id == command.BatchId, cancellationToken))
            {
                return new Done();
            }

            await db.OpenListMustTakeAsync(command.CampaignId, stamp);
            var known = await db.Set<UnitVocabulary>().AsNoTracking().FirstOrDefaultAsync(vocabulary => vocabulary.UnitId == stamp.By.UnitId, cancellationToken);
            db.Add(ImportBatch.Start(command.BatchId, command.CampaignId, stored.Name, stored.Sha256, format, known?.Mapping ?? ColumnMapping.None, stamp));
            return new Done();
        }, cancellationToken);
    }

    /// <summary>Whether no visible sheet holds anything. A big file is not asked: it is read in its own time.</summary>
    private static bool IsEmpty(Stream file)
    {
        try
        {
            return file.Length < SmallFile && !TableFile.Read(file, sheet => sheet.Rows.Any()).Rows.Any();
        }
        catch (WorkbookRefused)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }
}

internal static class OpenForImport
{
    /// <summary>Refuses while the office has the unit's list before it; no list is started by looking.</summary>
    public static async Task OpenListMustTakeAsync(this RectifyDb db, Guid campaignId, Stamp stamp)
    {
        var states = await db.Set<ProblemList>().AsNoTracking().Where(list => list.CampaignId == campaignId && list.UnitId == stamp.By.UnitId).Select(list => list.State).ToListAsync();
        Rules.Require(!states.Contains(ProblemListState.Submitted), Rule.ListNotOpenForEntry, ProblemListState.Submitted);
    }
}
