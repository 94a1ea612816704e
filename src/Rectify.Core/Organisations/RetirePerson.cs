using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>The person has left: their sign-in ends, what they did stays.</summary>
[Requires(Permission.Administer)]
public sealed record RetirePerson(Guid Id, int Version) : ICommand<Done>;

internal sealed class RetirePersonHandler(Database database, Session session, Clock clock) : IRequestHandler<RetirePerson, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetirePerson command, CancellationToken cancellationToken) =>
        await database.WriteAsync(async db =>
        {
            var person = await db.ForChangeAsync<Person>(command.Id, command.Version);
            person.Leave(clock.Stamp(session.Actor));
            var account = await db.Set<Account>().FirstOrDefaultAsync(account => account.PersonId == command.Id, cancellationToken);
            account?.EndSignIns();
            return default(Done);
        }, cancellationToken);
}
