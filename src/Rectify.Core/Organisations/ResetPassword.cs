using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>An administrator gives a new first password, or opens an account for somebody who had none. It unlocks the account too.</summary>
/// <param name="UserName">Needed where the person has no account yet; ignored otherwise.</param>
[Requires(Permission.Administer)]
public sealed record ResetPassword(Guid PersonId, string? UserName, string Password) : ICommand<Done>;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator()
    {
        RuleFor(c => c.UserName!).MustBeUserName().When(c => c.UserName is not null);
        RuleFor(c => c.Password).NotEmpty();
    }
}

internal sealed class ResetPasswordHandler(Database database, Credentials credentials) : IRequestHandler<ResetPassword, Result<Done>>
{
    public async Task<Result<Done>> Handle(ResetPassword command, CancellationToken cancellationToken) =>
        await database.WriteAsync(async db =>
        {
            var account = await db.Set<Account>().FirstOrDefaultAsync(account => account.PersonId == command.PersonId, cancellationToken);
            if (account is not null)
            {
                credentials.Change(nameof(command.Password), account, command.Password, mustChange: true);
                return default(Done);
            }

            if (!await db.Set<Person>().AnyAsync(person => person.Id == command.PersonId, cancellationToken))
            {
                throw new SubjectNotFound(command.PersonId);
            }

            var userName = command.UserName ?? throw new InvalidInput(new FieldError(nameof(command.UserName), "Required"));
            await db.RequireFreeUserNameAsync(userName, cancellationToken);
            db.Add(credentials.Open(command.PersonId, userName, command.Password, mustChange: true));
            return default(Done);
        }, cancellationToken);
}
