using System.Globalization;
using System.Net;
using ClosedXML.Excel;
using Rectify.Core.Problems;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Reports;

public sealed class ReportPageTests
{
    private const int FirstRow = 5;

    [Theory]
    [InlineData("zh-CN", "按单位", "合计")]
    [InlineData("en", "By unit", "Total")]
    public async Task The_workbook_says_what_the_page_says_in_the_readers_language(string language, string sheetName, string total)
    {
        await using var site = await WebCampaign.StartAsync();
        await MixAsync(site);
        var official = await site.OfAsync(site.Campaign.Official, language);

        var page = await official.OpenAsync($"/campaigns/{site.Campaign.Id}/reports/progress");
        using var book = await WorkbookAsync(official, page.Document.QuerySelector("a[href*='progress.xlsx']")!.GetAttribute("href")!);

        var sheet = book.Worksheet(1);
        sheet.Name.ShouldBe(sheetName);
        var live = page.Document.QuerySelectorAll(".print-widest > p").ShouldHaveSingleItem().TextContent.Trim();
        live.ShouldContain(language == "en" ? "Live figures, counted 20" : "实时数据，统计于 20");
        sheet.Row(2).CellsUsed().Select(cell => cell.GetString()).ShouldContain(said => said.EndsWith(live, StringComparison.Ordinal));
        sheet.Cell(FirstRow, 2).GetString().ShouldBe(total);
        var rows = page.Document.QuerySelectorAll(".progress-table")[0].QuerySelectorAll("tbody tr");
        rows.Length.ShouldBe(3);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            row.Children.Select(cell => cell.TextContent.Trim()).ShouldBe(Enumerable.Range(1, 25).Select(column => Shown(sheet.Cell(FirstRow + index, column))));
        }

        var notes = page.Document.QuerySelectorAll(".notes li").Select(note => note.TextContent.Trim()).ToList();
        Enumerable.Range(FirstRow + 3, notes.Count).Select(row => sheet.Cell(row, 1).GetString()).ShouldBe(notes);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task No_cell_shows_a_key_for_a_word(string language)
    {
        await using var site = await WebCampaign.StartAsync();
        await MixAsync(site);
        var official = await site.OfAsync(site.Campaign.Official, language);

        foreach (var address in new[] { "progress.xlsx", "ledger.xlsx", "problem-list.xlsx", "task-list.xlsx", "responsibility-list.xlsx", "public-table.xlsx" })
        {
            using var book = await WorkbookAsync(official, $"/campaigns/{site.Campaign.Id}/reports/{address}");
            var texts = book.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Select(cell => cell.GetString()).Concat(book.Worksheets.Select(sheet => sheet.Name)).ToList();
            texts.Count.ShouldBeGreaterThan(20);
            texts.ShouldAllBe(text => !text.EndsWith("Column", StringComparison.Ordinal) && !text.EndsWith("Sheet", StringComparison.Ordinal) && !text.EndsWith("Group", StringComparison.Ordinal)
                && !text.EndsWith("Formula", StringComparison.Ordinal) && !text.EndsWith("Note", StringComparison.Ordinal) && !text.EndsWith("Title", StringComparison.Ordinal)
                && !text.Contains('{', StringComparison.Ordinal) && !text.Contains("MeasuresDone", StringComparison.Ordinal) && !text.Contains("ReturnedWith", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Files_carry_their_chinese_names_and_are_not_kept()
    {
        await using var site = await WebCampaign.StartAsync();
        var answer = (await (await site.OfAsync(site.Campaign.Official, "zh-CN")).OpenAsync($"/campaigns/{site.Campaign.Id}/reports/progress.xlsx")).Response;

        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("政务服务环境专项整治行动整改进展情况表_20260302.xlsx");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_cut_off_of_the_page_goes_into_the_workbook()
    {
        await using var site = await WebCampaign.StartAsync();
        await site.Campaign.RegisteredAsync();
        site.Campaign.Time.AdvanceDays(3);
        var official = await site.OfAsync(site.Campaign.Official);

        var page = await official.OpenAsync($"/campaigns/{site.Campaign.Id}/reports/progress?cutOff=2026-03-01");

        page.ValueOf("cutOff").ShouldBe("2026-03-01");
        page.Document.QuerySelector("tr.total td:nth-child(3)")!.TextContent.ShouldBe("0");
        using var book = await WorkbookAsync(official, page.Document.QuerySelector("a[href*='progress.xlsx']")!.GetAttribute("href")!);
        (book.Worksheet(1).Cell(FirstRow, 3).Value, book.Worksheet(1).Cell(2, 13).GetString().Split("  ")[0]).ShouldBe((0d, "Cut-off: 2026-03-01"));
        (await official.OpenAsync($"/campaigns/{site.Campaign.Id}/reports/progress?cutOff=yesterday")).ValueOf("cutOff").ShouldBe("2026-03-05");
    }

    [Fact]
    public async Task The_dashboard_shows_the_figures_of_the_report()
    {
        await using var site = await WebCampaign.StartAsync();
        await MixAsync(site);
        var official = await site.OfAsync(site.Campaign.Official);

        var page = await official.OpenAsync($"/campaigns/{site.Campaign.Id}/dashboard");

        page.Document.QuerySelectorAll(".tile-figure").Take(5).Select(tile => tile.TextContent).ShouldBe(["4", "50.0%", "25.0%", "66.7%", "1"]);
        page.Document.QuerySelectorAll("rectify-chart").Length.ShouldBe(3);
        page.Document.QuerySelectorAll("[style]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_overview_and_the_dashboard_count_the_same_problems_and_say_how_many_they_leave_out()
    {
        await using var site = await WebCampaign.StartAsync();
        await MixAsync(site);
        var voided = await site.Campaign.RegisteredAsync();
        await site.Campaign.As(site.Campaign.OfficeLeader).Do(new VoidProblem(voided, await site.Campaign.VersionAsync(voided), "不属实"));
        var official = await site.OfAsync(site.Campaign.Official);

        foreach (var page in new[] { await official.OpenAsync($"/campaigns/{site.Campaign.Id}"), await official.OpenAsync($"/campaigns/{site.Campaign.Id}/dashboard") })
        {
            var total = page.Document.QuerySelector(".tile")!;
            total.QuerySelector(".tile-figure")!.TextContent.ShouldBe("4");
            total.QuerySelector(".tile-note")!.TextContent.ShouldBe("Merged or void, not counted: 1");
        }
    }

    [Fact]
    public async Task Workbooks_are_sent_only_to_those_who_may_see_what_is_in_them()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        await campaign.RegisteredAsync(description: "甲单位的问题");
        var (progress, ledger) = ($"/campaigns/{campaign.Id}/reports/progress.xlsx", $"/campaigns/{campaign.Id}/reports/ledger.xlsx");

        foreach (var person in new[] { campaign.Handler, campaign.Leader, campaign.DisciplineOfficer, campaign.Administrator })
        {
            (await (await site.OfAsync(person)).OpenAsync(progress)).Status.ShouldBe(HttpStatusCode.Forbidden, person.Name);
        }

        (await (await site.OfAsync(campaign.DisciplineOfficer)).OpenAsync(ledger)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await site.OfAsync(campaign.Official)).OpenAsync($"/campaigns/{Rectify.Core.Shared.Ids.New()}/reports/progress.xlsx")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Web.Browser().OpenAsync(ledger)).IsRedirect.ShouldBeTrue();
        using var own = await WorkbookAsync(await site.OfAsync(campaign.Handler), ledger);
        own.Worksheet(1).Cell(4, 7).GetString().ShouldEndWith("甲单位的问题");
        using var other = await WorkbookAsync(await site.OfAsync(campaign.OtherHandler), ledger);
        other.Worksheet(1).CellsUsed().ShouldAllBe(cell => !cell.GetString().Contains("甲单位"));
    }

    /// <summary>Closed in time, re-checked in time, late and registered: four problems of one unit.</summary>
    private static async Task MixAsync(WebCampaign site)
    {
        await site.Campaign.ClosedAsync(dueInDays: 1);
        await site.Campaign.RecheckedAsync(dueInDays: 1);
        await site.Campaign.RectifyingAsync(dueInDays: 1);
        await site.Campaign.RegisteredAsync(kind: ProblemKind.Immediate);
        site.Campaign.Time.AdvanceDays(3);
    }

    private static async Task<XLWorkbook> WorkbookAsync(Browser browser, string address)
    {
        var answer = await browser.OpenAsync(address);
        answer.Status.ShouldBe(HttpStatusCode.OK, address);
        return new XLWorkbook(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync()));
    }

    /// <summary>A cell as Excel shows it; the library's own way needs a package the feed lacks.</summary>
    private static string Shown(IXLCell cell) => cell.Value switch
    {
        double number when cell.Style.NumberFormat.Format.EndsWith('%') => number.ToString("0.0%", CultureInfo.InvariantCulture),
        double number => number.ToString(cell.Style.NumberFormat.Format, CultureInfo.InvariantCulture),
        var text => (string)text,
    };
}
