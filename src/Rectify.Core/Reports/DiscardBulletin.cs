using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>Throws a draft away.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftBulletin)]
public sealed record DiscardBulletin(Guid BulletinId, int Version, [Text(1000)] string Reasons) : ICommand<Done>;

internal sealed class DiscardBulletinHandler(Database database, Session session, Clock clock) : IRequestHandler<DiscardBulletin, Result<Done>>
{
    public Task<Result<Done>> Handle(DiscardBulletin command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        (await db.ForChangeAsync<Bulletin>(command.BulletinId, command.Version)).Discard(command.Reasons, clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}
