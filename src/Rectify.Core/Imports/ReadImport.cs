using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>Reads the file of an import, so that its pages can show it; a big one takes a while.</summary>
/// <param name="Languages">The words accepted in headings and choices.</param>
[Requires(Permission.EnterProblems)]
public sealed record ReadImport(Guid BatchId, IReadOnlyList<ProblemWords> Languages) : IQuery<Done>;

internal sealed class ReadImportHandler(IDbContextFactory<RectifyDb> databases, ImportReader reader, Session session, Clock clock) : IRequestHandler<ReadImport, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReadImport query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var batch = await db.ImportAsync(query.BatchId, session.Actor);
        await reader.ReadAsync(batch, query.Languages, clock.Stamp(session.Actor));
        return new Done();
    }
}
