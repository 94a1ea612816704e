namespace Rectify.Core.Organisations;

/// <summary>How a person signs in. Credentials never enter the ledger.</summary>
public sealed class Account
{
    /// <summary>The longest sign-in name, in characters.</summary>
    public const int UserNameLength = 64;

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

    /// <summary>The password was set by an administrator and has to be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }
}
