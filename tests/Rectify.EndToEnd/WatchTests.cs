namespace Rectify.EndToEnd;

/// <summary>The watch itself is watched: each page here is poisoned with one thing that it has to find.</summary>
public sealed class WatchTests(DemoSite site, Chromium chromium)
{
    private const string Clean = "<!DOCTYPE html><html lang='en'><head><title>A page</title></head><body><main><h1>A page</h1>POISON</main></body></html>";

    [Fact]
    public Task A_clean_page_passes() => chromium.VisitAsync(site.Address, new Visit(), visitor => OpenAsync(visitor, "<p>All is well.</p>"));

    [Theory]
    [InlineData("<img alt='' src='http://elsewhere.invalid/x.png'>", "request leaves the host: http://elsewhere.invalid/x.png")]
    [InlineData("<p style='color: red'>Red</p>", "security policy: style-src-attr refuses inline")]
    [InlineData("<script>document.title = 'mine'</script>", "security policy: script-src-elem refuses inline")]
    [InlineData("<script src='/poison.js'></script>", "console error: it broke")]
    [InlineData("<script src='/poison.js'></script>", "script error: Error: and threw")]
    [InlineData("<img src='/poison.png'>", "barrier on /poison: image-alt (critical)")]
    [InlineData("<a href='/poison'></a>", "barrier on /poison: link-name (serious)")]
    [InlineData("<script src='/broken.js'></script>", "answer 500: GET")]
    public async Task A_poisoned_page_is_found(string poison, string finding)
    {
        var failure = await Should.ThrowAsync<VisitSpoilt>(() => chromium.VisitAsync(site.Address, new Visit(), visitor => OpenAsync(visitor, poison)));

        failure.Message.ShouldContain(finding);
    }

    private static async Task OpenAsync(Visitor visitor, string poison)
    {
        await visitor.Page.Context.RouteAsync("**/poison*", route => route.FulfillAsync(Answer(new Uri(route.Request.Url).AbsolutePath, poison)));
        await visitor.Page.Context.RouteAsync("**/broken.js", route => route.FulfillAsync(new() { Status = 500 }));
        await visitor.Page.Context.RouteAsync("http://elsewhere.invalid/**", route => route.AbortAsync());
        await visitor.GoAsync("/poison");
    }

    private static RouteFulfillOptions Answer(string path, string poison) => path switch
    {
        "/poison.js" => new() { ContentType = "text/javascript", Body = "console.error('it broke'); throw new Error('and threw');" },
        "/poison.png" => new() { ContentType = "image/svg+xml", Body = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>" },
        _ => new()
        {
            ContentType = "text/html",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "default-src 'self' http://elsewhere.invalid" },
            Body = Clean.Replace("POISON", poison, StringComparison.Ordinal),
        },
    };
}
