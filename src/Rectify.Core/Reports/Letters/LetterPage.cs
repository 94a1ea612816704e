using DocumentFormat.OpenXml.Wordprocessing;

namespace Rectify.Core.Reports.Letters;

/// <summary>The page of GB/T 9704-2012: A4, 版心 156 × 225 mm with 22 lines of 28 characters of 三号.</summary>
internal static class LetterPage
{
    /// <summary>The type area's width, 156 mm.</summary>
    public const int Width = PaperWidth - Left - Right;

    /// <summary>天头, 37 mm.</summary>
    public const int Top = 2098;

    /// <summary>订口, 28 mm.</summary>
    public const int Left = 1587;

    public const int Right = 1474;

    /// <summary>35 mm: what A4 leaves below 37 mm and the type area's 225 mm.</summary>
    public const int Bottom = 1984;

    /// <summary>Exact line height: 22 of them make 224.7 mm, and no 23rd fits.</summary>
    public const int Line = 579;

    public const int Lines = 22;

    /// <summary>
    /// 28 characters of 16 pt are 158 mm: each is set a quarter point closer. Word and LibreOffice both keep that to the twip, while they read the character
    /// grid of a page differently. Full lines are justified to 156 mm.
    /// </summary>
    public const int Closer = -5;

    /// <summary>A character of 三号 with its spacing.</summary>
    public const int Character = 320 + Closer;

    private const int PaperWidth = 11906;
    private const int PaperHeight = 16838;

    /// <summary>发文机关标志 of a 信函 stands 30 mm from the paper's upper edge, its lower lines 20 mm from the foot.</summary>
    private const int HeaderFromTop = 1701;
    private const int FooterFromFoot = 1134;

    /// <summary>How far the page number stands above the footer's lower edge: its dash is 7 mm below the type area.</summary>
    public const int NumberRise = 290;

    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    /// <param name="isLetterhead">信函: the head stands in the first page's header, and that page has no number.</param>
    public static SectionProperties Section(bool isLetterhead)
    {
        var section = new SectionProperties();
        if (isLetterhead)
        {
            section.Append(
                new HeaderReference { Type = HeaderFooterValues.First, Id = LetterFile.FirstHeaderId },
                new FooterReference { Type = HeaderFooterValues.First, Id = LetterFile.FirstFooterId });
        }

        section.Append(
            new FooterReference { Type = HeaderFooterValues.Default, Id = LetterFile.OddFooterId },
            new FooterReference { Type = HeaderFooterValues.Even, Id = LetterFile.EvenFooterId },
            new PageSize { Width = PaperWidth, Height = PaperHeight },
            new PageMargin { Top = Top, Left = Left, Right = Right, Bottom = Bottom, Header = HeaderFromTop, Footer = FooterFromFoot, Gutter = 0 });
        if (isLetterhead)
        {
            section.Append(new TitlePage());
        }

        return section;
    }
}
