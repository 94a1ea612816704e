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

    /// <summary>Prints the first so many rows and columns, as wide as the page, with the page's number on each.</summary>
    public void SetUp(IXLPageSetup page, int rows, int columns, string pageOf)
    {
        page.PaperSize = Size;
        page.PageOrientation = Orientation;
        page.PagesWide = 1;
        page.PagesTall = 0;
        page.CenterHorizontally = true;
        page.PrintAreas.Add(1, 1, rows, columns);
        page.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.6).SetBottom(0.7).SetFooter(0.35);
        page.ScaleHFWithDocument = false;
        page.Footer.Center.AddText(pageOf);
    }
}
