namespace Rectify.Core.Organisations;

/// <summary>What a password must be. Two profiles, because GB/T 22239 and ASVS 5.0 contradict each other.</summary>
/// <param name="MinimumLength">The fewest characters.</param>
/// <param name="KindsNeeded">How many of the four kinds (lower case, upper case, digits, others) must occur.</param>
/// <param name="MaximumAge">After this time a new password is asked for; null for never.</param>
/// <param name="Remembered">How many former passwords must not come back.</param>
public sealed record PasswordPolicy(int MinimumLength, int KindsNeeded, TimeSpan? MaximumAge, int Remembered)
{
    /// <summary>The most characters, so that hashing stays cheap.</summary>
    public const int MaximumLength = 128;

    /// <summary>PBKDF2-SHA512 rounds (OWASP's figure).</summary>
    public const int HashRounds = 220_000;

    private const int FewestDistinct = 6;

    /// <summary>GB/T 22239-2019 level 3: composition and periodic change.</summary>
    public static readonly PasswordPolicy GbLevel3 = new(12, 3, TimeSpan.FromDays(90), 5);

    /// <summary>ASVS 5.0 V6.2: length only, no expiry.</summary>
    public static readonly PasswordPolicy Asvs = new(15, 1, null, 0);

    private static readonly string[] Common =
    [
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "qwerty", "asdfgh", "zxcvbn", "1qaz2wsx", "1q2w3e4r", "123456", "654321", "112233", "abcdef", "abc123", "letmein",
        "iloveyou", "welcome", "admin", "administrator", "changeme", "woaini", "mima", "rectify", "zhengzhi", "zhuanxiang",
    ];

    /// <summary>The code of the first thing wrong with a password, or null.</summary>
    public string? Problem(string password, string userName) =>
        password.Length < MinimumLength ? "PasswordTooShort"
        : password.Length > MaximumLength ? "PasswordTooLong"
        : Kinds(password) < KindsNeeded ? "PasswordTooPlain"
        : IsCommon(password) || Holds(password, userName) ? "PasswordTooCommon"
        : null;

    public bool IsTooOld(DateTimeOffset setAt, DateTimeOffset now) => MaximumAge is { } age && now - setAt > age;

    private static int Kinds(string password) =>
        Convert.ToInt32(password.Any(char.IsLower)) + Convert.ToInt32(password.Any(char.IsUpper)) + Convert.ToInt32(password.Any(char.IsDigit))
        + Convert.ToInt32(password.Any(c => !char.IsLetterOrDigit(c) || c > 127));

    /// <summary>A common word that is most of the password, or few different characters, is quickly guessed.</summary>
    private static bool IsCommon(string password) =>
        password.Distinct().Count() < FewestDistinct || Common.Any(word => word.Length * 2 >= password.Length && Holds(password, word));

    private static bool Holds(string password, string word) => word.Length >= 4 && password.Contains(word, StringComparison.OrdinalIgnoreCase);
}
