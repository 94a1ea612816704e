using System.Text;
using System.Text.RegularExpressions;

namespace Rectify.EndToEnd.Reports;

/// <summary>What comes out of the printer: A4, the ledger on its side, the widest table on A3, the leader's sheet and a notice without an empty sheet behind them.</summary>
public sealed partial class PrintTests(DemoSite site, Chromium chromium)
{
    private const string Upright = "595 x 842";
    private const string OnItsSide = "842 x 595";
    private const string TwiceAsLarge = "1191 x 842";

    [Fact]
    public async Task Pages_print_on_the_paper_they_are_made_for_whatever_the_printer_holds()
    {
        await chromium.VisitAsync(site, "clerk1", Visit.Chinese, async visitor =>
        {
            await visitor.GoAsync("/problems");
            var campaign = InCampaign().Match(visitor.Page.Url).Value;
            (await SheetsAsync(visitor, $"{campaign}/ledger")).Distinct().ShouldBe([OnItsSide]);
            (await SheetsAsync(visitor, $"{campaign}/reports/progress")).Distinct().ShouldBe([TwiceAsLarge]);
            (await SheetsAsync(visitor, $"{campaign}/reports/leader")).ShouldBe([Upright]);
            (await SheetsAsync(visitor, campaign)).Distinct().ShouldBe([Upright]);
        });
    }

    /// <summary>The sizes of the printed sheets, in points.</summary>
    private static async Task<IReadOnlyList<string>> SheetsAsync(Visitor visitor, string path)
    {
        await visitor.GoAsync(path);
        var pdf = Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true, Format = "Letter" }));
        return [.. Sheet().Matches(pdf).Select(sheet => $"{Math.Round(double.Parse(sheet.Groups[1].ValueSpan, CultureInfo.InvariantCulture))} x {Math.Round(double.Parse(sheet.Groups[2].ValueSpan, CultureInfo.InvariantCulture))}")];
    }

    [GeneratedRegex("/campaigns/[^/]+")]
    private static partial Regex InCampaign();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")]
    private static partial Regex Sheet();
}
