using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>Lets the first administrator in: makes the campaign office and one account. Works once, with the code from the console.</summary>
[BeforeSignIn]
public sealed record SetUpFirstAdministrator(string Code, string UnitName, string Name, string UserName, string Password) : ICommand<Done>;

internal sealed class SetUpFirstAdministratorValidator : AbstractValidator<SetUpFirstAdministrator>
{
    public SetUpFirstAdministratorValidator()
    {
        RuleFor(c => c.Code).NotEmpty();
        RuleFor(c => c.UnitName).NotEmpty().MaximumLength(Unit.NameLength);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Person.NameLength);
        RuleFor(c => c.UserName).MustBeUserName();
        RuleFor(c => c.Password).NotEmpty();
    }
}

internal sealed class SetUpFirstAdministratorHandler(Database database, SetUpCode code, Credentials credentials, Clock clock)
    : IRequestHandler<SetUpFirstAdministrator, Result<Done>>
{
    public async Task<Result<Done>> Handle(SetUpFirstAdministrator command, CancellationToken cancellationToken)
    {
        await using (var db = database.CreateDbContext())
        {
            await RequireOpenAsync(db, command, cancellationToken);
        }

        // Hashing takes its time on purpose; the write gate does not wait for it, and nobody without the code causes it.
        var (unitId, personId) = (Ids.New(), Ids.New());
        var account = credentials.Open(personId, command.UserName, command.Password, mustChange: false);
        await database.WriteAsync(async db =>
        {
            await RequireOpenAsync(db, command, cancellationToken);
            var stamp = clock.Stamp(new Actor(personId, command.Name.Trim(), Role.Administrator, unitId, command.UnitName.Trim()));
            db.Add(Unit.Add(unitId, command.UnitName, UnitLevel.City, UnitKind.CampaignOffice, null, stamp));
            db.Add(Person.Add(personId, command.Name, "", unitId, Role.Administrator, stamp));
            db.Add(account);
            return default(Done);
        }, cancellationToken);
        code.Spend();
        return default(Done);
    }

    private async Task RequireOpenAsync(RectifyDb db, SetUpFirstAdministrator command, CancellationToken cancellation)
    {
        Rules.Require(!await db.Set<Account>().AnyAsync(cancellation), Rule.AlreadySetUp);
        if (!code.Matches(command.Code))
        {
            throw new InvalidInput(new FieldError(nameof(command.Code), "WrongSetUpCode"));
        }
    }
}
