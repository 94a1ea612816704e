namespace Rectify.EndToEnd.Desk;

/// <summary>Each part lands on its own desk, and everything its navigation leads to is sound.</summary>
public sealed class DeskTests(DemoSite site, Chromium chromium)
{
    [Theory]
    [InlineData("construction.handler", "zh-CN", 1280)]
    [InlineData("construction.leader", "en", 390)]
    [InlineData("clerk1", "zh-CN", 390)]
    [InlineData("checker1", "en", 1280)]
    [InlineData("leader", "zh-CN", 1280)]
    [InlineData("discipline1", "en", 390)]
    [InlineData("official", "zh-CN", 390)]
    [InlineData("admin", "en", 1280)]
    public Task Whoever_signs_in_finds_a_sound_page_behind_every_link_of_the_navigation(string userName, string language, int width) =>
        chromium.VisitAsync(site.Address, new Visit(language, width), async visitor =>
        {
            await visitor.SignInAsync(userName, site.Password);
            visitor.Page.Url.ShouldNotContain("sign-in");

            var links = await visitor.Page.Locator("header nav a[href^='/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
            links.ShouldNotBeEmpty();
            foreach (var link in links.Distinct())
            {
                (await visitor.GoAsync(link)).Status.ShouldBe(200, link);
                (await visitor.Page.Locator("h1").CountAsync()).ShouldBe(1, link);
                (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, link);
            }
        });
}
