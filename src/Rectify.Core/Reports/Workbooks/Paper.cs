using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>A page to print on.</summary>
/// <param name="Room">The width between the margins in digits' widths, at the smallest print that can still be read.</param>
internal sealed record Paper(XLPaperSize Size, XLPageOrientation Orientation, double Room)
{
    public static readonly Paper A3Landscape = new(XLPaperSize.A3Paper, XLPageOrientation.Landscape, 280);
    public static readonly Paper A4Landscape = new(XLPaperSize.A4Paper, XLPageOrientation.Landscape, 170);
    public static readonly Paper A4Portrait = new(XLPaperSize.A4Paper, XLPageOrientation.Portrait, 100);

    /// <summary>What a table of so many columns is printed on.</summary>
    public static Paper For(int columns) => columns > 14 ? A3Landscape : A4Landscape;
}
