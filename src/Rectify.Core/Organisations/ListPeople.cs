using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>The people, for administrators: filtered and paged.</summary>
/// <param name="Text">Part of the name or user name, or null for all.</param>
/// <param name="Role">People who hold this role, among others.</param>
[Requires(Permission.Administer)]
public sealed record ListPeople(string? Text = null, Guid? UnitId = null, Role? Role = null, bool WithLeft = false, int Page = 1) : IQuery<Page<PersonLine>>;

/// <param name="UserName">Null for someone who cannot sign in.</param>
public sealed record PersonLine(Guid Id, string Name, string Post, string UnitName, Role Roles, bool IsActive, string? UserName);

internal sealed class ListPeopleHandler(IDbContextFactory<RectifyDb> databases) : IRequestHandler<ListPeople, Result<Page<PersonLine>>>
{
    public async Task<Result<Page<PersonLine>>> Handle(ListPeople query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var text = query.Text?.Trim();
        var normalized = Account.Normalize(text ?? "");
        return await db.Set<Person>()
            .Where(person => (query.UnitId == null || person.UnitId == query.UnitId)
                && (query.Role == null || (person.Roles & query.Role) == query.Role)
                && (query.WithLeft || person.IsActive)
                && (string.IsNullOrEmpty(text) || person.Name.Contains(text) || db.Set<Account>().Any(account => account.PersonId == person.Id && account.NormalizedUserName.Contains(normalized))))
            .Join(db.Set<Unit>(), person => person.UnitId, unit => unit.Id, (person, unit) => new { person, unit })
            .OrderBy(row => row.unit.Level).ThenBy(row => row.unit.Kind).ThenBy(row => row.unit.Name).ThenBy(row => row.person.Name).ThenBy(row => row.person.Id)
            .Select(row => new PersonLine(
                row.person.Id, row.person.Name, row.person.Post, row.unit.Name, row.person.Roles, row.person.IsActive,
                db.Set<Account>().Where(account => account.PersonId == row.person.Id).Select(account => account.UserName).FirstOrDefault()))
            .PageAsync(query.Page, cancellationToken);
    }
}
