using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Rectify.Core.Reports.Letters.LetterRuns;

namespace Rectify.Core.Reports.Letters;

/// <summary>版头: what stands above the title, and the title.</summary>
internal static class LetterHead
{
    /// <summary>Points between the line's foot and the red line, so that 4 mm are left below the signs of the number.</summary>
    private const int RedLineBelow = 7;

    public static IEnumerable<Paragraph> Of(Letter letter) => letter.Format switch
    {
        LetterFormat.RedHead => [.. Mark(letter.Mark), Line(), Line(), RedLine(Paragraph(LetterStyles.Number, Run(Numbered(letter, letter.Number)))), Line(), Line()],
        LetterFormat.Masthead => [.. Mark(letter.Mark), Line(), .. Issue(letter), Line(), Line()],
        LetterFormat.Letterhead => [Paragraph(LetterStyles.Line, new Justification { Val = JustificationValues.Right }, Run(Numbered(letter, letter.Number))), Line(), Line()],
        _ => [],
    };

    /// <summary>标题: 二号, broken into lines that make a trapezium or a rhombus.</summary>
    public static IEnumerable<Paragraph> Title(string title) =>
        LetterTitle.Lines(LetterWords.Clean(title).Trim()).Select(line => Paragraph(LetterStyles.Title, new KeepNext(), Run(line)));

    public static Paragraph Line() => Paragraph(LetterStyles.Line);

    /// <summary>发文机关标志 in signs as large as the line holds, its upper edge 35 mm below the type area's.</summary>
    public static IEnumerable<Paragraph> Mark(string mark, bool isFromTop = true)
    {
        var size = MarkSize(mark);
        if (isFromTop)
        {
            yield return Paragraph(LetterStyles.Line, Exact(LetterPage.Twips(35)));
        }

        yield return Paragraph(LetterStyles.Mark, Exact(size * 11), Run(mark, size: size));
    }

    public static Paragraph RedLine(Paragraph above)
    {
        above.ParagraphProperties!.AddChild(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 12, Space = RedLineBelow, Color = LetterStyles.Red }));
        return above;
    }

    private static string Numbered(Letter letter, string number) => letter.Standing.Length > 0 ? $"{number}（{letter.Standing}）" : number;

    /// <summary>In half points: what fills nine tenths of the line, between 二号 and 50 pt.</summary>
    private static int MarkSize(string mark) => Math.Clamp((int)(LetterPage.Width * 0.9 / 10 / Math.Max(1, LetterWords.Width(mark))), LetterStyles.Second, 100);

    /// <summary>第N期, the number, and between the margins who issues it and when.</summary>
    private static IEnumerable<Paragraph> Issue(Letter letter)
    {
        yield return Paragraph(LetterStyles.Number, Run(Numbered(letter, $"第{(letter.Issue > 0 ? letter.Issue.ToString(System.Globalization.CultureInfo.InvariantCulture) : "  ")}期")));
        yield return Paragraph(LetterStyles.Number, Run(letter.Number));
        yield return RedLine(Paragraph(
            LetterStyles.Line, new Tabs(new TabStop { Val = TabStopValues.Right, Position = LetterPage.Width - LetterPage.Character }),
            Run('\u3000' + letter.Issuer), Tab(), Run(LetterWords.DayOrRoom(letter.Date))));
    }
}
