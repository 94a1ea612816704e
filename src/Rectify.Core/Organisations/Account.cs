using System.Security.Cryptography;

namespace Rectify.Core.Organisations;

/// <summary>How a person signs in. Credentials never enter the ledger.</summary>
public sealed class Account
{
    /// <summary>The longest sign-in name, in characters.</summary>
    public const int UserNameLength = 64;

    /// <summary>After so many wrong passwords in a row the account is locked.</summary>
    public const int FailureLimit = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    public Guid PersonId { get; init; }

    public required string UserName { get; set; }

    /// <summary>The upper-cased name by which an account is found.</summary>
    public required string NormalizedUserName { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Changes with every credential change and ends running sign-ins.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Wrong passwords in a row.</summary>
    public int FailedCount { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>When the present password was set; some policies let it grow old.</summary>
    public DateTimeOffset PasswordSetAt { get; set; }

    /// <summary>Hashes of the passwords before, newest first, which must not come back.</summary>
    public IReadOnlyList<string> FormerHashes { get; set; } = [];

    /// <summary>The password was set by an administrator and has to be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The form in which a user name is compared.</summary>
    public static string Normalize(string userName) => userName.Trim().Normalize().ToUpperInvariant();

    /// <summary>Counts a wrong password; at the limit the account is locked for a while.</summary>
    public void CountFailure(DateTimeOffset now)
    {
        if (++FailedCount >= FailureLimit)
        {
            (FailedCount, LockedUntil) = (0, now + LockTime);
        }
    }

    /// <summary>The right password after all: what was counted is forgotten.</summary>
    public void CountSuccess() => (FailedCount, LockedUntil) = (0, null);

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>Takes a new password and ends every running sign-in.</summary>
    /// <param name="hash">The new password's hash.</param>
    /// <param name="mustChange">True when somebody else chose the password.</param>
    /// <param name="now">The instant of the change.</param>
    /// <param name="remembered">How many former passwords must not come back.</param>
    public void SetPassword(string hash, bool mustChange, DateTimeOffset now, int remembered)
    {
        FormerHashes = PasswordHash is null ? [] : [.. FormerHashes.Prepend(PasswordHash).Take(remembered)];
        (PasswordHash, PasswordSetAt, MustChangePassword) = (hash, now, mustChange);
        (FailedCount, LockedUntil) = (0, null);
        EndSignIns();
    }

    public void EndSignIns() => SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}
