using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<string, string> _signedIn = [];
    private readonly ConcurrentDictionary<(string UserName, Visit Visit), ConcurrentDictionary<string, bool>> _examined = [];
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
    public Task VisitAsync(Uri site, Visit visit, Func<Visitor, Task> story) => VisitAsync(site, visit, null, [], story);

    /// <summary>The visit of somebody who has an account. They sign in once; later visits bring the cookies along.</summary>
    public async Task VisitAsync(DemoSite site, string userName, Visit visit, Func<Visitor, Task> story)
    {
        var cookies = _signedIn.GetValueOrDefault(userName);
        await VisitAsync(site.Address, visit, cookies, _examined.GetOrAdd((userName, visit), _ => []), async visitor =>
        {
            if (cookies is null)
            {
                await visitor.SignInAsync(userName, site.Password);
                visitor.Page.Url.ShouldNotContain("sign-in");
                _signedIn[userName] = await visitor.Page.Context.StorageStateAsync();
            }

            await story(visitor);
        });
    }

    private async Task VisitAsync(Uri site, Visit visit, string? cookies, ConcurrentDictionary<string, bool> examined, Func<Visitor, Task> story)
    {
        await using var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            StorageState = cookies,
            Locale = visit.Language,
            ViewportSize = new ViewportSize { Width = visit.Width, Height = 900 },
            JavaScriptEnabled = visit.Script,
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var watch = await Watch.OverAsync(context, site, examined);
        await Arrivals.CountAsync(context);
        var visitor = new Visitor(await context.NewPageAsync(), watch, visit);
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
