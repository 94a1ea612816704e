namespace Rectify.EndToEnd.Desk;

/// <summary>Everybody walks through all that they can reach from their desk, one page of each kind.</summary>
public sealed class EveryPageTests(DemoSite site, Chromium chromium)
{
    private static readonly string[] Everybody = ["clerk1", "zhanggong.handler", "zhanggong.leader", "leader", "checker1", "discipline1", "official", "admin"];

    [Fact]
    public Task Every_page_that_anybody_can_reach_is_without_barriers() => WalkAsync(new Visit());

    [Fact]
    public Task Every_page_that_anybody_can_reach_fits_a_phone() => WalkAsync(new Visit("zh-CN", 390, Examines: false));

    private async Task WalkAsync(Visit visit)
    {
        var (seen, wrong) = (new HashSet<string>(), new List<string>());
        foreach (var userName in Everybody)
        {
            await chromium.VisitAsync(site, userName, visit, visitor => WalkAsync(visitor, seen, visit.Width, wrong));
        }

        wrong.ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(40, string.Join('\n', seen.Order()));
    }

    /// <summary>The desk, and then each kind of page that nobody has seen yet.</summary>
    private static async Task WalkAsync(Visitor visitor, HashSet<string> seen, int width, List<string> wrong)
    {
        var ahead = new Queue<string>(["/"]);
        while (ahead.TryDequeue(out var address))
        {
            var status = (await visitor.GoAsync(address)).Status;
            var titles = await visitor.Page.Locator("h1, [role=heading][aria-level='1']").CountAsync();
            var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if ((status, titles) != (200, 1) || wide > width)
            {
                wrong.Add($"{visitor.Page.Url}: answer {status}, {titles} titles, {wide} pixels wide");
            }

            var links = await visitor.Page.Locator("a[href^='/']:not([download])").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
            foreach (var link in links.Where(link => IsPage(link) && seen.Add(KindOf(link))))
            {
                ahead.Enqueue(link);
            }
        }
    }

    /// <summary>Files to save have an ending; those of the evidence store have none.</summary>
    private static bool IsPage(string link) => !Path.HasExtension(link.Split('?', '#')[0]) && !link.Contains("/evidence/", StringComparison.Ordinal) && !link.Contains("/scans/", StringComparison.Ordinal);

    /// <summary>The address without its query, and with a star for each id and number.</summary>
    private static string KindOf(string link) =>
        string.Join('/', link.Split('?', '#')[0].Split('/').Select(part => Guid.TryParse(part, out _) || int.TryParse(part, CultureInfo.InvariantCulture, out _) ? "*" : part));
}
