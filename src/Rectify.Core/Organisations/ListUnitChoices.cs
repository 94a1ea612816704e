using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>Every unit by name, for a choice in a form.</summary>
[Requires(Permission.OwnAccount)]
public sealed record ListUnitChoices : IQuery<IReadOnlyList<UnitChoice>>;

public sealed record UnitChoice(Guid Id, string Name, UnitLevel Level, UnitKind Kind);

internal sealed class ListUnitChoicesHandler(IDbContextFactory<RectifyDb> databases) : IRequestHandler<ListUnitChoices, Result<IReadOnlyList<UnitChoice>>>
{
    public async Task<Result<IReadOnlyList<UnitChoice>>> Handle(ListUnitChoices query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<Unit>()
            .OrderBy(unit => unit.Level).ThenBy(unit => unit.Kind).ThenBy(unit => unit.Name).ThenBy(unit => unit.Id)
            .Select(unit => new UnitChoice(unit.Id, unit.Name, unit.Level, unit.Kind))
            .ToListAsync(cancellationToken);
    }
}
