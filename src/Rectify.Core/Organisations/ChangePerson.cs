using FluentValidation;
using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>Corrects a person's name, post, unit or roles; it counts from their next click.</summary>
[Requires(Permission.Administer)]
public sealed record ChangePerson(Guid Id, int Version, string Name, string Post, Guid UnitId, Role Roles) : ICommand<Done>;

internal sealed class ChangePersonValidator : AbstractValidator<ChangePerson>
{
    public ChangePersonValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Person.NameLength);
        RuleFor(c => c.Post).NotNull().MaximumLength(Person.NameLength);
        RuleFor(c => c.UnitId).NotEmpty();
        RuleFor(c => c.Roles).MustBeRoles();
    }
}

internal sealed class ChangePersonHandler(Database database, Session session, Clock clock) : IRequestHandler<ChangePerson, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangePerson command, CancellationToken cancellationToken) =>
        await database.WriteAsync(async db =>
        {
            var person = await db.ForChangeAsync<Person>(command.Id, command.Version);
            await db.RequireUnitAsync(command.UnitId, cancellationToken);
            person.Change(command.Name, command.Post, command.UnitId, command.Roles, clock.Stamp(session.Actor));
            return default(Done);
        }, cancellationToken);
}
