namespace Rectify.Core.Reports.Letters;

/// <summary>Breaks a title where the words allow it, each line shorter than the one above, or three as a rhombus.</summary>
internal static class LetterTitle
{
    /// <summary>Signs of 二号 on a line.</summary>
    public const int Most = 20;

    private static readonly string[] BreakAfter = ["的", "关于", "、", "，", "：", "和", "与", "及", "问题", "行动", "情况", "办公室", "工作", "》"];
    private static readonly string[] BreakBefore = ["关于", "的通", "《", "整改", "移送", "督办", "情况", "问题"];
    private const string NotFirst = "，。、；：？！）》〉”’」』】〕…—的";
    private const string NotLast = "（《〈“‘「『【〔";

    public static IReadOnlyList<string> Lines(string title)
    {
        var count = (int)Math.Ceiling(LetterWords.Width(title) / (Most - 1));
        if (count <= 1)
        {
            return [title];
        }

        var lines = new List<string>();
        for (var rest = title; rest.Length > 0;)
        {
            var left = count - lines.Count;
            if (left <= 1 && LetterWords.Width(rest) <= Most)
            {
                lines.Add(rest);
                break;
            }

            var at = Cut(rest, Math.Min(Most - 1, LetterWords.Width(rest) / Math.Max(2, left) + 1));
            lines.Add(rest[..at].TrimEnd());
            rest = rest[at..].TrimStart();
        }

        return lines;
    }

    /// <summary>The best place near the wished width: at the end of a word we know, never inside a number or before a closing sign.</summary>
    private static int Cut(string text, double wished)
    {
        var best = (Place: Math.Min(text.Length, (int)wished), Cost: double.MaxValue);
        for (var place = 1; place < text.Length; place++)
        {
            var width = LetterWords.Width(text[..place]);
            if (width > Most || !MayBreak(text, place))
            {
                continue;
            }

            var isWord = BreakAfter.Any(word => text[..place].EndsWith(word, StringComparison.Ordinal)) || BreakBefore.Any(word => text[place..].StartsWith(word, StringComparison.Ordinal));
            var cost = Math.Abs(width - wished) - (isWord ? 4 : 0);
            if (cost < best.Cost)
            {
                best = (place, cost);
            }
        }

        return Math.Max(1, best.Place);
    }

    private static bool MayBreak(string text, int place) =>
        !NotFirst.Contains(text[place]) && !NotLast.Contains(text[place - 1]) && !char.IsLowSurrogate(text[place]) && !(char.IsAsciiLetterOrDigit(text[place]) && char.IsAsciiLetterOrDigit(text[place - 1]));
}
