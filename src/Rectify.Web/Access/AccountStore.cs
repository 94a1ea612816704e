using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Organisations;
using Rectify.Core.Storage;

namespace Rectify.Web.Access;

/// <summary>
/// Lets ASP.NET Core Identity keep our people signed in: it finds accounts and compares security stamps.
/// Everything that changes an account is a command of the core. People who have left are not found, which ends their sign-in.
/// </summary>
internal sealed class AccountStore(IDbContextFactory<RectifyDb> databases) : IUserSecurityStampStore<Account>
{
    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        FindAsync(accounts => accounts.Where(account => account.PersonId == Guid.Parse(userId)), cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync(accounts => accounts.Where(account => account.NormalizedUserName == normalizedUserName), cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PersonId.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedUserName);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => throw Refusal();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw Refusal();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw Refusal();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw Refusal();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw Refusal();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw Refusal();

    public void Dispose()
    {
    }

    private static NotSupportedException Refusal() => new("Accounts change by commands");

    private async Task<Account?> FindAsync(Func<IQueryable<Account>, IQueryable<Account>> which, CancellationToken cancellation)
    {
        await using var db = databases.CreateDbContext();
        return await which(db.Set<Account>()).Where(account => db.Set<Person>().Any(person => person.Id == account.PersonId && person.IsActive)).FirstOrDefaultAsync(cancellation);
    }
}
