using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>Finds frozen figures by the id printed on a report, as somebody types it from paper.</summary>
[Requires(Permission.ViewProblems)]
public sealed record FindSnapshot([Text(40, Required = true)] string Code) : IQuery<Guid>;

internal sealed class FindSnapshotHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<FindSnapshot, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(FindSnapshot query, CancellationToken cancellationToken)
    {
        var code = Snapshot.CodeFrom(query.Code);
        await using var db = databases.CreateDbContext();
        var found = await db.Set<Snapshot>().VisibleTo(session.Actor).Where(snapshot => snapshot.Code == code).Select(snapshot => (Guid?)snapshot.Id).FirstOrDefaultAsync(cancellationToken);
        return found is { } id ? id : new NotFound();
    }
}
