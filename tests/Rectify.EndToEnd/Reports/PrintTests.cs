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
            (await SheetsAsync(visitor, campaign)).Distinct().ShouldBe([Upright]);
        });
    }

    [Fact]
    public async Task The_leaders_sheet_is_one_page_even_when_it_holds_all_it_can()
    {
        await chromium.VisitAsync(site, "clerk1", Visit.Chinese, async visitor =>
        {
            await visitor.GoAsync("/problems");
            await visitor.GoAsync($"{InCampaign().Match(visitor.Page.Url).Value}/reports/leader");
            await visitor.Page.EvaluateAsync(FillTheSheet);
            (await SheetsAsync(visitor)).ShouldBe([Upright]);
            (await visitor.Page.Locator(".leader-sheet tbody tr").CountAsync()).ShouldBe(17);
        });
    }

    /// <summary>How much is due or waits differs from day to day; the fullest sheet has five units, six items twice, all with long texts, and seven kinds of decisions.</summary>
    private const string FillTheSheet = """
        () => {
          const unit = '市人力资源和社会保障局服务窗口', text = '一二三四五六七八九十'.repeat(4).slice(1) + '…';
          const item = `<tr><td>1001</td><th>${unit}</th><td class="text-break">${text}</td><td class="nowrap">2026-11-30</td><td>某某某某</td></tr>`;
          const notice = `<tr><td class="nowrap">某府办督字〔2026〕1001号</td><th>${unit}</th><td class="text-break">1001 ${text}</td><td>未按期答复或未改正</td></tr>`;
          const worst = `<tr><th>${unit}</th>${'<td class="numbers">1001</td>'.repeat(5)}</tr>`;
          const frame = document.querySelector('.leader-sheet .table').parentElement;
          const parts = [...document.querySelectorAll('.leader-sheet .figure-part')];
          [worst.repeat(5), item.repeat(6), notice.repeat(6)].forEach((rows, index) => {
            while (parts[index].nextElementSibling !== parts[index + 1]) parts[index].nextElementSibling.remove();
            const copy = frame.cloneNode(true);
            copy.querySelector('tbody').innerHTML = rows;
            parts[index].after(copy);
            if (index > 0) copy.insertAdjacentHTML('afterend', '<p class="figure-note">另有 45 项</p>');
          });
          document.querySelector('.leader-sheet .figure-items').innerHTML = '<li>转长期坚持申请: <strong>1001</strong></li>'.repeat(7);
        }
        """;

    private static async Task<IReadOnlyList<string>> SheetsAsync(Visitor visitor, string path)
    {
        await visitor.GoAsync(path);
        return await SheetsAsync(visitor);
    }

    /// <summary>The sizes of the printed sheets, in points.</summary>
    private static async Task<IReadOnlyList<string>> SheetsAsync(Visitor visitor)
    {
        var pdf = Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true, Format = "Letter" }));
        return [.. Sheet().Matches(pdf).Select(sheet => $"{Math.Round(double.Parse(sheet.Groups[1].ValueSpan, CultureInfo.InvariantCulture))} x {Math.Round(double.Parse(sheet.Groups[2].ValueSpan, CultureInfo.InvariantCulture))}")];
    }

    [GeneratedRegex("/campaigns/[^/]+")]
    private static partial Regex InCampaign();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")]
    private static partial Regex Sheet();
}
