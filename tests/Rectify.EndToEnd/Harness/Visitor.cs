namespace Rectify.EndToEnd.Harness;

/// <summary>What a browser brings along.</summary>
/// <param name="Language">The browser's language, which the site follows.</param>
/// <param name="Width">The window's width in pixels; 390 is a phone.</param>
/// <param name="Script">False for a browser that runs no script.</param>
/// <param name="Examines">False to leave out the search for barriers, which takes longer than all the rest.</param>
public sealed record Visit(string Language = "en", int Width = 1280, bool Script = true, bool Examines = true)
{
    public static Visit Chinese { get; } = new("zh-CN");

    public static Visit OnAPhone { get; } = new(Width: 390);

    public static Visit WithoutScript { get; } = new(Script: false);
}

/// <summary>One person's browser during one test, with somebody watching.</summary>
public sealed partial class Visitor
{
    private readonly Visit _visit;

    internal Visitor(IPage page, Watch watch, Visit visit) => (Page, Watch, _visit) = (page, watch, visit);

    public IPage Page { get; }

    public Watch Watch { get; }

    /// <summary>Opens an address of the site and examines the page.</summary>
    public async Task<IResponse> GoAsync(string path)
    {
        var response = (await Page.GotoAsync(path)).ShouldNotBeNull();
        await ExamineAsync();
        return response;
    }

    /// <summary>Clicks something that leads to another page or posts a form, waits for the answer and examines it.</summary>
    public async Task FollowAsync(ILocator what)
    {
        await (_visit.Script ? Arrivals.AfterAsync(Page, () => what.ClickAsync()) : Arrivals.AfterPlainlyAsync(Page, () => what.ClickAsync()));
        await ExamineAsync();
    }

    public async Task SignInAsync(string userName, string password)
    {
        await GoAsync("/sign-in");
        await Page.Locator("input[autocomplete=username]").FillAsync(userName);
        await Page.Locator("input[autocomplete=current-password]").FillAsync(password);
        await FollowAsync(Page.Locator("main button[type=submit]"));
    }

    /// <summary>Looking for barriers takes a script, and a page that stays: one that tells how far the server's work is loads itself anew.</summary>
    private async Task ExamineAsync()
    {
        if (_visit is { Script: true, Examines: true })
        {
            await Page.Locator("main :has(> p[role=status]) progress").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
            await Watch.ExamineAsync(Page);
        }
    }

    internal async Task KeepPictureAsync()
    {
        var name = TestContext.Current.TestMethod?.MethodName ?? "unknown";
        var folder = Path.Combine(AppContext.BaseDirectory, "failures");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
