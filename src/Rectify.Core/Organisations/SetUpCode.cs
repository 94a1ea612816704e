using System.Security.Cryptography;
using System.Text;

namespace Rectify.Core.Organisations;

/// <summary>The one-time code that lets the first administrator in: printed on the console at start, kept nowhere else.</summary>
public sealed class SetUpCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 24;

    private string? _code;

    /// <summary>Makes a code of 120 bits; the one before stops working.</summary>
    public string Issue()
    {
        _code = RandomNumberGenerator.GetString(Letters, Length);
        return string.Join('-', _code.Chunk(6).Select(part => new string(part)));
    }

    /// <summary>Compares in constant time; blanks, hyphens and case do not matter.</summary>
    public bool Matches(string typed)
    {
        var plain = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return _code is { } code && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(plain), Encoding.ASCII.GetBytes(code));
    }

    /// <summary>The code has done its work.</summary>
    public void Spend() => _code = null;
}
