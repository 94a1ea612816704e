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
    public async Task<Result<Done>> Handle(ResetPassword command, CancellationToken cancellationToken)
    {
        // Hashing takes its time on purpose; the write gate does not wait for it.
        var (known, opened) = (await KnownAsync(command.PersonId, cancellationToken), default(Account));
        if (known is null)
        {
            opened = credentials.Open(command.PersonId, command.UserName ?? throw new InvalidInput(new FieldError(nameof(command.UserName), "Required")), command.Password, mustChange: true);
        }

        var hash = known is null ? opened!.PasswordHash! : credentials.Hash(nameof(command.Password), known, command.Password);
        return await database.WriteAsync(async db =>
        {
            if (await db.Set<Account>().FirstOrDefaultAsync(account => account.PersonId == command.PersonId, cancellationToken) is { } account)
            {
                credentials.Take(account, hash, mustChange: true);
                return default(Done);
            }

            await db.RequireFreeUserNameAsync(opened!.UserName, cancellationToken);
            db.Add(opened);
            return default(Done);
        }, cancellationToken);
    }

    /// <summary>The person's account, or null when they have none.</summary>
    /// <exception cref="SubjectNotFound">There is no such person.</exception>
    private async Task<Account?> KnownAsync(Guid personId, CancellationToken cancellation)
    {
        await using var db = database.CreateDbContext();
        return await db.Set<Person>().AnyAsync(person => person.Id == personId, cancellation)
            ? await db.Set<Account>().FirstOrDefaultAsync(account => account.PersonId == personId, cancellation)
            : throw new SubjectNotFound(personId);
    }
}
