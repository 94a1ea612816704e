using Microsoft.AspNetCore.Identity;
using Rectify.Core.Shared;

namespace Rectify.Core.Organisations;

/// <summary>Checks and sets passwords the one way, wherever one is typed. Hashing takes its time on purpose: nothing but <see cref="Take"/> belongs inside the write gate.</summary>
internal sealed class Credentials(IPasswordHasher<Account> hasher, PasswordPolicy policy, Clock clock)
{
    private static readonly Account Nobody = new() { UserName = "", NormalizedUserName = "" };
    private readonly string _nobodysHash = hasher.HashPassword(Nobody, Guid.Empty.ToString());

    /// <exception cref="InvalidInput">The password is too weak.</exception>
    public Account Open(Guid personId, string userName, string password, bool mustChange)
    {
        RequireStrong(nameof(AddPerson.Password), password, userName);
        var account = new Account { PersonId = personId, UserName = userName.Trim(), NormalizedUserName = Account.Normalize(userName) };
        Take(account, hasher.HashPassword(account, password), mustChange);
        return account;
    }

    /// <summary>The hash of a new password that the account may take.</summary>
    /// <param name="field">The command's property that holds the new password.</param>
    /// <param name="account">Whose password it is; not changed.</param>
    /// <param name="password">The new password.</param>
    /// <exception cref="InvalidInput">The password is too weak, or was used before.</exception>
    public string Hash(string field, Account account, string password)
    {
        RequireStrong(field, password, account.UserName);
        if (account.FormerHashes.Append(account.PasswordHash).Any(hash => hash is not null && Verify(account, hash, password)))
        {
            throw new InvalidInput(new FieldError(field, "PasswordUsedBefore"));
        }

        return hasher.HashPassword(account, password);
    }

    /// <param name="account">Takes the password.</param>
    /// <param name="hash">The new password's hash.</param>
    /// <param name="mustChange">True when somebody else chose it.</param>
    public void Take(Account account, string hash, bool mustChange) => account.SetPassword(hash, mustChange, clock.Now, policy.Remembered);

    public bool IsRight(Account account, string password) => account.PasswordHash is { } hash && Verify(account, hash, password);

    /// <summary>Takes the time of a check where there is no account to check.</summary>
    public void PretendToCheck(string password) => Verify(Nobody, _nobodysHash, password);

    private bool Verify(Account account, string hash, string password) =>
        hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;

    private void RequireStrong(string field, string password, string userName)
    {
        if (policy.Problem(password, userName) is { } code)
        {
            throw new InvalidInput(new FieldError(field, code, policy.MinimumLength, PasswordPolicy.MaximumLength, policy.KindsNeeded));
        }
    }
}
