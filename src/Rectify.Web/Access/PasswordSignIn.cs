using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Rectify.Core.Organisations;

namespace Rectify.Web.Access;

/// <summary>Checks a user name and a password so that the answer's time tells no more than the answer: yes or no.</summary>
internal sealed class PasswordSignIn(SignInManager<Account> signIn, UserManager<Account> users, IPasswordHasher<Account> hasher)
{
    /// <summary>Attempts on one name wait for each other; otherwise many at once would all pass before the first failure counts.</summary>
    private static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    private static string? _nobodysHash;

    public async Task<bool> TryAsync(string userName, string password)
    {
        var turn = Turns[(uint)Account.Normalize(userName).GetHashCode(StringComparison.Ordinal) % Turns.Length];
        await turn.WaitAsync();
        try
        {
            var account = password.Length > PasswordPolicy.MaximumLength ? null : await users.FindByNameAsync(userName.Trim());
            if (account is null || await users.IsLockedOutAsync(account))
            {
                var nobody = new Account { UserName = "", NormalizedUserName = "" };
                _nobodysHash ??= hasher.HashPassword(nobody, Guid.Empty.ToString());
                hasher.VerifyHashedPassword(nobody, _nobodysHash, password[..Math.Min(password.Length, PasswordPolicy.MaximumLength)]);
                return false;
            }

            var result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
            return result.Succeeded;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Keeps the person signed in here after a change that ended every sign-in.</summary>
    public async Task RefreshAsync(ClaimsPrincipal person)
    {
        if (await users.GetUserAsync(person) is { } account)
        {
            await signIn.RefreshSignInAsync(account);
        }
    }
}
