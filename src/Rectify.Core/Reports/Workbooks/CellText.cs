using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Text as a cell can hold it.</summary>
internal static partial class CellText
{
    /// <summary>The longest text of a cell, in UTF-16 units; Excel calls a longer one damaged.</summary>
    public const int LongestText = 32767;

    private const double Wide = 2.0;
    private const double Narrow = 1.1;

    /// <summary>What a line leaves free at a cell's edges and at its end, where the next word found no room.</summary>
    private const double Padding = 1.2;

    /// <summary>Everything but the control characters, halves of pairs and the two that no XML file may hold.</summary>
    private static readonly SearchValues<char> Suspect = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(code => code is not '\t' and not '\n').Select(code => (char)code), .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\uFFFE', '\uFFFF']);

    /// <summary>Leaves out what no XML file can hold, and what is too long.</summary>
    public static string Printable(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspect) < 0)
        {
            return text.Length <= LongestText ? text : text[..LongestText];
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone half of a pair comes as the replacement character; one that somebody typed is lost with it.
            if (rune.Value is '\t' or '\n' or >= ' ' and not 0xFFFD and not 0xFFFE and not 0xFFFF && kept.Length + rune.Utf16SequenceLength <= LongestText)
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }

    /// <summary>Excel reads _x0041_ in a text as the character of that code; an underscore written as a code stays one.</summary>
    public static string Escaped(string text) => text.Contains("_x", StringComparison.Ordinal) ? Code().Replace(text, "_x005F_") : text;

    /// <summary>In digits' widths: a Chinese character takes two.</summary>
    public static double Width(ReadOnlySpan<char> text)
    {
        var width = 0d;
        foreach (var character in text)
        {
            width += IsWide(character) ? Wide : Narrow;
        }

        return width;
    }

    /// <summary>How many lines the text takes in a column.</summary>
    /// <param name="width">The column's width in digits' widths.</param>
    public static int Lines(string text, double width)
    {
        if (text.Length * Wide < width && !text.Contains('\n', StringComparison.Ordinal))
        {
            return 1;
        }

        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines += Math.Max(1, (int)Math.Ceiling(Width(line) / (width - Padding)));
        }

        return Math.Max(1, lines);
    }

    /// <summary>The most lines a row can show; Excel makes no row higher than 409 points.</summary>
    public const int MostLines = 29;

    /// <summary>The height of a row of so many lines, in points.</summary>
    public static double Height(int lines) => Math.Clamp((lines * 13.6) + 6, 18, 409);

    /// <summary>Cuts a text into pieces of so many lines at the most.</summary>
    /// <param name="width">The column's width in digits' widths.</param>
    public static IEnumerable<string> Pieces(string text, double width, int most)
    {
        var (start, lines, line) = (0, 1, 0d);
        for (var at = 0; at < text.Length; at++)
        {
            var isBreak = text[at] == '\n';
            line += isBreak ? 0 : IsWide(text[at]) ? Wide : Narrow;
            if (isBreak || line > width - Padding)
            {
                (lines, line) = (lines + 1, isBreak ? 0 : Wide);
            }

            if (lines > most)
            {
                yield return text[start..at];
                (start, lines) = (isBreak ? at + 1 : at, 1);
            }
        }

        yield return text[start..];
    }

    /// <summary>The width of the longest stretch that no line may break: a word, a number, one Chinese character.</summary>
    public static double LongestWord(ReadOnlySpan<char> text)
    {
        var (longest, word) = (0d, 0d);
        foreach (var character in text)
        {
            word = char.IsWhiteSpace(character) ? 0 : IsWide(character) ? Wide : word + Narrow;
            longest = Math.Max(longest, word);
        }

        return longest;
    }

    private static bool IsWide(char character) => character >= 0x2E80;

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
