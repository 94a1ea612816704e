using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

/// <summary>
/// Whose user name and password these are. Unknown name, wrong password and locked account give one and the same answer
/// after the same time.
/// </summary>
[BeforeSignIn]
public sealed record CheckSignIn(string UserName, string Password) : ICommand<Guid>
{
    /// <summary>No answer comes sooner, so that its time tells nothing.</summary>
    public static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(400);
}

internal sealed class CheckSignInHandler(Database database, Credentials credentials, Clock clock, TimeProvider time) : IRequestHandler<CheckSignIn, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(CheckSignIn command, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var person = await CheckAsync(command, cancellationToken);
        var left = CheckSignIn.LeastTime - time.GetElapsedTime(start);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, cancellationToken);
        }

        return person is { } id ? id : new NotAllowed();
    }

    private async Task<Guid?> CheckAsync(CheckSignIn command, CancellationToken cancellation)
    {
        var password = command.Password[..Math.Min(command.Password.Length, PasswordPolicy.MaximumLength)];
        var account = await CountAttemptAsync(Account.Normalize(command.UserName), cancellation);
        if (account is null)
        {
            credentials.PretendToCheck(password);
            return null;
        }

        if (!credentials.IsRight(account, password))
        {
            return null;
        }

        await database.WriteAsync(async db =>
        {
            var right = await AccountAsync(db, account.NormalizedUserName, cancellation);
            right?.CountSuccess();
            return right;
        }, cancellation);
        return account.PersonId;
    }

    /// <summary>Every attempt counts as failed until it is known to be right; so guesses sent all at once cannot outrun the lock.</summary>
    private Task<Account?> CountAttemptAsync(string name, CancellationToken cancellation) => database.WriteAsync(async db =>
    {
        var account = await AccountAsync(db, name, cancellation);
        if (account is null || account.IsLocked(clock.Now))
        {
            return null;
        }

        account.CountFailure(clock.Now);
        return account;
    }, cancellation);

    /// <summary>Somebody who has left is as unknown as a stranger.</summary>
    private static Task<Account?> AccountAsync(RectifyDb db, string name, CancellationToken cancellation) =>
        db.Set<Account>().AsTracking().Where(account => account.NormalizedUserName == name && db.Set<Person>().Any(person => person.Id == account.PersonId && person.IsActive))
            .FirstOrDefaultAsync(cancellation);
}
