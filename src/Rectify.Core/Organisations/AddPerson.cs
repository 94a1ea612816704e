using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>Adds someone, with a user name and a first password when they are to sign in.</summary>
/// <param name="Id">Made when the form is first shown; posting the form again changes nothing.</param>
/// <param name="Post">The office held; may be empty.</param>
/// <param name="UserName">Null for someone who never signs in.</param>
/// <param name="MustChangePassword">False only for demonstration accounts.</param>
[Requires(Permission.Administer)]
public sealed record AddPerson(Guid Id, string Name, string Post, Guid UnitId, Role Roles, string? UserName, string? Password, bool MustChangePassword = true) : ICommand<Guid>;

internal sealed class AddPersonValidator : AbstractValidator<AddPerson>
{
    public AddPersonValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Person.NameLength);
        RuleFor(c => c.Post).NotNull().MaximumLength(Person.NameLength);
        RuleFor(c => c.UnitId).NotEmpty();
        RuleFor(c => c.Roles).MustBeRoles();
        RuleFor(c => c.UserName!).MustBeUserName().When(c => c.UserName is not null || c.Password is not null);
        RuleFor(c => c.Password).NotEmpty().When(c => c.UserName is not null);
    }
}

internal sealed class AddPersonHandler(Database database, Session session, Clock clock, Credentials credentials) : IRequestHandler<AddPerson, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddPerson command, CancellationToken cancellationToken)
    {
        // Hashing takes its time on purpose; the write gate does not wait for it.
        var account = command.UserName is null ? null : credentials.Open(command.Id, command.UserName, command.Password!, command.MustChangePassword);
        return await database.WriteAsync(async db =>
        {
            if (await db.Set<Person>().AnyAsync(person => person.Id == command.Id, cancellationToken))
            {
                return command.Id;
            }

            await db.RequireUnitAsync(command.UnitId, cancellationToken);
            db.Add(Person.Add(command.Id, command.Name, command.Post, command.UnitId, command.Roles, clock.Stamp(session.Actor)));
            if (account is not null)
            {
                await db.RequireFreeUserNameAsync(account.UserName, cancellationToken);
                db.Add(account);
            }

            return command.Id;
        }, cancellationToken);
    }
}
