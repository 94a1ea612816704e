using System.Net;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Hosting;

public sealed class FrameTests
{
    [Theory]
    [InlineData("en-GB,en;q=0.9", "en", "Sign in")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN", "登录")]
    [InlineData("zh-TW", "zh-CN", "登录")]
    [InlineData("fr,zh;q=0.5,en;q=0.4", "zh-CN", "登录")]
    [InlineData("fr", "en", "Sign in")]
    public async Task The_language_follows_the_browser(string wishes, string language, string heading)
    {
        await using var web = await WithClerkAsync();
        var page = await web.Browser(wishes).OpenAsync("/sign-in");

        page.Heading.ShouldBe(heading);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
    }

    [Fact]
    public async Task The_language_chosen_by_hand_wins_and_stays_on_the_page()
    {
        await using var web = await WithClerkAsync();
        var browser = web.Browser("zh-CN");

        var switched = await (await browser.OpenAsync("/sign-in?returnUrl=%2Freports")).SubmitToAsync("/language", ("language", "en"));

        switched.Location.ShouldBe("/sign-in?returnUrl=%2Freports");
        (await browser.OpenAsync("/sign-in")).Heading.ShouldBe("Sign in");
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        await using var web = await WithClerkAsync();
        var browser = await web.SignInAsync("lin.yue");
        foreach (var address in new[] { "/", "/nothing-here", "/admin/people", "/health", "/app.css", "/sign-in" })
        {
            var headers = (await browser.OpenAsync(address)).Response.Headers;
            var policy = headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldStartWith("default-src 'none'");
            policy.ShouldNotContain("unsafe");
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
            headers.Contains("Server").ShouldBeFalse();
            (headers.CacheControl?.NoStore == true).ShouldBe(address != "/app.css", address);
        }
    }

    [Fact]
    public async Task No_page_needs_an_inline_script_or_style()
    {
        await using var web = await WithClerkAsync();
        var browser = await web.SignInAsync("lin.yue");
        foreach (var address in new[] { "/", "/account/password", "/kit", "/kit?section=forms", "/kit?section=tables", "/kit?section=charts" })
        {
            var page = await browser.OpenAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK, address);
            page.Document.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty(address);
            page.Document.All.ShouldAllBe(element => element.Attributes.All(attribute => !attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task An_unknown_address_answers_404_and_a_forbidden_one_403_in_both_languages()
    {
        await using var web = await WithClerkAsync();
        foreach (var (language, notFound, notAllowed) in new[] { ("en", "Not found", "Not allowed"), ("zh-CN", "未找到", "无权操作") })
        {
            var browser = await web.SignInAsync("lin.yue", language);
            var (unknown, forbidden) = (await browser.OpenAsync("/nothing-here"), await browser.OpenAsync("/admin/units"));
            (unknown.Status, unknown.Heading).ShouldBe((HttpStatusCode.NotFound, notFound));
            (forbidden.Status, forbidden.Heading).ShouldBe((HttpStatusCode.Forbidden, notAllowed));
        }
    }

    [Fact]
    public async Task The_health_address_answers_without_sign_in()
    {
        await using var web = TestWeb.Start();
        (await web.Browser().OpenAsync("/health")).Html.ShouldBe("Healthy");
    }

    [Fact]
    public async Task The_kit_is_shown_in_development_only()
    {
        await using var web = TestWeb.Start("Production");
        (await web.Browser().OpenAsync("/kit")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Everybody_sees_the_ways_their_roles_open()
    {
        await using var web = TestWeb.Start();
        var unit = await web.AddUnitAsync("Campaign office", UnitKind.CampaignOffice);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None))
        {
            var name = role.ToString();
            await web.AddPersonAsync(name, role, unit);
            var page = await (await web.SignInAsync(name)).FollowAsync("/");
            page.Document.QuerySelectorAll(".main-nav-wide a").Select(link => link.GetAttribute("href"))
                .ShouldBe(Rectify.Web.Layout.Navigation.Items.Where(item => Permissions.Allows(item.Needs, role)).Select(item => item.Href), name);
        }
    }

    private static async Task<TestWeb> WithClerkAsync()
    {
        var web = TestWeb.Start();
        await web.AddPersonAsync("lin.yue", Role.OfficeClerk, await web.AddUnitAsync("Campaign office", UnitKind.CampaignOffice));
        return web;
    }
}
