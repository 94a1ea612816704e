using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>The file of an import with every wrong cell, for the workbook that goes back to its sender.</summary>
/// <param name="Languages">The words accepted in headings and choices.</param>
[Requires(Permission.EnterProblems)]
public sealed record GetImportFile(Guid BatchId, IReadOnlyList<ProblemWords> Languages) : IQuery<ImportFile>;

/// <param name="Content">The file as it was sent; the asker closes it.</param>
/// <param name="Sheet">Which of its visible sheets was read, from 0.</param>
public sealed record ImportFile(string Name, Stream Content, int Sheet, IReadOnlyList<CellError> Errors);

internal sealed class GetImportFileHandler(IDbContextFactory<RectifyDb> databases, EvidenceStore store, ImportReader reader, ImportProgress progress, Session session, Clock clock)
    : IRequestHandler<GetImportFile, Result<ImportFile>>
{
    public async Task<Result<ImportFile>> Handle(GetImportFile query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var stamp = clock.Stamp(session.Actor);
        var batch = await db.ImportAsync(query.BatchId, stamp.By);
        if (batch.State != ImportState.Read || store.Open(batch.Sha256) is not { } content)
        {
            return new NotFound();
        }

        var reading = await reader.ReadAsync(batch, query.Languages, stamp);
        var errors = reading.NeedsMapping ? reading.Errors : (await db.DecideAsync(await db.CampaignAsync(batch.CampaignId), stamp, reading, progress)).Errors;
        return new ImportFile(batch.FileName, content, reading.Sheet, errors);
    }
}
