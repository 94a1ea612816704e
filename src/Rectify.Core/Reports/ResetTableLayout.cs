using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>Gives a table of the own unit its prescribed form back.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ArrangeTables)]
public sealed record ResetTableLayout(TableKind Kind, int Version) : ICommand<Done>;

internal sealed class ResetTableLayoutHandler(Database database, Session session, Clock clock) : IRequestHandler<ResetTableLayout, Result<Done>>
{
    public Task<Result<Done>> Handle(ResetTableLayout command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var layout = await db.LayoutOf(session.Actor.UnitId, command.Kind).AsTracking().FirstOrDefaultAsync(cancellationToken);
        if (layout is not null && !layout.Is("", []))
        {
            layout.MustBeAt(command.Version);
            layout.Reset(clock.Stamp(session.Actor));
        }

        return new Done();
    }, cancellationToken);
}
