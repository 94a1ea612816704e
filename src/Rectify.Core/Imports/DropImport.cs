using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>A unit gives a file up that it has looked at; nothing of it is entered.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.EnterProblems)]
public sealed record DropImport(Guid BatchId, int Version) : ICommand<Done>;

internal sealed class DropImportHandler(Database database, Session session, Clock clock) : IRequestHandler<DropImport, Result<Done>>
{
    public Task<Result<Done>> Handle(DropImport command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        (await db.ImportForChangeAsync(command.BatchId, command.Version, stamp.By)).Drop(stamp);
        return new Done();
    }, cancellationToken);
}
