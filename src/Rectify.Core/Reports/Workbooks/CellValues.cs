using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Number formats of a workbook.</summary>
internal static partial class NumberFormat
{
    /// <summary>Whether a format shows a year, month or day; what stands in quotes or brackets does not count.</summary>
    public static bool ShowsDate(string code) => code.Length < 256 && Quoted().Replace(code, "").AsSpan().IndexOfAny("yYdD") >= 0;

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex Quoted();
}

/// <summary>Reads what people write into cells.</summary>
internal static partial class CellValues
{
    private const string ChineseDigits = "一二三四五六七八九十";

    private static readonly DateOnly First = new(1990, 1, 1);
    private static readonly DateOnly Last = new(2100, 1, 1);

    /// <summary>A word to look up: half width, without blanks, small letters.</summary>
    public static string Key(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    /// <summary>A date as 2018/6/15, 2018-06-15, 2018.6.15, 2018年6月15日 or 号, 20180615 or a workbook's day number; null when it is none.</summary>
    /// <param name="starts1904">Whether the workbook counts its days from 1904.</param>
    public static DateOnly? Date(SheetCell cell, bool starts1904) => AnyDate(cell, starts1904) is { } date && date >= First && date < Last ? date : null;

    /// <summary>Whether a cell says a day that no problem can have, such as 1926-11-22.</summary>
    public static bool IsFarOff(SheetCell cell, bool starts1904) => AnyDate(cell, starts1904) is { } date && (date < First || date >= Last);

    /// <summary>A cell as a person reads it: a date not as the workbook counts days.</summary>
    public static string Shown(SheetCell cell, bool starts1904) =>
        cell.Kind == SheetCellKind.Date && Date(cell, starts1904) is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell.Text.Trim();

    /// <summary>Splits measures written into one cell: by their numbering when they have one, else by lines.</summary>
    public static IReadOnlyList<string> Measures(string text)
    {
        var starts = new List<Match>();
        foreach (Match mark in Mark().Matches(text))
        {
            if (Number(mark) == starts.Count + 1 && (starts.Count > 0 || text[..mark.Index].Trim().Length == 0))
            {
                starts.Add(mark);
            }
        }

        var pieces = starts.Count > 1
            ? starts.Select((mark, index) => text[(mark.Index + mark.Length)..(index + 1 < starts.Count ? starts[index + 1].Index : text.Length)].ReplaceLineEndings(" "))
            : text.ReplaceLineEndings("\n").Split('\n').Select(line => LineMark().Replace(line, ""));
        return [.. pieces.Select(piece => piece.Trim().TrimEnd('；', ';').TrimEnd()).Where(piece => piece.Length > 0)];
    }

    /// <summary>Splits names written into one cell.</summary>
    public static IReadOnlyList<string> Names(string text) => text.Split(['、', '，', ',', '；', ';', '\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly? AnyDate(SheetCell cell, bool starts1904)
    {
        if (cell.Text.Length > 60)
        {
            return null;
        }

        var text = cell.Text.Normalize(NormalizationForm.FormKC).Trim();
        return WrittenDate().Match(text) is { Success: true } written ? Date(written)
            : cell.Kind != SheetCellKind.Text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) ? Date(days, starts1904)
            : null;
    }

    private static DateOnly? Date(Match written)
    {
        var (year, month, day) = (Part(written, "y"), Part(written, "m"), Part(written, "d"));
        return month is >= 1 and <= 12 && year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>Day 60 is the 29 February 1900 that never was, so true days count from 30 December 1899.</summary>
    private static DateOnly? Date(double days, bool starts1904) =>
        days is >= 1 and < 200_000 ? (starts1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, 30)).AddDays((int)days) : null;

    private static int Part(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Number(Match mark)
    {
        var sign = mark.Groups["n"].Value.Normalize(NormalizationForm.FormKC);
        return int.TryParse(sign, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : ChineseDigits.IndexOf(sign, StringComparison.Ordinal) + 1;
    }

    [GeneratedRegex(@"^(?:(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})|(?<y>\d{4})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]?|(?<y>\d{4})(?<m>\d{2})(?<d>\d{2}))(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$")]
    private static partial Regex WrittenDate();

    /// <summary>A number that begins a measure: 1. 1、 1） (1) （一） 一、 ①. A figure such as 1.5 is none.</summary>
    [GeneratedRegex(@"(?<![0-9０-９A-Za-z.．第])(?<n>[0-9０-９]{1,2})(?:[.．](?![0-9０-９])|[、)）])|[(（](?<n>[0-9０-９]{1,2}|[一二三四五六七八九十])[)）]|(?<=^|[\s；;。，,])(?<n>[一二三四五六七八九十])、|(?<n>[①-⑳])")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(?:[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|[、)）])|[(（](?:[0-9０-９]{1,2}|[一二三四五六七八九十])[)）]|[一二三四五六七八九十]、|[①-⑳•·])\s*")]
    private static partial Regex LineMark();
}
