using System.Globalization;
using System.Net;
using ClosedXML.Excel;
using Rectify.Core.Problems;
using Rectify.Web.Tests.Harness;
using Rectify.Web.Tests.Problems;

namespace Rectify.Web.Tests.Imports;

public sealed class ImportPagesTests : IAsyncLifetime
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

        var preview = await UploadAsync(handler, Bytes(book));
        (await _campaign.ListAsync()).Entries.ShouldBeEmpty("nothing is stored before it is confirmed");
        await ConfirmAsync(handler, preview);

        var entry = (await _campaign.ListAsync()).Entries.ShouldHaveSingleItem();
        (entry.Source, entry.Kind, entry.Severity).ShouldBe((ProblemSource.Hotline, ProblemKind.Immediate, Severity.Serious));
    }

    [Fact]
    public async Task A_text_far_too_long_is_shortened_in_the_preview()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        book.Worksheet(1).Cell("I5").SetValue(new string('长', 3000));

        var preview = await UploadAsync(handler, Bytes(book));

        Wrong(preview).ShouldHaveSingleItem().ShouldStartWith("I5");
        preview.Html.ShouldContain(new string('长', 300) + "…");
        preview.Html.ShouldNotContain(new string('长', 301));
    }

    [Fact]
    public async Task Wrong_cells_are_told_by_address_and_marked_in_the_senders_own_file()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        Fill(book, 6, "Hearsay", "Time-limited", "Ordinary");
        book.Worksheet(1).Cell("I6").SetValue("窗口空岗半小时");
        book.Worksheet(1).Cell("O6").SetValue("年底");

        var preview = await UploadAsync(handler, Bytes(book));

        Wrong(preview).ShouldBe(
        [
            "C6 Source: “Hearsay” is not among the choices.",
            "O6 Due date: “年底” can mean several days. By which day exactly? Write it as 2026-03-15.",
        ]);
        preview.Document.QuerySelector("input[value='confirm']").ShouldBeNull("all or nothing");
        (await handler.OpenAsync(preview.Location + "?outcome=Wrong")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        var (response, file) = await handler.DownloadAsync(preview.Location + "/errors.xlsx");
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("list-to-correct.xlsx");
        using var marked = new XLWorkbook(new MemoryStream(file));
        marked.Worksheet(1).Cell("C6").Comment.Text.ShouldContain("Hearsay");
        marked.Worksheet("To correct").Cell("A3").GetString().ShouldBe("C6");
        (await _campaign.ListAsync()).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_is_undone_and_the_same_file_then_adds_its_rows_again()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        var file = Bytes(book);
        var done = await ConfirmAsync(handler, await UploadAsync(handler, file));
        var again = await UploadAsync(handler, file);
        again.Alerts.ShouldContain("The very same file was imported");
        again.Alerts.ShouldContain("All 1 rows have been entered before");

        var undone = await FinishAsync(handler, await done.Page.SubmitAsync("undo"));

        undone.Page.Html.ShouldContain("The import was undone");
        (await _campaign.ListAsync()).Entries.ShouldBeEmpty();
        await ConfirmAsync(handler, await UploadAsync(handler, file));
        (await _campaign.ListAsync()).Entries.Count.ShouldBe(1);
        var all = await handler.OpenAsync($"{List}/import");
        all.Document.QuerySelectorAll("tbody tr").Select(row => row.QuerySelector(".status")!.TextContent.Trim()).ShouldBe(["Imported", "To confirm", "Undone"]);
    }

    [Fact]
    public async Task Confirming_again_from_a_stale_page_comes_back_to_the_import_and_adds_nothing()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler, "zh-CN");
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        var preview = await UploadAsync(handler, Bytes(book));
        await ConfirmAsync(handler, preview);

        var again = await FinishAsync(handler, await preview.Page.SubmitAsync("confirm"));

        again.Location.ShouldBe(preview.Location);
        again.Alerts.ShouldContain("本次未作任何改动");
        (await _campaign.ListAsync()).Entries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_preview_says_what_a_changed_entry_says_now_and_what_it_will_say()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        await ConfirmAsync(handler, await UploadAsync(handler, Bytes(book)));
        using var again = await TemplateAsync(handler);
        Fill(again, 5, "Self-inspection", "Time-limited", "Serious");
        again.Worksheet(1).Cell("N5").SetValue("1. 联系维保单位\n2. 张贴指引");
        again.Worksheet(1).Cell("O5").SetValue("2026-05-01");

        var preview = await UploadAsync(handler, Bytes(again));

        preview.Document.QuerySelectorAll(".import-change").Select(change => string.Join(' ', change.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ShouldBe(
        [
            "Severity: Ordinary becomes Serious",
            "Measures: (nothing) becomes 1. 联系维保单位 2. 张贴指引",
            "Due date: 2026-04-30 becomes 2026-05-01",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Headings_that_are_all_known_are_said_to_be_and_dates_below_them_are_shown_as_dates()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Hearsay", "Time-limited", "Ordinary");
        book.Worksheet(1).Cell("O5").SetValue(new DateTime(2026, 11, 2));
        var preview = await UploadAsync(handler, Bytes(book));
        preview.Alerts.ShouldContain("Words that are not among our choices: 1.");

        var mapping = await handler.OpenAsync(preview.Location + "/mapping");

        mapping.Html.ShouldContain("All headings are known.");
        mapping.Html.ShouldNotContain("Some headings are not known here.");
        mapping.Document.QuerySelectorAll(".import-samples").Select(samples => samples.TextContent.Trim()).ShouldContain("2026-04-01 / 2026-11-02");
    }

    [Fact]
    public async Task Undoing_is_refused_with_the_row_once_it_has_moved_on()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        var done = await ConfirmAsync(handler, await UploadAsync(handler, Bytes(book)));
        await _campaign.SendListAsync(1);

        (await FinishAsync(handler, await done.Page.SubmitAsync("undo"))).Alerts.ShouldContain("Row 5 has moved on since");
    }

    [Fact]
    public async Task Headings_and_words_of_a_units_own_are_explained_once_and_remembered_until_forgotten()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        byte[] Own(string found, string severity) => System.Text.Encoding.UTF8.GetBytes($"情况描述,{found},分类,轻重,何时改好,照片\n排队机故障,2026-03-01,服务优化不到位,{severity},2026-04-30,有\n");

        var mapping = await UploadAsync(handler, Own("哪天查到", "小毛病"), "own.csv");
        mapping.Location!.ShouldEndWith("/mapping");
        mapping.Document.QuerySelectorAll("tbody tr")[0].TextContent.ShouldContain("排队机故障");
        var again = await FinishAsync(handler, await mapping.Page.SubmitAsync(
            "map", ("Mapping.Headings[0].Column", "Description"), ("Mapping.Headings[1].Column", "FoundOn"), ("Mapping.Headings[2].Column", "Category"), ("Mapping.Headings[3].Column", "Severity"),
            ("Mapping.Headings[4].Column", "DueDate")));
        again.Alerts.ShouldContain("No heading stands for: Source");
        var source = Array.FindIndex([.. Enumerable.Range(0, 9)], index => again.Document.QuerySelector($"[name='Mapping.ForAll[{index}].Text']") is { } field && field.TextContent.Contains("Hotline", StringComparison.Ordinal));
        var preview = await FinishAsync(handler, await again.Page.SubmitAsync("map", ($"Mapping.ForAll[{source}].Text", "Hotline"), ("Mapping.Terms[0].Means", "Considerable")));
        await ConfirmAsync(handler, preview);
        var entry = (await _campaign.ListAsync()).Entries.ShouldHaveSingleItem();
        (entry.Source, entry.Severity, entry.Kind).ShouldBe((ProblemSource.Hotline, Severity.Considerable, ProblemKind.TimeLimited));

        var next = await UploadAsync(handler, System.Text.Encoding.UTF8.GetBytes("情况描述,哪天查到,分类,轻重,何时改好\n窗口空岗,2026-03-01,服务优化不到位,小毛病,2026-04-30\n"), "next.csv");
        next.Alerts.ShouldContain("Read with what your unit explained earlier");
        Wrong(next).ShouldBeEmpty();
        var page = await handler.OpenAsync($"{List}/import");
        page.Html.ShouldContain("Heading “哪天查到” is Found on.");
        (await page.SubmitAsync("forget")).IsRedirect.ShouldBeTrue();
        (await UploadAsync(handler, Own("哪天查到", "一般"), "third.csv")).Location!.ShouldEndWith("/mapping");
    }

    [Theory]
    [InlineData("en", "Words that are not among our choices: 2.", "Unit named “资规局”", "Times in the table: 2.", "“资规局” is 市另一局.")]
    [InlineData("zh-CN", "有 2 个用词不在可选范围内。", "“资规局”是哪个单位", "表中出现 2 次。", "“资规局”即“市另一局”。")]
    public async Task A_units_name_is_explained_by_choosing_the_unit_and_remembered_by_its_name(string language, string asked, string label, string count, string remembered)
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler, language);
        byte[] Own(string description) => System.Text.Encoding.UTF8.GetBytes(
            $"发现日期,问题来源,责任单位,问题类别,问题描述,严重程度,整改时限,协办单位\n2026-03-01,自查自纠,南河市某某局、资规局,服务优化不到位,{description},一般,2026-04-30,资规局\n");
        var preview = await UploadAsync(handler, Own("排队机故障"), "own.csv");
        preview.Alerts.ShouldContain(asked);

        var mapping = await handler.OpenAsync(preview.Document.QuerySelector(".notice a[href$='/mapping']")!.GetAttribute("href")!);
        var first = mapping.Document.QuerySelector("[name='Mapping.Terms[0].Means']")!;
        first.QuerySelectorAll("option").Select(option => option.TextContent).Skip(1).ShouldBe([language == "en" ? "Leave this name out" : "不导入这个单位", "市另一局", "市某某局"], ignoreOrder: true);
        var field = first.Closest(".field")!.TextContent;
        field.ShouldContain(label);
        field.ShouldContain(count);
        var done = await FinishAsync(handler, await mapping.SubmitAsync("map", ("Mapping.Terms[0].Means", $"{_campaign.OtherUnit.Id}"), ("Mapping.Terms[1].Means", $"{_campaign.Unit.Id}")));

        Wrong(done).ShouldBeEmpty();
        await ConfirmAsync(handler, done);
        Wrong(await UploadAsync(handler, Own("窗口空岗"), "next.csv")).ShouldBeEmpty();
        var page = await handler.OpenAsync($"{List}/import");
        page.Html.ShouldContain(remembered);
        page.Html.ShouldNotContain($"{_campaign.OtherUnit.Id}");
        (await page.SubmitAsync("forget")).IsRedirect.ShouldBeTrue();
        Wrong(await UploadAsync(handler, Own("指南过时"), "third.csv")).Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_unit_that_was_not_offered_is_refused_on_the_mapping_page()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        var preview = await UploadAsync(
            handler, System.Text.Encoding.UTF8.GetBytes("发现日期,问题来源,责任单位,问题类别,问题描述,严重程度,整改时限\n2026-03-01,自查自纠,资规局,服务优化不到位,排队机故障,一般,2026-04-30\n"), "own.csv");

        var refused = await (await handler.OpenAsync(preview.Location + "/mapping")).SubmitAsync("map", ("Mapping.Terms[0].Means", $"{Guid.Empty}"));

        refused.Alerts.ShouldContain("The unit does not take part in this campaign.");
    }

    [Theory]
    [InlineData("en", "Read from sheet “{0}”, headings in row 3. Other sheets were not read: “说明”.", "There is a list in “第二批” too, and it was not read: only “{0}” was.")]
    [InlineData("zh-CN", "已读取工作表“{0}”，表头在第 3 行。 其他工作表没有读取：“说明”。", "工作表“第二批”中也有清单，但没有读取，本次只读取“{0}”。")]
    public async Task Preview_and_mapping_say_which_sheet_was_read_and_that_another_list_was_not(string language, string said, string warned)
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler, language);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        var first = book.Worksheet(1).Name;
        var second = book.Worksheet(1).CopyTo("第二批");
        second.Cell("I5").SetValue("窗口空岗");
        book.AddWorksheet("说明").Cell("A1").SetValue("一式两份");

        var preview = await UploadAsync(handler, Bytes(book));
        var mapping = await handler.OpenAsync(preview.Location + "/mapping");

        foreach (var page in new[] { preview.Page, mapping })
        {
            string.Join(' ', page.Document.QuerySelectorAll(".import-sheet > div").Select(line => line.TextContent)).ShouldBe(string.Format(CultureInfo.InvariantCulture, said, first));
            page.Alerts.ShouldContain(string.Format(CultureInfo.InvariantCulture, warned, first));
        }

        using var alone = await TemplateAsync(handler);
        Fill(alone, 5, "Self-inspection", "Time-limited", "Ordinary");
        (await UploadAsync(handler, Bytes(alone))).Alerts.ShouldNotContain("第二批");
    }

    [Fact]
    public async Task Two_headings_cannot_stand_for_one_column()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        var mapping = await UploadAsync(handler, "甲,乙\n1,2\n"u8.ToArray(), "own.csv");

        var refused = await mapping.Page.SubmitAsync("map", ("Mapping.Headings[0].Column", "Description"), ("Mapping.Headings[1].Column", "Description"));

        refused.ErrorAt("Mapping.Headings-1-.Column").ShouldBe("Another heading stands for this column already.");
    }

    [Fact]
    public async Task Another_units_import_looks_as_if_it_did_not_exist()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        var preview = await UploadAsync(handler, Bytes(book));
        var stranger = await _campaign.SignInAsync(_campaign.OtherHandler);

        (await stranger.OpenAsync(preview.Location!)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.OpenAsync(preview.Location + "/mapping")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.DownloadAsync(preview.Location + "/errors.xlsx")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_import_that_takes_long_shows_how_far_it_is_without_script()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        using var book = await TemplateAsync(handler);
        Fill(book, 5, "Self-inspection", "Time-limited", "Ordinary");
        var preview = await UploadAsync(handler, Bytes(book));
        var someoneWrites = new TaskCompletionSource<int>();
        var written = _campaign.Running.Rectify.Database.WriteAsync(_ => someoneWrites.Task);

        var page = await handler.OpenAsync((await preview.Page.SubmitAsync("confirm")).Location!);

        page.Response.Headers.GetValues("Refresh").ShouldBe(["1"]);
        page.Document.QuerySelector("progress")!.GetAttribute("value").ShouldNotBeNull();
        (await _campaign.ListAsync()).Entries.ShouldBeEmpty();

        someoneWrites.SetResult(0);
        await written;
        (await FinishAsync(handler, page)).Html.ShouldContain("Everything is on your list");
        (await _campaign.ListAsync()).Entries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_no_workbook_or_missing_is_told_at_the_field()
    {
        var handler = await _campaign.SignInAsync(_campaign.Handler);
        var form = await handler.OpenAsync($"{List}/import");

        (await form.UploadAsync("import", "Upload.File", "list.xlsx", "<html>not a workbook</html>"u8.ToArray())).ErrorAt("Upload.File").ShouldBe("This is no table we can read: .xlsx, .xls and .csv are accepted.");
        (await form.UploadAsync("import", "Upload.File", "list.xlsx", new byte[(10 << 20) + 1])).ErrorAt("Upload.File").ShouldNotBeNull().ShouldContain("larger than 10 MiB");
        (await form.UploadAsync("import", "Other", "list.xlsx", [1])).ErrorAt("Upload.File").ShouldBe("Please fill this in.");
    }

    private async Task<Shown> UploadAsync(Browser browser, byte[] file, string name = "list.xlsx")
    {
        var sent = await (await browser.OpenAsync($"{List}/import")).UploadAsync("import", "Upload.File", name, file);
        sent.IsRedirect.ShouldBeTrue(sent.Alerts);
        return await FinishAsync(browser, sent);
    }

    private static async Task<Shown> ConfirmAsync(Browser browser, Shown preview)
    {
        var done = await FinishAsync(browser, await preview.Page.SubmitAsync("confirm"));
        done.Html.ShouldContain("class=\"tile-figure\"", customMessage: done.Alerts);
        return done;
    }

    /// <summary>Goes where the page leads, and asks again for as long as it says it is busy.</summary>
    private static async Task<Shown> FinishAsync(Browser browser, WebPage page)
    {
        var at = page.Location;
        for (var step = 0; step < 200 && (page.IsRedirect || page.Response.Headers.Contains("Refresh")); step++)
        {
            at = page.Location ?? at;
            page = await browser.OpenAsync(at ?? page.Response.RequestMessage!.RequestUri!.PathAndQuery);
        }

        return new Shown(page, at);
    }

    private static IEnumerable<string> Wrong(Shown page) =>
        page.Document.QuerySelectorAll(".import-wrong").Select(error => string.Join(' ', error.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private sealed record Shown(WebPage Page, string? Location)
    {
        public string Html => Page.Html;

        public string Alerts => Page.Alerts;

        public AngleSharp.Html.Dom.IHtmlDocument Document => Page.Document;
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
