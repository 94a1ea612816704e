using System.Text.RegularExpressions;

namespace Rectify.EndToEnd.Reports;

/// <summary>From a unit's monthly report to the bulletin that all units read, and figures that stay what they were.</summary>
public sealed partial class BulletinTests(DemoSite site, Chromium chromium)
{
    [Fact]
    public async Task A_unit_reports_its_month_the_office_issues_a_bulletin_and_what_happens_later_changes_neither()
    {
        var (campaign, code, bulletin, snapshot) = ("", "", "", "");
        await VisitAsync("forestry.handler", async visitor =>
        {
            await visitor.GoAsync("/lists");
            campaign = InCampaign().Match(visitor.Page.Url).Groups[1].Value;
            await visitor.GoAsync($"/campaigns/{campaign}/monthly");
            await visitor.SendAsync("monthly", null, ("Monthly.Text.Unfinished", "两项需市级部门配合，已约定下月办结。"), ("Monthly.Text.Practices", "午间延时服务。"), ("Monthly.Text.Preparer", "综合科"));
        });
        await VisitAsync("forestry.leader", async visitor =>
        {
            await visitor.GoAsync($"/campaigns/{campaign}/monthly");
            await visitor.SendAsync("monthly-decision", null);
            code = MonthlyCode().Match(await MainAsync(visitor)).Value;
            code.ShouldNotBeEmpty();
        });
        await VisitAsync("clerk1", async visitor =>
        {
            await visitor.GoAsync($"/campaigns/{campaign}/reports/monthly?month={code[2..6]}-{code[6..8]}");
            await visitor.FollowAsync(visitor.Page.Locator("main tr", new() { HasText = code }).Locator("th a"));
            (await MainAsync(visitor)).ShouldContain("午间延时服务。");
            await visitor.SendAsync("monthly-decision", "接收");
            await visitor.GoAsync($"/campaigns/{campaign}/bulletins/new");
            await visitor.SendAsync("bulletin", null, ("Input.Text.Requirements", "逾期单位一周内报送整改计划。"));
            bulletin = new Uri(visitor.Page.Url).AbsolutePath;
        });
        await VisitAsync("leader", async visitor =>
        {
            await visitor.GoAsync(bulletin);
            await visitor.SendAsync("bulletin-Issue", null);
            snapshot = (await visitor.Page.Locator("main a[href^='/snapshots/']").First.GetAttributeAsync("href")).ShouldNotBeNull();
        });

        var (printed, tables, figures) = ("", "", "");
        await VisitAsync("forestry.handler", async visitor =>
        {
            await visitor.GoAsync(bulletin);
            printed = await MainAsync(visitor);
            printed.ShouldContain("逾期单位一周内报送整改计划。");
            tables = await TablesAsync(visitor);
            figures = await FiguresAsync(visitor, snapshot);
        });
        await VisitAsync("clerk1", visitor => RegisterAsync(visitor, campaign));
        await VisitAsync("official", async visitor =>
        {
            await visitor.GoAsync(bulletin);
            (await TablesAsync(visitor)).ShouldBe(tables);
            (await FiguresAsync(visitor, snapshot)).ShouldBe(figures);
            var id = BulletinCode().Match(await visitor.Page.Locator("main .figure-id").InnerTextAsync()).Value;
            id.ShouldNotBeEmpty();
            using var workbook = await visitor.DownloadAsync(visitor.Page.Locator("main a[href$='bulletin.xlsx']"));
            workbook.Worksheets.ShouldAllBe(sheet => sheet.CellsUsed().Any(cell => cell.GetString().Contains(id)));
            await visitor.GoAsync($"/campaigns/{campaign}/reports/progress");
            (await TotalAsync(visitor)).ShouldBeGreaterThan(TotalOf(printed), "the live figures go on");
        });
    }

    private static async Task RegisterAsync(Visitor visitor, string campaign)
    {
        await visitor.GoAsync($"/campaigns/{campaign}/problems/new");
        var unit = await visitor.Page.Locator("[name='Entry.UnitId'] option[value]:not([value=''])").First.GetAttributeAsync("value");
        var what = await visitor.Page.Locator("[name='Entry.Finding.What'] optgroup option").First.GetAttributeAsync("value");
        await visitor.SendAsync("register", null, ("Entry.UnitId", unit!), ("Entry.Finding.What", what!), ("Entry.Finding.Description", "自助填单机缺纸两天无人更换。"), ("Entry.Finding.Severity", "Ordinary"), ("Entry.Finding.Kind", "Immediate"));
    }

    private static Task<string> MainAsync(Visitor visitor) => visitor.Page.Locator("main").InnerTextAsync();

    private static async Task<string> TablesAsync(Visitor visitor) => string.Join('\n', await visitor.Page.Locator("main table").AllInnerTextsAsync());

    private static async Task<string> FiguresAsync(Visitor visitor, string snapshot)
    {
        var answer = await visitor.Page.APIRequest.GetAsync(new Uri(new Uri(visitor.Page.Url), $"{snapshot}/figures.json").ToString());
        answer.Status.ShouldBe(200);
        return await answer.TextAsync();
    }

    private static async Task<int> TotalAsync(Visitor visitor) =>
        int.Parse(await visitor.Page.Locator(".progress-table tbody tr").First.Locator("td").Nth(1).InnerTextAsync(), CultureInfo.InvariantCulture);

    /// <summary>How many problems the bulletin counts for all units.</summary>
    private static int TotalOf(string printed) => int.Parse(AllUnits().Match(printed).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private Task VisitAsync(string userName, Func<Visitor, Task> work) => chromium.VisitAsync(site, userName, Visit.Chinese, work);

    [GeneratedRegex("/campaigns/([^/]+)/")]
    private static partial Regex InCampaign();

    [GeneratedRegex(@"M-\d{6}-\d{4}")]
    private static partial Regex MonthlyCode();

    [GeneratedRegex(@"B-\d{6}-\d{4}")]
    private static partial Regex BulletinCode();

    [GeneratedRegex(@"合计\s+(\d+)")]
    private static partial Regex AllUnits();
}
