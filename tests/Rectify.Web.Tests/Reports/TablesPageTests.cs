using System.Net;
using ClosedXML.Excel;
using Rectify.Core.Problems;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Reports;

public sealed class TablesPageTests
{
    [Theory]
    [InlineData("zh-CN", "整改销号台账")]
    [InlineData("en", "Ledger")]
    public async Task The_page_offers_every_table_with_the_ledgers_filter(string language, string ledger)
    {
        await using var site = await WebCampaign.StartAsync();
        await site.Campaign.RegisteredAsync(description: "甲问题");
        await site.Campaign.RegisteredAsync(description: "乙问题");
        var handler = await site.OfAsync(site.Campaign.Handler, language);
        var from = await handler.OpenAsync($"/campaigns/{site.Campaign.Id}/ledger?text=%E4%B9%99");

        var page = await handler.OpenAsync(from.Document.QuerySelector("a[href*='/tables']")!.GetAttribute("href")!);

        page.Document.QuerySelectorAll(".tables h2").Select(title => title.TextContent.Trim()).First().ShouldBe(ledger);
        var links = page.Document.QuerySelectorAll("a[href*='.xlsx']").Select(link => link.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(5);
        foreach (var link in links)
        {
            using var book = await BookAsync(handler, link);
            var texts = book.Worksheet(1).CellsUsed().Select(cell => cell.GetString()).ToList();
            texts.ShouldAllBe(text => !text.Contains("甲问题"));
            texts.Any(text => text.Contains("乙问题")).ShouldBe(!link.Contains("public-table"));
        }
    }

    [Fact]
    public async Task A_handler_changes_title_and_columns_and_the_download_follows()
    {
        await using var site = await WebCampaign.StartAsync();
        await site.Campaign.RegisteredAsync();
        var (handler, other) = (await site.OfAsync(site.Campaign.Handler), await site.OfAsync(site.Campaign.OtherHandler));
        var layout = $"/campaigns/{site.Campaign.Id}/tables/task-list/layout";
        var workbook = $"/campaigns/{site.Campaign.Id}/reports/task-list.xlsx";

        // The serial goes, and the state, the 12th, comes first.
        var form = await handler.OpenAsync(layout);
        var saved = await form.SubmitAsync("layout", ("Input.Title", "××任务"), ("Input.Lines[0].Shown", "false"), ("Input.Lines[11].Place", "1"));

        saved.IsRedirect.ShouldBeTrue();
        (await handler.DownloadAsync(workbook)).Response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("政务服务环境专项整治行动任务_20260302.xlsx");
        (await other.DownloadAsync(workbook)).Response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Task list 20260302 政务服务环境专项整治行动.xlsx");
        using (var own = await BookAsync(handler, workbook))
        {
            own.Worksheet(1).Cell(1, 1).GetString().ShouldBe("政务服务环境专项整治行动任务");
            own.Worksheet(1).Row(3).CellsUsed().Select(cell => cell.GetString()).Take(3).ShouldBe(["State", "Problem no.", "Problem"]);
        }

        using (var others = await BookAsync(other, workbook))
        {
            others.Worksheet(1).Cell(3, 1).GetString().ShouldBe("No.");
        }

        var back = await (await handler.OpenAsync(layout)).SubmitAsync("reset");
        back.IsRedirect.ShouldBeTrue();
        using var prescribed = await BookAsync(handler, workbook);
        prescribed.Worksheet(1).Cell(3, 1).GetString().ShouldBe("No.");
    }

    [Fact]
    public async Task The_office_arranges_the_progress_report_and_units_are_not_offered_it()
    {
        await using var site = await WebCampaign.StartAsync();
        await site.Campaign.RegisteredAsync();
        var (clerk, official) = (await site.OfAsync(site.Campaign.Clerk), await site.OfAsync(site.Campaign.Official));
        var tables = $"/campaigns/{site.Campaign.Id}/tables";

        // The rank goes, and the overdue ones, the 13th, come first.
        var form = await clerk.OpenAsync($"{tables}/progress/layout");
        (await form.SubmitAsync("layout", ("Input.Title", "How ×× goes"), ("Input.Lines[0].Shown", "false"), ("Input.Lines[12].Place", "1"))).IsRedirect.ShouldBeTrue();

        var download = (await clerk.OpenAsync($"{tables}?text=x")).Document.QuerySelectorAll("a[href*='progress.xlsx']").ShouldHaveSingleItem().GetAttribute("href")!;
        download.ShouldEndWith("/reports/progress.xlsx");
        (await clerk.DownloadAsync(download)).Response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("How 政务服务环境专项整治行动 goes_20260302.xlsx");
        using var own = await BookAsync(clerk, download);
        own.Worksheet(1).Cell(1, 1).GetString().ShouldBe("How 政务服务环境专项整治行动 goes");
        own.Worksheet(1).Row(3).CellsUsed().Select(cell => cell.GetString()).Take(3).ShouldBe(["Overdue", "Unit", "Problems"]);
        using (var officials = await BookAsync(official, download))
        {
            officials.Worksheet(1).Cell(3, 1).GetString().ShouldBe("Overdue", "the official sits in the office");
        }

        await (await clerk.OpenAsync($"{tables}/progress/layout")).SubmitAsync("reset");
        using var prescribed = await BookAsync(official, download);
        prescribed.Worksheet(1).Cell(3, 1).GetString().ShouldBe("Rank");
        var units = (await (await site.OfAsync(site.Campaign.Handler)).OpenAsync(tables)).Document;
        units.QuerySelectorAll("a[href*='progress']").ShouldBeEmpty();
        units.QuerySelectorAll("a[href*='monthly-report/layout'], a[href*='close-out-form/layout']").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_table_without_columns_is_refused_at_the_form()
    {
        await using var site = await WebCampaign.StartAsync();
        var form = await (await site.OfAsync(site.Campaign.Clerk)).OpenAsync($"/campaigns/{site.Campaign.Id}/tables/public-table/layout");

        var answer = await form.SubmitAsync("layout", [.. Enumerable.Range(0, 7).Select(line => ($"Input.Lines[{line}].Shown", "false"))]);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Html.ShouldContain("Choose at least one column");
    }

    [Fact]
    public async Task The_application_sheet_goes_only_to_those_who_see_the_problem()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.ClosedAsync();
        var page = await (await site.OfAsync(site.Campaign.Handler)).OpenAsync($"/problems/{id}");
        var address = page.Document.QuerySelector("a[href*='close-out-form']")!.GetAttribute("href")!;

        using var book = await BookAsync(await site.OfAsync(site.Campaign.Handler, "zh-CN"), address);

        await (await (await site.OfAsync(site.Campaign.Handler)).OpenAsync($"/campaigns/{site.Campaign.Id}/tables/close-out-form/layout")).SubmitAsync("layout", ("Input.Title", "××销号表"));
        using var titled = await BookAsync(await site.OfAsync(site.Campaign.Leader), address);
        titled.Worksheet(1).Cell(1, 1).GetString().ShouldBe("政务服务环境专项整治行动销号表");
        book.Worksheet(1).CellsUsed().ShouldContain(cell => cell.GetString() == "审签");
        book.Worksheet(1).CellsUsed().ShouldAllBe(cell => !cell.GetString().Contains('{'));
        (await (await site.OfAsync(site.Campaign.OtherHandler)).OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.OfAsync(site.Campaign.DisciplineOfficer)).OpenAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await site.OfAsync(site.Campaign.Official)).OpenAsync($"/campaigns/{site.Campaign.Id}/tables/nothing/layout")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<XLWorkbook> BookAsync(Browser browser, string address)
    {
        var answer = await browser.OpenAsync(address);
        answer.Status.ShouldBe(HttpStatusCode.OK, address);
        return new XLWorkbook(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync()));
    }
}
