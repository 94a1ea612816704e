using System.Globalization;

namespace Rectify.Core.Reports;

/// <summary>A share as it was counted; what is printed is worked out from it at the end. Nothing of nothing has no value and prints "—".</summary>
public readonly record struct Rate(int Numerator, int Denominator) : IComparable<Rate>
{
    /// <summary>What stands where there is no figure.</summary>
    public const string None = "—";

    public bool HasValue => Denominator > 0;

    /// <summary>The share between 0 and 1, unrounded; null for nothing of nothing.</summary>
    public double? Fraction => HasValue ? (double)Numerator / Denominator : null;

    /// <summary>In percent, halves rounded up (四舍五入); null for nothing of nothing.</summary>
    public decimal? Percent(int decimals) => HasValue ? Math.Round(Exact, decimals, MidpointRounding.AwayFromZero) : null;

    /// <summary>The change in percentage points since an earlier rate; null when either has no value.</summary>
    public decimal? Since(Rate earlier, int decimals) =>
        HasValue && earlier.HasValue ? Math.Round(Exact - earlier.Exact, decimals, MidpointRounding.AwayFromZero) : null;

    /// <summary>A change in percentage points, always with its sign.</summary>
    public static string Points(decimal? change, int decimals)
    {
        var digits = "0" + (decimals == 0 ? "" : "." + new string('0', decimals));
        return change?.ToString($"+{digits};-{digits};{digits}", CultureInfo.InvariantCulture) ?? None;
    }

    /// <summary>E.g. <c>66.7%</c>, or <see cref="None"/>.</summary>
    public string Text(int decimals) => Percent(decimals) is { } percent ? percent.ToString($"F{decimals}", CultureInfo.InvariantCulture) + "%" : None;

    /// <summary>Compares the shares themselves, so that 1 of 2 equals 2 of 4; no value comes before every value.</summary>
    public int CompareTo(Rate other) => (HasValue, other.HasValue) switch
    {
        (true, true) => ((long)Numerator * other.Denominator).CompareTo((long)other.Numerator * Denominator),
        var (mine, theirs) => mine.CompareTo(theirs),
    };

    public static Rate operator +(Rate left, Rate right) => new(left.Numerator + right.Numerator, left.Denominator + right.Denominator);

    public static bool operator <(Rate left, Rate right) => left.CompareTo(right) < 0;

    public static bool operator >(Rate left, Rate right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rate left, Rate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rate left, Rate right) => left.CompareTo(right) >= 0;

    private decimal Exact => 100m * Numerator / Denominator;
}
