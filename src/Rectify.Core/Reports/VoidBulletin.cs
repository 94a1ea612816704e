using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>The office leader takes an issued bulletin back. Its number is not given again, its figures stay readable.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.IssueBulletin)]
public sealed record VoidBulletin(Guid BulletinId, int Version, [Text(1000)] string Reasons) : ICommand<Done>;

internal sealed class VoidBulletinHandler(Database database, Session session, Clock clock) : IRequestHandler<VoidBulletin, Result<Done>>
{
    public Task<Result<Done>> Handle(VoidBulletin command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        (await db.ForChangeAsync<Bulletin>(command.BulletinId, command.Version)).Void(command.Reasons, clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}
