using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>One unit as its form shows it.</summary>
[Requires(Permission.Administer)]
public sealed record GetUnit(Guid Id) : IQuery<UnitDetails>;

public sealed record UnitDetails(Guid Id, int Version, string Name, UnitLevel Level, UnitKind Kind, Guid? ParentId);

internal sealed class GetUnitHandler(IDbContextFactory<RectifyDb> databases) : IRequestHandler<GetUnit, Result<UnitDetails>>
{
    public async Task<Result<UnitDetails>> Handle(GetUnit query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<Unit>().Where(unit => unit.Id == query.Id)
            .Select(unit => new UnitDetails(unit.Id, unit.Version, unit.Name, unit.Level, unit.Kind, unit.ParentId))
            .FirstOrDefaultAsync(cancellationToken) ?? throw new SubjectNotFound(query.Id);
    }
}
