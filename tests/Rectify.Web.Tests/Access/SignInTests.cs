using System.Net;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Access;

public sealed class SignInTests
{
    [Fact]
    public async Task A_stranger_is_led_to_sign_in_and_back_to_the_page_asked_for()
    {
        await using var web = await WithClerkAsync();
        var browser = web.Browser();

        var asked = await browser.OpenAsync("/account/password");
        asked.Location.ShouldBe("/sign-in?returnUrl=%2Faccount%2Fpassword");
        var page = await browser.OpenAsync(asked.Location!);
        var after = await page.SubmitAsync("sign-in", ("Input.UserName", "Lin.Yue"), ("Input.Password", TestWeb.Password));

        after.Location.ShouldBe("/account/password");
        (await browser.OpenAsync(after.Location!)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_way_back_never_leads_to_another_site()
    {
        await using var web = await WithClerkAsync();
        foreach (var address in new[] { "https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example" })
        {
            var page = await web.Browser().OpenAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(address));
            (await page.SubmitAsync("sign-in", ("Input.UserName", "lin.yue"), ("Input.Password", TestWeb.Password))).Location.ShouldBe("/");
        }
    }

    [Fact]
    public async Task Unknown_name_wrong_password_and_locked_account_say_the_same()
    {
        await using var web = await WithClerkAsync();
        var page = await web.Browser().OpenAsync("/sign-in");

        var unknown = await page.SubmitAsync("sign-in", ("Input.UserName", "nobody"), ("Input.Password", TestWeb.Password));
        var wrong = unknown;
        for (var attempt = 0; attempt < Account.FailureLimit; attempt++)
        {
            wrong = await page.SubmitAsync("sign-in", ("Input.UserName", "lin.yue"), ("Input.Password", "guess"));
        }

        var locked = await page.SubmitAsync("sign-in", ("Input.UserName", "lin.yue"), ("Input.Password", TestWeb.Password));

        unknown.Alerts.ShouldStartWith("User name or password is wrong");
        (wrong.Alerts, locked.Alerts).ShouldBe((unknown.Alerts, unknown.Alerts));
        unknown.ValueOf("Input.UserName").ShouldBe("nobody");
        unknown.ValueOf("Input.Password").ShouldBe("");
    }

    [Fact]
    public async Task A_locked_account_opens_after_a_quarter_of_an_hour()
    {
        await using var web = await WithClerkAsync();
        var page = await web.Browser().OpenAsync("/sign-in");
        for (var attempt = 0; attempt < Account.FailureLimit; attempt++)
        {
            await page.SubmitAsync("sign-in", ("Input.UserName", "lin.yue"), ("Input.Password", "guess"));
        }

        web.Time.Advance(Account.LockTime);

        (await page.SubmitAsync("sign-in", ("Input.UserName", "lin.yue"), ("Input.Password", TestWeb.Password))).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task A_sign_in_ends_after_a_quarter_of_an_hour_without_a_click()
    {
        await using var web = await WithClerkAsync();
        var browser = await web.SignInAsync("lin.yue");

        web.Time.Advance(TimeSpan.FromMinutes(14));
        (await browser.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        web.Time.Advance(TimeSpan.FromMinutes(14));
        (await browser.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        web.Time.Advance(TimeSpan.FromMinutes(16));
        (await browser.OpenAsync("/")).Location.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Typing_keeps_the_sign_in_awake()
    {
        await using var web = await WithClerkAsync();
        var browser = await web.SignInAsync("lin.yue");

        for (var minutes = 0; minutes < 40; minutes += 8)
        {
            web.Time.Advance(TimeSpan.FromMinutes(8));
            (await browser.OpenAsync("/account/awake")).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        (await browser.OpenAsync("/")).IsRedirect.ShouldBeFalse();
        (await web.Browser().OpenAsync("/account/awake")).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task A_sign_in_ends_after_eight_hours_however_busy()
    {
        await using var web = await WithClerkAsync();
        var browser = await web.SignInAsync("lin.yue");

        for (var minutes = 0; minutes < 8 * 60; minutes += 10)
        {
            web.Time.Advance(TimeSpan.FromMinutes(10));
            (await browser.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        }

        web.Time.Advance(TimeSpan.FromMinutes(1));
        (await browser.OpenAsync("/")).Location.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in()
    {
        await using var web = await WithClerkAsync();
        var browser = await web.SignInAsync("lin.yue");

        (await (await browser.OpenAsync("/")).SubmitToAsync("/sign-out")).Location.ShouldBe("/sign-in");

        (await browser.OpenAsync("/")).Location.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_sign_out_from_another_site_is_refused()
    {
        await using var web = await WithClerkAsync();
        var browser = await web.SignInAsync("lin.yue");

        (await browser.PostAsync("/sign-out", [])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_marked_as_left_is_out_at_the_next_click()
    {
        await using var web = TestWeb.Start();
        var unit = await web.AddUnitAsync("Campaign office", UnitKind.CampaignOffice);
        var admin = await web.AddPersonAsync("qiao.an", Role.Administrator, unit);
        var clerk = await web.AddPersonAsync("lin.yue", Role.OfficeClerk, unit);
        var browser = await web.SignInAsync("lin.yue");

        (await web.SendAsAsync(admin, new RetirePerson(clerk, 1))).Failure.ShouldBeNull();

        (await browser.OpenAsync("/")).Location.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task The_cookie_is_tied_to_the_host_and_to_the_site()
    {
        await using var web = await WithClerkAsync();
        var page = await web.Browser().OpenAsync("/sign-in");
        var after = await page.SubmitAsync("sign-in", ("Input.UserName", "lin.yue"), ("Input.Password", TestWeb.Password));

        var cookie = after.Response.Headers.GetValues("Set-Cookie").Single(value => value.Contains("Rectify", StringComparison.Ordinal));
        cookie.ShouldStartWith("__Host-Rectify=");
        foreach (var attribute in new[] { "secure", "httponly", "samesite=strict", "path=/" })
        {
            cookie.ShouldContain(attribute, Case.Insensitive);
        }
    }

    private static async Task<TestWeb> WithClerkAsync()
    {
        var web = TestWeb.Start();
        await web.AddPersonAsync("lin.yue", Role.OfficeClerk, await web.AddUnitAsync("Campaign office", UnitKind.CampaignOffice));
        return web;
    }
}
