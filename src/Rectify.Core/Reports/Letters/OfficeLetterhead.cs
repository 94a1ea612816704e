using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Rectify.Core.Reports.Letters.LetterRuns;

namespace Rectify.Core.Reports.Letters;

/// <summary>信函: the office's name 30 mm below the paper's edge, red double lines of 170 mm 4 mm below it and 20 mm above the foot.</summary>
internal static class OfficeLetterhead
{
    /// <summary>From the type area's edges to those of the lines, which stand in the middle of the paper.</summary>
    private static readonly int Left = LetterPage.Twips(20) - LetterPage.Left;
    private static readonly int Right = LetterPage.Twips(20) - LetterPage.Right;

    /// <summary>Between the double lines and the number's line, so that its signs stand 7/8 of a character below them.</summary>
    private const int BelowLines = 105;

    public static Header Head(Letter letter)
    {
        var mark = LetterHead.Mark(letter.Mark, isFromTop: false).Single();
        mark.ParagraphProperties!.AddChild(new ParagraphBorders(new BottomBorder { Val = BorderValues.ThickThinSmallGap, Size = 24, Space = 5, Color = LetterStyles.Red }));
        mark.ParagraphProperties.AddChild(Indent(Left, Right));
        return new Header(mark, Paragraph(LetterStyles.Line, Exact(BelowLines)));
    }

    public static Footer Foot() => new(Paragraph(
        LetterStyles.Line,
        new ParagraphBorders(new BottomBorder { Val = BorderValues.ThinThickSmallGap, Size = 24, Space = 0, Color = LetterStyles.Red }),
        Exact(40), Indent(Left, Right)));
}
