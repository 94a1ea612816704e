using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>The units, for administrators: filtered and paged.</summary>
/// <param name="Text">Part of the name, or null for all.</param>
[Requires(Permission.Administer)]
public sealed record ListUnits(string? Text = null, UnitLevel? Level = null, UnitKind? Kind = null, int Page = 1) : IQuery<Page<UnitLine>>;

/// <param name="PeopleCount">How many active people belong to it.</param>
public sealed record UnitLine(Guid Id, string Name, UnitLevel Level, UnitKind Kind, string? ParentName, int PeopleCount);

internal sealed class ListUnitsHandler(IDbContextFactory<RectifyDb> databases) : IRequestHandler<ListUnits, Result<Page<UnitLine>>>
{
    public async Task<Result<Page<UnitLine>>> Handle(ListUnits query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var text = query.Text?.Trim();
        return await db.Set<Unit>()
            .Where(unit => (string.IsNullOrEmpty(text) || unit.Name.Contains(text)) && (query.Level == null || unit.Level == query.Level) && (query.Kind == null || unit.Kind == query.Kind))
            .OrderBy(unit => unit.Level).ThenBy(unit => unit.Kind).ThenBy(unit => unit.Name).ThenBy(unit => unit.Id)
            .Select(unit => new UnitLine(
                unit.Id, unit.Name, unit.Level, unit.Kind,
                db.Set<Unit>().Where(parent => parent.Id == unit.ParentId).Select(parent => parent.Name).FirstOrDefault(),
                db.Set<Person>().Count(person => person.UnitId == unit.Id && person.IsActive)))
            .PageAsync(query.Page, cancellationToken);
    }
}
