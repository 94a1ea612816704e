using Rectify.Core.Problems;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Problems;

/// <summary>The office registers problems of its own finding and hands problems to their units.</summary>
public sealed class OfficeEntryTests : IAsyncLifetime
{
    private ListSite _campaign = null!;
    private Browser _clerk = null!;

    public async ValueTask InitializeAsync()
    {
        _campaign = await ListSite.StartAsync();
        _clerk = await _campaign.SignInAsync(_campaign.Clerk);
    }

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    private string Register => $"/campaigns/{_campaign.Id}/problems/new";

    private string Assign => $"/campaigns/{_campaign.Id}/assign";

    private (string, string)[] Typed =>
    [
        ("Entry.UnitId", $"{_campaign.Unit.Id}"), ("Entry.Finding.What", $"{_campaign.Category.Id}"), ("Entry.Finding.Description", "暗访时窗口空岗四十分钟"),
        ("Entry.Finding.Severity", "Considerable"), ("Entry.Finding.Kind", "Immediate"), ("Entry.Finding.Source", "UnannouncedVisit"),
    ];

    [Fact]
    public async Task A_problem_the_office_found_is_registered_with_its_number()
    {
        var done = await (await _clerk.OpenAsync(Register)).SubmitAsync("register", Typed);

        done.Location.ShouldNotBeNull().ShouldStartWith("/problems/");
        (await _clerk.OpenAsync(done.Location!)).Alerts.ShouldContain("no. 1");
    }

    [Fact]
    public async Task Bad_input_is_told_at_its_field_and_near_duplicates_of_the_unit_first()
    {
        var refused = await (await _clerk.OpenAsync(Register)).SubmitAsync("register", [.. Typed.Where(typed => typed.Item1 is not "Entry.UnitId"), ("Entry.UnitId", "")]);
        refused.ErrorAt("Entry.UnitId").ShouldNotBeNull();

        await (await _clerk.OpenAsync(Register)).SubmitAsync("register", Typed);
        var warned = await (await _clerk.OpenAsync(Register)).SubmitAsync("register", Typed);
        warned.Alerts.ShouldContain("暗访时窗口空岗四十分钟");
        (await warned.SubmitAsync("register")).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task Ticked_problems_are_assigned_by_working_days_each_with_its_line()
    {
        await ListedAsync(("排队机故障三周无人修复", null), ("窗口空岗半小时", null));
        var page = await _clerk.OpenAsync(Assign);
        var boxes = page.Document.QuerySelectorAll("[name='Assignment.Items']").Select(box => box.GetAttribute("value")!).ToList();

        var done = await page.SubmitAsync("assign-many", [.. boxes.Select(box => ("Assignment.Items", box)), ("Assignment.By", "WorkingDays"), ("Assignment.WorkingDays", "5")]);

        done.Document.QuerySelectorAll(".assign-results li").Length.ShouldBe(2);
        done.Document.QuerySelector(".assign-results")!.TextContent.ShouldContain("due 2026-03-09");
        done.Html.ShouldContain("Nothing waits for assignment");
    }

    [Fact]
    public async Task What_the_working_days_come_to_is_told_without_assigning()
    {
        await ListedAsync(("排队机故障三周无人修复", null));

        var counted = await (await _clerk.OpenAsync(Assign)).SubmitAsync("assign-many", ("Assignment.By", "WorkingDays"), ("Assignment.WorkingDays", "5"), ("Assignment.Count", "true"));

        counted.Alerts.ShouldContain("2026-03-09");
        counted.Document.QuerySelectorAll("[name='Assignment.Items']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_units_own_date_is_taken_where_it_named_one_and_the_others_are_told_apart()
    {
        await ListedAsync(("排队机故障三周无人修复", new DateOnly(2026, 4, 1)), ("窗口空岗半小时", null));
        var page = await _clerk.OpenAsync(Assign);

        var done = await page.SubmitAsync("assign-many", [.. page.Document.QuerySelectorAll("[name='Assignment.Items']").Select(box => ("Assignment.Items", box.GetAttribute("value")!))]);

        var lines = done.Document.QuerySelectorAll(".assign-results li").Select(line => line.TextContent).ToList();
        lines.ShouldContain(line => line.Contains("due 2026-04-01"));
        lines.ShouldContain(line => line.Contains("The unit proposed no date"));
        done.Document.QuerySelectorAll("[name='Assignment.Items']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_ticked_or_no_date_is_told()
    {
        await ListedAsync(("排队机故障三周无人修复", null));
        var page = await _clerk.OpenAsync(Assign);

        (await page.SubmitAsync("assign-many")).Alerts.ShouldContain("Tick at least one problem.");
        (await page.SubmitAsync("assign-many", ("Assignment.By", "WorkingDays"))).ErrorAt("Assignment.WorkingDays").ShouldBe("Please fill this in.");
        (await page.SubmitAsync("assign-many", ("Assignment.By", "Date"))).ErrorAt("Assignment.DueDate").ShouldBe("Please fill this in.");
        (await page.SubmitAsync("assign-many", ("Assignment.By", "WorkingDays"), ("Assignment.WorkingDays", "999"))).ErrorAt("Assignment.WorkingDays").ShouldBe("Between 1 and 250.");
    }

    [Fact]
    public async Task Assisting_units_entered_with_the_problem_stay()
    {
        var id = Core.Shared.Ids.New();
        await _campaign.DoAsync(_campaign.Clerk, new RegisterProblem(_campaign.Id, id, _campaign.Unit.Id, _campaign.Running.Finding(), [_campaign.OtherUnit.Id]));
        var page = await _clerk.OpenAsync(Assign);

        await page.SubmitAsync("assign-many", ("Assignment.Items", page.ValueOf("Assignment.Items")!), ("Assignment.By", "Date"), ("Assignment.DueDate", "2026-04-01"));

        (await _campaign.DoAsync(_campaign.Clerk, new GetProblem(id))).Problem.AssistingUnits.Select(unit => unit.UnitId).ShouldBe([_campaign.OtherUnit.Id]);
    }

    private async Task ListedAsync(params (string Description, DateOnly? Due)[] entries)
    {
        foreach (var (description, due) in entries)
        {
            await _campaign.DraftAsync(description, due);
        }

        await _campaign.SendListAsync(entries.Length);
        await _campaign.AcceptListAsync();
    }
}
