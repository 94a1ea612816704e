using System.Text.RegularExpressions;
using ClosedXML.Excel;

namespace Rectify.EndToEnd.Problems;

/// <summary>One problem from the unit's list to its closing, each step in the browser of the person whose step it is.</summary>
public sealed partial class OneProblemTests(DemoSite site, Chromium chromium)
{
    private const string Matter = "导办台午间无人值守，老年人办理社保认证排队两小时。";

    [Fact]
    public async Task A_problem_is_entered_worked_off_reviewed_by_three_and_closed_and_the_workbooks_say_what_the_pages_say()
    {
        var (campaign, problem) = await EnterAsync();
        await VisitAsync("zhanggong.leader", visitor => SubmitListAsync(visitor, campaign));
        await VisitAsync("clerk1", async visitor =>
        {
            await AcceptListAsync(visitor, campaign);
            await visitor.GoAsync($"/problems/{problem}/assign");
            await visitor.SendAsync("assign", null, ("Assignment.DueDate", Day(15)), ("Assignment.Instruction", "先安排轮值，再完善制度。"));
        });
        await OnProblemAsync("zhanggong.handler", problem, async visitor =>
        {
            await visitor.GoAsync($"/problems/{problem}/plan");
            await visitor.SendAsync("plan", "保存", ("Plan.ResponsiblePerson", "窗口负责人"));
        });
        await OnProblemAsync("zhanggong.leader", problem, visitor => visitor.SendAsync("move-Sign", null));
        await OnProblemAsync("clerk1", problem, visitor => visitor.SendAsync("move-ApprovePlan", null, ("Move.Opinion", "同意。")));
        await OnProblemAsync("zhanggong.handler", problem, CorrectAsync);
        await OnProblemAsync("zhanggong.leader", problem, visitor => visitor.SendAsync("move-Sign", null));
        await OnProblemAsync("clerk1", problem, visitor => visitor.SendAsync("move-PassFirstReview", null, ("Move.Opinion", "材料齐全。")));
        await OnProblemAsync("checker1", problem, visitor => visitor.SendAsync("move-PassRecheck", null,
            ("Move.HasSiteCheck", "true"), ("Move.SiteCheck.Place", "导办台"), ("Move.SiteCheck.Present", "窗口值班员"), ("Move.SiteCheck.Findings", "午间两人轮值。")));
        await OnProblemAsync("leader", problem, async visitor =>
        {
            await visitor.SendAsync("move-Close", null, ("Move.Opinion", "准予销号。"));
            (await visitor.Page.Locator("h1").Locator("xpath=..").InnerTextAsync()).ShouldContain("已销号");
        });
        await VisitAsync("official", visitor => CompareAsync(visitor, campaign));
    }

    private async Task<(string Campaign, string Problem)> EnterAsync()
    {
        var (campaign, problem) = ("", "");
        await VisitAsync("zhanggong.handler", async visitor =>
        {
            await visitor.GoAsync("/lists");
            campaign = CampaignOf(visitor.Page.Url);
            await visitor.FollowAsync(visitor.Page.Locator($"main a[href='/campaigns/{campaign}/list/entries']").First);
            var symptom = await visitor.Page.Locator("[name='Entry.Finding.What'] optgroup option").First.GetAttributeAsync("value");
            await visitor.SendAsync("entry", null,
                ("Entry.Finding.What", symptom!), ("Entry.Finding.Description", Matter), ("Entry.Finding.Place", "导办台"), ("Entry.Finding.Severity", "Ordinary"), ("Entry.Finding.Kind", "TimeLimited"),
                ("Entry.Plan.Goal", "午间有人值守"), ("Entry.Plan.Measures", "安排轮值\n公示轮值表"), ("Entry.Plan.DueDate", Day(20)),
                ("Entry.Plan.ResponsibleLeader", "分管领导"), ("Entry.Plan.ResponsiblePerson", "窗口负责人"));
            problem = LastPart().Match((await visitor.Page.GetByRole(AriaRole.Link, new() { Name = Matter }).GetAttributeAsync("href")).ShouldNotBeNull()).Value;
        });
        return (campaign, problem);
    }

    private static async Task SubmitListAsync(Visitor visitor, string campaign)
    {
        await visitor.GoAsync($"/campaigns/{campaign}/list");
        await visitor.SendAsync("send", null, ("Sending.Statement", "已逐项核对。"));
    }

    private static async Task AcceptListAsync(Visitor visitor, string campaign)
    {
        await visitor.GoAsync($"/campaigns/{campaign}/returns");
        await visitor.FollowAsync(visitor.Page.Locator("main table").GetByRole(AriaRole.Link, new() { Name = "章贡区人民政府" }));
        await visitor.SendAsync("review", "接收");
    }

    /// <summary>Ticks off every measure, shows before and after, applies.</summary>
    private static async Task CorrectAsync(Visitor visitor)
    {
        for (var measure = 0; measure < 2; measure++)
        {
            await visitor.SendAsync($"measure-{measure}", null, ("Tick.Note", "已落实"));
        }

        await visitor.SendAsync("evidence", null, ("Upload.Files", Picture("整改前", 1)), ("Upload.Purpose", "Before"));
        await visitor.SendAsync("evidence", null, ("Upload.Files", Picture("整改后", 2)), ("Upload.Purpose", "After"));
        (await visitor.Page.Locator("main img").CountAsync()).ShouldBe(2);
        await visitor.SendAsync("move-PrepareCloseOut", null, ("Move.Result", "午间两人轮值，排队不超过十分钟。"));
    }

    /// <summary>The official's figures on the page are those of the file that the page offers, and the ledger's file holds the closed problem.</summary>
    private static async Task CompareAsync(Visitor visitor, string campaign)
    {
        await visitor.GoAsync($"/campaigns/{campaign}/reports/progress");
        var table = visitor.Page.Locator(".progress-table").First;
        var rows = await table.Locator("tbody tr").EvaluateAllAsync<string[][]>("rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))");
        rows.Length.ShouldBeGreaterThan(30);

        using var progress = await visitor.DownloadAsync(visitor.Page.Locator("main a[href*='progress.xlsx']").First);
        var sheet = progress.Worksheets.First();
        var first = sheet.Column(2).CellsUsed().First(cell => cell.GetString() == rows[0][1]).Address.RowNumber;
        foreach (var (index, row) in rows.Index())
        {
            Enumerable.Range(1, row.Length).Select(column => Shown(sheet.Cell(first + index, column))).ShouldBe(row);
        }

        await visitor.GoAsync($"/campaigns/{campaign}/ledger?stage=Closed&text=导办台");
        var numbers = await visitor.Page.Locator("main tbody a[href^='/problems/']").AllInnerTextsAsync();
        using var ledger = await visitor.DownloadAsync(visitor.Page.Locator("main a[href*='.xlsx']").First);
        var kept = ledger.Worksheets.Single().RowsUsed().Where(row => row.Cell(7).GetString().Contains("导办台", StringComparison.Ordinal)).ToList();
        kept.ShouldContain(row => row.Cell(7).GetString().EndsWith(Matter, StringComparison.Ordinal));
        kept.Select(row => row.Cell(2).GetString()).ShouldBe(numbers);
    }

    /// <summary>What stands in the cell; the sheets' number formats mean the same to .NET as to a spreadsheet.</summary>
    private static string Shown(IXLCell cell) =>
        cell.DataType == XLDataType.Number ? cell.GetDouble().ToString(cell.Style.NumberFormat.Format, CultureInfo.InvariantCulture) : cell.GetString().Trim();

    private Task VisitAsync(string userName, Func<Visitor, Task> work) => chromium.VisitAsync(site, userName, Visit.Chinese, work);

    private Task OnProblemAsync(string userName, string problem, Func<Visitor, Task> work) =>
        VisitAsync(userName, async visitor =>
        {
            await visitor.GoAsync($"/problems/{problem}");
            await work(visitor);
        });

    private static string Picture(string name, int number)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("rectify-picture-").FullName, $"{name}.png");
        File.WriteAllBytes(path, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Repeat((byte)number, 64)]);
        return path;
    }

    private static string Day(int fromNow) => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(fromNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string CampaignOf(string address) => InCampaign().Match(address).Groups[1].Value;

    [GeneratedRegex("/campaigns/([^/]+)/")]
    private static partial Regex InCampaign();

    [GeneratedRegex("[^/]+$")]
    private static partial Regex LastPart();
}
