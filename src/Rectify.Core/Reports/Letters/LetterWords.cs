using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Rectify.Core.Reports.Letters;

/// <summary>How official documents write days and lists, and how a plain text falls into their parts. Always Chinese.</summary>
internal static partial class LetterWords
{
    /// <summary>2026年3月2日, in Arabic figures.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    public static string Day(DateOnly? day) => day is { } known ? Day(known) : "";

    /// <summary>Room for a day that is not yet known, wide enough to write it in by hand.</summary>
    public static string DayOrRoom(DateOnly? day) => day is { } known ? Day(known) : "　　　年　　月　　日";

    /// <summary>Room for a name that is not yet known.</summary>
    public static string NameOrRoom(string? name) => string.IsNullOrEmpty(name) ? "　　　　" : name;

    /// <summary>3月2日 where the year is that of the document, 2025年3月2日 where it is another.</summary>
    public static string ShortDay(DateOnly day, int year) => day.Year == year ? day.ToString("M月d日", CultureInfo.InvariantCulture) : Day(day);

    /// <summary>一 to 九十九.</summary>
    public static string Count(int number)
    {
        const string digits = "零一二三四五六七八九";
        return number switch
        {
            < 10 => digits[number].ToString(),
            < 20 => "十" + (number % 10 == 0 ? "" : digits[number % 10]),
            < 100 => digits[number / 10] + "十" + (number % 10 == 0 ? "" : digits[number % 10]),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Each line is a paragraph; 一、 and （一） at its start make it a heading. Blank lines and blanks around do not count.</summary>
    public static IReadOnlyList<LetterText> Paragraphs(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => new LetterText(line, First().IsMatch(line) ? 1 : Second().IsMatch(line) ? 2 : 0))];

    /// <summary>What XML can hold: control signs and halves of signs go, tabs and line ends become blanks.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsWhiteSpace(text[index]))
            {
                clean.Append(text[index] == '\u3000' ? '\u3000' : ' ');
            }
            else if (char.IsSurrogate(text[index]))
            {
                if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
                {
                    clean.Append(text[index]).Append(text[++index]);
                }
            }
            else if (XmlConvert.IsXmlChar(text[index]))
            {
                clean.Append(text[index]);
            }
        }

        return clean.ToString();
    }

    /// <summary>How wide a text of 三号 is, in characters: Chinese signs count one, others a half.</summary>
    public static double Width(string text) => text.Sum(sign => sign < 0x2000 ? 0.52 : 1);

    [GeneratedRegex("^[一二三四五六七八九十百]+、")]
    private static partial Regex First();

    [GeneratedRegex("^[（(][一二三四五六七八九十百]+[）)]")]
    private static partial Regex Second();
}
