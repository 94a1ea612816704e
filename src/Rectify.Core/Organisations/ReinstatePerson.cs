using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>The person is back and may sign in again.</summary>
[Requires(Permission.Administer)]
public sealed record ReinstatePerson(Guid Id, int Version) : ICommand<Done>;

internal sealed class ReinstatePersonHandler(Database database, Session session, Clock clock) : IRequestHandler<ReinstatePerson, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReinstatePerson command, CancellationToken cancellationToken) =>
        await database.WriteAsync(async db =>
        {
            var person = await db.ForChangeAsync<Person>(command.Id, command.Version);
            person.Return(clock.Stamp(session.Actor));
            return default(Done);
        }, cancellationToken);
}
