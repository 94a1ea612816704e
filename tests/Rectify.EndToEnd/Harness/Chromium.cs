using Rectify.EndToEnd.Harness;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Rectify.EndToEnd.Harness;

/// <summary>One browser for all tests; each test opens a context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-features=LocalNetworkAccessChecks",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not started");

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("RECTIFY_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = Arguments,
        });
    }

    /// <summary>Runs the visit, then asks that nothing bad was seen during it. Keeps a picture of the page where it failed.</summary>
    public async Task VisitAsync(Uri site, Visit visit, Func<Visitor, Task> story)
    {
        await using var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            Locale = visit.Language,
            ViewportSize = new ViewportSize { Width = visit.Width, Height = 900 },
            JavaScriptEnabled = visit.Script,
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var watch = await Watch.OverAsync(context, site);
        await Arrivals.CountAsync(context);
        var visitor = new Visitor(await context.NewPageAsync(), watch, visit.Script);
        try
        {
            await story(visitor);
        }
        catch
        {
            await visitor.KeepPictureAsync();
            throw;
        }

        watch.MustHaveSeenNothing();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
