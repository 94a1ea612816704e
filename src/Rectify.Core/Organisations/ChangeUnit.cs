using FluentValidation;
using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>Corrects a unit's name, level, kind or place in the tree.</summary>
[Requires(Permission.Administer)]
public sealed record ChangeUnit(Guid Id, int Version, string Name, UnitLevel Level, UnitKind Kind, Guid? ParentId) : ICommand<Done>;

internal sealed class ChangeUnitValidator : AbstractValidator<ChangeUnit>
{
    public ChangeUnitValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Unit.NameLength);
        RuleFor(c => c.Level).IsInEnum();
        RuleFor(c => c.Kind).IsInEnum();
    }
}

internal sealed class ChangeUnitHandler(Database database, Session session, Clock clock) : IRequestHandler<ChangeUnit, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangeUnit command, CancellationToken cancellationToken) =>
        await database.WriteAsync(async db =>
        {
            var unit = await db.ForChangeAsync<Unit>(command.Id, command.Version);
            await db.RequireFreeUnitNameAsync(command.Id, command.Name, cancellationToken);
            await db.RequireParentAsync(command.Id, command.ParentId, cancellationToken);
            unit.Change(command.Name, command.Level, command.Kind, command.ParentId, clock.Stamp(session.Actor));
            return default(Done);
        }, cancellationToken);
}
