using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>A person chooses a new password. Wrong present passwords count towards the lock like wrong sign-ins.</summary>
[Requires(Permission.OwnAccount)]
public sealed record ChangeOwnPassword(string Present, string New, string Again) : ICommand<Done>;

internal sealed class ChangeOwnPasswordValidator : AbstractValidator<ChangeOwnPassword>
{
    public ChangeOwnPasswordValidator()
    {
        RuleFor(c => c.Present).NotEmpty().MaximumLength(PasswordPolicy.MaximumLength);
        RuleFor(c => c.New).NotEmpty();
        RuleFor(c => c.Again).Equal(c => c.New).WithErrorCode("PasswordsDiffer");
    }
}

internal sealed class ChangeOwnPasswordHandler(Database database, Session session, Clock clock, Credentials credentials) : IRequestHandler<ChangeOwnPassword, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangeOwnPassword command, CancellationToken cancellationToken)
    {
        // Hashing takes its time on purpose; the write gate does not wait for it.
        if (await CountAttemptAsync(cancellationToken) is not { } known)
        {
            return new Invalid([new FieldError(nameof(command.Present), "AccountLocked")]);
        }

        if (!credentials.IsRight(known, command.Present))
        {
            return new Invalid([new FieldError(nameof(command.Present), "PasswordWrong")]);
        }

        await ChangeAsync(account => account.CountSuccess(), cancellationToken);
        var hash = credentials.Hash(nameof(command.New), known, command.New);
        return await ChangeAsync<Result<Done>>(account =>
        {
            if (account.SecurityStamp != known.SecurityStamp)
            {
                // Somebody else has set another password meanwhile, so the present one is no longer what was typed.
                return new Invalid([new FieldError(nameof(command.Present), "PasswordWrong")]);
            }

            credentials.Take(account, hash, mustChange: false);
            return default(Done);
        }, cancellationToken);
    }

    /// <summary>Every attempt counts as failed until it is known to be right, like a sign-in. Null when the account is locked.</summary>
    private Task<Account?> CountAttemptAsync(CancellationToken cancellation) => ChangeAsync(account =>
    {
        if (account.IsLocked(clock.Now))
        {
            return null;
        }

        account.CountFailure(clock.Now);
        return account;
    }, cancellation);

    private Task<Done> ChangeAsync(Action<Account> change, CancellationToken cancellation) => ChangeAsync(account =>
    {
        change(account);
        return default(Done);
    }, cancellation);

    private Task<T> ChangeAsync<T>(Func<Account, T> change, CancellationToken cancellation) => database.WriteAsync(async db =>
        change(await db.Set<Account>().FirstOrDefaultAsync(account => account.PersonId == session.Actor.PersonId, cancellation) ?? throw new NotPermitted()), cancellation);
}
