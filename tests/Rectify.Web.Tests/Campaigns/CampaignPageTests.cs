using System.Net;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Campaigns;

public sealed class CampaignPageTests
{
    [Fact]
    public async Task The_page_tells_the_office_who_still_owes_what_and_leads_to_it()
    {
        await using var site = await WebCampaign.StartAsync();
        await site.Campaign.RectifyingAsync();
        await site.Campaign.AssignedAsync();

        var page = await (await site.OfAsync(site.Campaign.OfficeLeader, "zh-CN")).OpenAsync($"/campaigns/{site.Campaign.Id}");

        page.Heading.ShouldBe("政务服务环境专项整治行动");
        var current = page.Document.QuerySelector(".phases [aria-current=step]").ShouldNotBeNull();
        current.TextContent.ShouldContain("集中整改");
        var owed = page.Document.QuerySelectorAll("tr").Single(row => row.TextContent.Contains("问题未办结"));
        owed.TextContent.ShouldContain("市某某局");
        owed.QuerySelector("a")!.GetAttribute("href").ShouldBe($"/campaigns/{site.Campaign.Id}/ledger?unit={site.Campaign.Unit.Id}");
        owed.QuerySelector("a")!.TextContent.ShouldBe("2");
        page.Html.ShouldContain("阶段结束");
    }

    [Fact]
    public async Task A_unit_sees_its_own_line_and_debt_only_and_no_history()
    {
        await using var site = await WebCampaign.StartAsync(PhaseKind.SelfInspection);

        var page = await (await site.OfAsync(site.Campaign.OtherHandler, "zh-CN")).OpenAsync($"/campaigns/{site.Campaign.Id}");

        page.Html.ShouldContain("市另一局");
        page.Html.ShouldNotContain("市某某局");
        page.Html.ShouldNotContain("经办一");
        page.Document.QuerySelectorAll("form.post-form").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_unit_that_takes_no_part_finds_nothing()
    {
        await using var site = await WebCampaign.StartAsync();
        var stranger = await site.Campaign.Rectify.AddPersonAsync("外人", Role.UnitHandler, await site.Campaign.Rectify.AddUnitAsync("市无关局"));
        var browser = await site.OfAsync(stranger);

        (await browser.OpenAsync($"/campaigns/{site.Campaign.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync($"/campaigns/{site.Campaign.Id}/policy")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync("/campaigns")).Html.ShouldNotContain("政务服务环境专项整治行动");
    }

    [Fact]
    public async Task A_phase_with_open_problems_ends_only_on_a_named_waiver()
    {
        await using var site = await WebCampaign.StartAsync();
        await site.Campaign.RectifyingAsync();
        var leader = await site.OfAsync(site.Campaign.OfficeLeader);
        var page = await leader.OpenAsync($"/campaigns/{site.Campaign.Id}");

        var refused = await page.SubmitAsync("end-phase", ("Ending.Waiver", "Two items go on until autumn"));

        refused.Alerts.ShouldContain("not met");
        refused.Html.ShouldContain("Two items go on until autumn");
        (await CampaignAsync(site)).CurrentPhase.ShouldBe(PhaseKind.Concentrated);

        var done = await refused.SubmitAsync("end-phase", ("Ending.WaivedBy", "Vice mayor"));

        done.Location.ShouldBe($"/campaigns/{site.Campaign.Id}");
        (await CampaignAsync(site)).CurrentPhase.ShouldBe(PhaseKind.InstitutionBuilding);
        (await leader.OpenAsync(done.Location!)).Document.QuerySelector(".phases")!.TextContent.ShouldContain("Vice mayor");
    }

    [Fact]
    public async Task Only_the_office_leader_ends_a_phase_and_a_post_by_hand_does_not_help()
    {
        await using var site = await WebCampaign.StartAsync();
        var mine = await (await site.OfAsync(site.Campaign.OfficeLeader)).OpenAsync($"/campaigns/{site.Campaign.Id}");
        var clerk = await site.OfAsync(site.Campaign.Clerk);
        var page = await clerk.OpenAsync($"/campaigns/{site.Campaign.Id}");

        mine.Html.ShouldContain("end-phase");
        page.Html.ShouldNotContain("end-phase");
        var token = page.ValueOf("__RequestVerificationToken")!;
        var answer = await clerk.PostAsync($"/campaigns/{site.Campaign.Id}", new Dictionary<string, string> { ["_handler"] = "end-phase", ["__RequestVerificationToken"] = token, ["Ending.Version"] = "9" });

        answer.Location.ShouldBe($"/campaigns/{site.Campaign.Id}", "back to the page, which has no such form");
        (await CampaignAsync(site)).CurrentPhase.ShouldBe(PhaseKind.Concentrated);
    }

    [Theory]
    [InlineData("/lists", "list", "returns")]
    [InlineData("/problems", "ledger", "ledger")]
    public async Task The_navigation_leads_to_the_running_campaign(string address, string unitPart, string officePart)
    {
        await using var site = await WebCampaign.StartAsync();

        (await (await site.OfAsync(site.Campaign.Handler)).OpenAsync(address)).Location.ShouldBe($"/campaigns/{site.Campaign.Id}/{unitPart}");
        (await (await site.OfAsync(site.Campaign.Clerk)).OpenAsync(address)).Location.ShouldBe($"/campaigns/{site.Campaign.Id}/{officePart}");
        (await (await site.OfAsync(site.Campaign.Official)).OpenAsync(address)).Location.ShouldBe($"/campaigns/{site.Campaign.Id}/{officePart}");
    }

    [Fact]
    public async Task The_reports_lead_to_the_dashboard()
    {
        await using var site = await WebCampaign.StartAsync();

        (await (await site.OfAsync(site.Campaign.Official)).OpenAsync("/reports")).Location.ShouldBe($"/campaigns/{site.Campaign.Id}/dashboard");
    }

    [Theory]
    [InlineData("en", "There is no campaign yet")]
    [InlineData("zh-CN", "暂无专项行动")]
    public async Task Without_any_campaign_the_navigation_says_so(string language, string said)
    {
        await using var web = TestWeb.Start();
        await web.AddPersonAsync("lin.yue", Role.OfficeClerk, await web.AddUnitAsync("办公室"));
        var browser = await web.SignInAsync("lin.yue", language);

        foreach (var address in new[] { "/lists", "/problems", "/reports" })
        {
            var page = await browser.OpenAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Html.ShouldContain(said);
        }

        (await browser.OpenAsync("/campaigns")).Document.QuerySelector("a[href='/campaigns/new']").ShouldNotBeNull();
    }

    private static Task<Campaign> CampaignAsync(WebCampaign site) => site.Campaign.Rectify.FindAsync<Campaign>(site.Campaign.Id);
}
