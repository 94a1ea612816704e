using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>Adds a unit. The id is made when the form is first shown; posting the form again changes nothing.</summary>
[Requires(Permission.Administer)]
public sealed record AddUnit(Guid Id, string Name, UnitLevel Level, UnitKind Kind, Guid? ParentId) : ICommand<Guid>;

internal sealed class AddUnitValidator : AbstractValidator<AddUnit>
{
    public AddUnitValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Unit.NameLength);
        RuleFor(c => c.Level).IsInEnum();
        RuleFor(c => c.Kind).IsInEnum();
    }
}

internal sealed class AddUnitHandler(Database database, Session session, Clock clock) : IRequestHandler<AddUnit, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddUnit command, CancellationToken cancellationToken) =>
        await database.WriteAsync(async db =>
        {
            if (await db.Set<Unit>().AnyAsync(unit => unit.Id == command.Id, cancellationToken))
            {
                return command.Id;
            }

            await db.RequireFreeUnitNameAsync(command.Id, command.Name, cancellationToken);
            await db.RequireParentAsync(command.Id, command.ParentId, cancellationToken);
            db.Add(Unit.Add(command.Id, command.Name, command.Level, command.Kind, command.ParentId, clock.Stamp(session.Actor)));
            return command.Id;
        }, cancellationToken);
}
