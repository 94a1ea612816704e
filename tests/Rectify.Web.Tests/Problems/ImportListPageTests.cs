using System.Net;
using ClosedXML.Excel;
using Rectify.Core.Problems;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Problems;

public sealed class ImportListPageTests : IAsyncLifetime
{
    private ListSite _campaign = null!;

    public async ValueTask InitializeAsync() => _campaign = await ListSite.StartAsync();

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    private string List => $"/campaigns/{_campaign.Id}/list";

    [Theory]
    [InlineData("zh-CN", "问题描述*", "政务热线", "立行立改", "严重")]
    [InlineData("en", "Description*", "Hotline", "Immediate", "Serious")]
    public async Task The_template_filled_in_is_imported_whatever_language_the_page_has(string language, string heading, string source, string kind, string severity)
    {
        var (response, template) = await (await _campaign.SignInAsync(_campaign.Handler, language)).DownloadAsync($"{List}/template.xlsx?{language}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var book = new XLWorkbook(new MemoryStream(template));
        if (language == "en")
        {
            book.Worksheet(1).Cell("I3").GetString().ShouldBe(heading);
        }

        Fill(book, 5, source, kind, severity);
        var handler = await _campaign.SignInAsync(_campaign.Handler, language == "en" ? "zh-CN" : "en");

        var done = await (await handler.OpenAsync($"{List}/import")).UploadAsync("import", "Upload.File", "list.xlsx", Bytes(book));

        done.Location.ShouldBe(List, done.Alerts);
        var entry = (await _campaign.ListAsync()).Entries.ShouldHaveSingleItem();
        (entry.Source, entry.Kind, entry.Severity).ShouldBe((ProblemSource.Hotline, ProblemKind.Immediate, Severity.Serious));
    }

    [Fact]
    public async Task Wrong_cells_are_told_by_address_row_and_column_and_nothing_is_stored()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        Fill(book, 6, "Hearsay", "Time-limited", "Ordinary");
        book.Worksheet(1).Cell("I6").SetValue("窗口空岗半小时");
        book.Worksheet(1).Cell("O6").SetValue("年底");

        var page = await (await handler.OpenAsync($"{List}/import")).UploadAsync("import", "Upload.File", "list.xlsx", Bytes(book));

        page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim()))).ShouldBe(
        [
            "C6 | 6 | Source | “Hearsay” is not among the choices.",
            "O6 | 6 | Due date | “年底” is not a date. Write it as 2026-03-15.",
        ]);
        (await _campaign.ListAsync()).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_file_again_is_recognised_row_by_row()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        var file = Bytes(book);
        await (await handler.OpenAsync($"{List}/import")).UploadAsync("import", "Upload.File", "list.xlsx", file);

        var again = await (await handler.OpenAsync($"{List}/import")).UploadAsync("import", "Upload.File", "list.xlsx", file);

        again.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()).ShouldBe(["I5"]);
    }

    [Fact]
    public async Task What_is_no_workbook_or_missing_is_told_at_the_field()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        var form = await handler.OpenAsync($"{List}/import");

        (await form.UploadAsync("import", "Upload.File", "list.xlsx", "not a workbook"u8.ToArray())).ErrorAt("Upload.File").ShouldBe("This is not an Excel workbook (.xlsx).");
        (await form.UploadAsync("import", "Upload.File", "list.xlsx", new byte[(10 << 20) + 1])).ErrorAt("Upload.File").ShouldNotBeNull().ShouldContain("larger than 10 MiB");
        (await form.UploadAsync("import", "Other", "list.xlsx", [1])).ErrorAt("Upload.File").ShouldBe("Please fill this in.");
    }

    private static void Fill(XLWorkbook book, int row, string source, string kind, string severity)
    {
        var sheet = book.Worksheet(1);
        foreach (var (column, text) in new[] { ("B", "2026-03-01"), ("C", source), ("G", "服务优化不到位"), ("I", "排队机故障三周无人修复"), ("K", severity), ("L", kind), ("O", "2026-04-30") })
        {
            sheet.Cell($"{column}{row}").SetValue(text);
        }
    }

    private async Task<XLWorkbook> TemplateAsync(Browser browser) => new(new MemoryStream((await browser.DownloadAsync($"{List}/template.xlsx")).File));

    private static byte[] Bytes(XLWorkbook book)
    {
        using var file = new MemoryStream();
        book.SaveAs(file);
        return file.ToArray();
    }
}
