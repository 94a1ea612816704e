using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>One person as their form shows them.</summary>
[Requires(Permission.Administer)]
public sealed record GetPerson(Guid Id) : IQuery<PersonDetails>;

/// <param name="UserName">Null for someone who cannot sign in.</param>
/// <param name="LockedUntil">Until when wrong passwords have locked the account.</param>
public sealed record PersonDetails(Guid Id, int Version, string Name, string Post, Guid UnitId, Role Roles, bool IsActive, string? UserName, DateTimeOffset? LockedUntil);

internal sealed class GetPersonHandler(IDbContextFactory<RectifyDb> databases, Clock clock) : IRequestHandler<GetPerson, Result<PersonDetails>>
{
    public async Task<Result<PersonDetails>> Handle(GetPerson query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var person = await db.Set<Person>().FirstOrDefaultAsync(person => person.Id == query.Id, cancellationToken) ?? throw new SubjectNotFound(query.Id);
        var account = await db.Set<Account>().FirstOrDefaultAsync(account => account.PersonId == query.Id, cancellationToken);
        var locked = account?.LockedUntil is { } until && until > clock.Now ? until : (DateTimeOffset?)null;
        return new PersonDetails(person.Id, person.Version, person.Name, person.Post, person.UnitId, person.Roles, person.IsActive, account?.UserName, locked);
    }
}
