using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Organisations;
using Rectify.Core.Storage;

namespace Rectify.Web.Access;

/// <summary>
/// Lets ASP.NET Core Identity sign in our accounts. Accounts are made and changed by commands; what signing in changes
/// (failures, lock, re-hash) is written through at once, field by field, so that guesses sent in parallel all count.
/// People who have left are not found.
/// </summary>
internal sealed class AccountStore(Database database) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>
{
    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        FindAsync(accounts => accounts.Where(account => account.PersonId == Guid.Parse(userId)), cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync(accounts => accounts.Where(account => account.NormalizedUserName == normalizedUserName), cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PersonId.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedUserName);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.FailedCount);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) =>
        WriteAsync(user, account => user.FailedCount = ++account.FailedCount, cancellationToken);

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) =>
        WriteAsync(user, account => user.FailedCount = account.FailedCount = 0, cancellationToken);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        WriteAsync(user, account => user.LockedUntil = account.LockedUntil = lockoutEnd, cancellationToken);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) =>
        WriteAsync(user, account => user.PasswordHash = account.PasswordHash = passwordHash, cancellationToken);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) =>
        WriteAsync(user, account => user.SecurityStamp = account.SecurityStamp = stamp, cancellationToken);

    /// <summary>Every setter has written already.</summary>
    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException("People are added by a command");

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException("Accounts are never deleted");

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private async Task<Account?> FindAsync(Func<IQueryable<Account>, IQueryable<Account>> which, CancellationToken cancellation)
    {
        await using var db = database.CreateDbContext();
        return await which(db.Set<Account>()).Where(account => db.Set<Person>().Any(person => person.Id == account.PersonId && person.IsActive)).FirstOrDefaultAsync(cancellation);
    }

    private Task<T> WriteAsync<T>(Account user, Func<Account, T> change, CancellationToken cancellation) =>
        database.WriteAsync(async db => change(await db.Set<Account>().SingleAsync(account => account.PersonId == user.PersonId, cancellation)), cancellation);
}
