namespace Rectify.EndToEnd.Hosting;

/// <summary>The first hour of a new installation.</summary>
public sealed class FirstStartTests(PublishedSite site, Chromium chromium) : IClassFixture<PublishedSite>
{
    private const string UserName = "first.administrator";
    private const string Password = "Quite-a-long-Door-7";

    [Fact]
    public async Task The_code_on_the_console_lets_the_first_administrator_in_once()
    {
        await chromium.VisitAsync(site.Address, new Visit(), async visitor =>
        {
            await visitor.GoAsync("/");
            visitor.Page.Url.ShouldEndWith("/setup");

            await FillAsync(visitor.Page, code: "WRONG-CODE");
            await visitor.FollowAsync(Submit(visitor.Page));
            visitor.Page.Url.ShouldEndWith("/setup");
            (await visitor.Page.Locator("input[autocomplete=username]").InputValueAsync()).ShouldBe(UserName, "what was typed stays");

            await FillAsync(visitor.Page, site.SetUpCode);
            await visitor.FollowAsync(Submit(visitor.Page));
            visitor.Page.Url.ShouldEndWith("/sign-in");
        });

        await chromium.VisitAsync(site.Address, new Visit(), async visitor =>
        {
            await visitor.SignInAsync(UserName, "Not-the-Password-7");
            (await visitor.Page.Locator("[role=alert]").CountAsync()).ShouldBeGreaterThan(0);
            await visitor.SignInAsync(UserName, Password);
            new Uri(visitor.Page.Url).AbsolutePath.ShouldBe("/");

            visitor.Watch.Allow(404);
            (await visitor.GoAsync("/setup")).Status.ShouldBe(404, "the code works once");
            (await visitor.GoAsync("/no-such-page")).Status.ShouldBe(404);
        });

        await chromium.VisitAsync(site.Address, Visit.WithoutScript, async visitor =>
        {
            await visitor.SignInAsync(UserName, Password);
            new Uri(visitor.Page.Url).AbsolutePath.ShouldBe("/", "no script is needed to sign in");
        });
    }

    private static async Task FillAsync(IPage page, string code)
    {
        await page.Locator("input[autocomplete=one-time-code]").FillAsync(code);
        await page.Locator("main input[type=text]:not([autocomplete])").First.FillAsync("Campaign office");
        await page.Locator("input[autocomplete=name]").FillAsync("Wen Heng");
        await page.Locator("input[autocomplete=username]").FillAsync(UserName);
        await page.Locator("input[autocomplete=new-password]").FillAsync(Password);
    }

    private static ILocator Submit(IPage page) => page.Locator("main button[type=submit]");
}
