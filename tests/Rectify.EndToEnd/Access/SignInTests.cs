namespace Rectify.EndToEnd.Access;

/// <summary>The front door, for everyone who comes to it.</summary>
public sealed class SignInTests(DemoSite site, Chromium chromium)
{
    [Theory]
    [InlineData("en", 1280)]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    [InlineData("zh-CN", 390)]
    public Task The_front_door_speaks_the_browsers_language_and_fits_its_window(string language, int width) =>
        chromium.VisitAsync(site.Address, new Visit(language, width), async visitor =>
        {
            await visitor.GoAsync("/");

            (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
            (await visitor.Page.Locator("h1").CountAsync()).ShouldBe(1);
            (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        });

    [Fact]
    public Task The_language_can_be_switched_and_stays() => chromium.VisitAsync(site.Address, new Visit(), async visitor =>
    {
        await visitor.GoAsync("/sign-in");
        await visitor.FollowAsync(visitor.Page.Locator("button[name=language]"));
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("zh-CN");

        await visitor.GoAsync("/sign-in");
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("zh-CN");
    });

    [Fact]
    public Task The_keyboard_comes_first_to_the_link_that_skips_to_the_content() => chromium.VisitAsync(site.Address, new Visit(), async visitor =>
    {
        await visitor.GoAsync("/sign-in");
        var first = visitor.Page.Locator("a[href], button, input:not([type=hidden]), select, textarea, summary").First;
        (await first.GetAttributeAsync("class")).ShouldBe("skip-link");

        await first.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForFunctionAsync("document.activeElement.id === 'content'");
    });
}
