using System.Net;
using Rectify.Core.Problems;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Problems;

public sealed class LedgerPageTests
{
    [Fact]
    public async Task The_filter_stands_in_the_address_and_in_its_fields()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        await campaign.RegisteredAsync(Severity.Serious, description: "窗口收费未公示");
        await campaign.ClosedAsync();
        var official = await site.OfAsync(campaign.Official, "zh-CN");

        var page = await official.OpenAsync($"/campaigns/{campaign.Id}/ledger?text=%E6%94%B6%E8%B4%B9&severity=Serious&order=Due&desc=true");

        page.Status.ShouldBe(HttpStatusCode.OK);
        Numbers(page).ShouldBe(["1"]);
        page.ValueOf("text").ShouldBe("收费");
        page.Document.QuerySelector("select[name=severity] option[selected]")!.GetAttribute("value").ShouldBe("Serious");
        page.Document.QuerySelector("details.more")!.HasAttribute("open").ShouldBeTrue("a filter in it is set");
        (page.ValueOf("order"), page.ValueOf("desc")).ShouldBe(("Due", "true"));
        page.Document.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort").ShouldBe("descending");
        page.Document.QuerySelector("a[href*='ledger.xlsx']")!.GetAttribute("href").ShouldEndWith("ledger.xlsx?text=%E6%94%B6%E8%B4%B9&severity=Serious&order=Due&desc=true");
    }

    [Fact]
    public async Task A_filter_nobody_could_have_chosen_is_none()
    {
        await using var site = await WebCampaign.StartAsync();
        await site.Campaign.RegisteredAsync();
        var clerk = await site.OfAsync(site.Campaign.Clerk);

        var page = await clerk.OpenAsync($"/campaigns/{site.Campaign.Id}/ledger?state=99&unit=none&dueFrom=yesterday&warning=1&order=Nothing");

        (page.Status, Numbers(page).Count).ShouldBe((HttpStatusCode.OK, 1));
        (await clerk.OpenAsync($"/campaigns/{site.Campaign.Id}/ledger?text={new string('x', 101)}")).Alerts.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Pages_keep_the_filter()
    {
        await using var site = await WebCampaign.StartAsync();
        for (var i = 0; i < 51; i++)
        {
            await site.Campaign.RegisteredAsync();
        }

        var clerk = await site.OfAsync(site.Campaign.Clerk);
        var first = await clerk.OpenAsync($"/campaigns/{site.Campaign.Id}/ledger?stage=NotStarted");
        var next = first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await clerk.OpenAsync(new Uri(next).PathAndQuery);

        next.ShouldContain("stage=NotStarted");
        Numbers(first).Count.ShouldBe(50);
        Numbers(second).ShouldBe(["51"]);
    }

    [Fact]
    public async Task A_unit_sees_nothing_of_another_units_ledger()
    {
        await using var site = await WebCampaign.StartAsync();
        await site.Campaign.RegisteredAsync(description: "甲单位的问题");
        var (own, other) = (await site.OfAsync(site.Campaign.Handler), await site.OfAsync(site.Campaign.OtherHandler));
        var address = $"/campaigns/{site.Campaign.Id}/ledger";

        (await own.OpenAsync(address)).Html.ShouldContain("甲单位的问题");
        var page = await other.OpenAsync($"{address}?unit={site.Campaign.Unit.Id}");
        page.Html.ShouldNotContain("甲单位的问题");
        page.Document.QuerySelector("select[name=unit]").ShouldBeNull();
    }

    private static List<string> Numbers(WebPage page) => [.. page.Document.QuerySelectorAll("tbody tr td:first-child").Select(cell => cell.TextContent.Trim())];
}
