using System.Net;
using ClosedXML.Excel;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Imports;

public sealed class WorkingLedgerPageTests : IAsyncLifetime
{
    private WebCampaign _site = null!;

    public async ValueTask InitializeAsync() => _site = await WebCampaign.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private RunningCampaign Running => _site.Campaign;

    private string Ledger => $"/campaigns/{Running.Id}/ledger";

    [Theory]
    [InlineData("zh-CN", "问题", "整改目标")]
    [InlineData("en", "Problems", "Goal")]
    public async Task Downloaded_filled_in_uploaded_checked_and_stored(string language, string sheetName, string heading)
    {
        var id = await PreparedAsync();
        var handler = await _site.OfAsync(Running.Handler, language);
        using var book = await DownloadAsync(handler);
        var sheet = book.Worksheet(sheetName);
        sheet.Row(5).CellsUsed().Select(cell => cell.GetString()).ShouldContain(heading);
        Cell(sheet, "Goal").SetValue("=终端当日修复");
        Cell(sheet, "DueDate").SetValue("2030-01-01");

        var sent = await UploadAsync(handler, book);
        sent.Location.ShouldNotBeNull(sent.Alerts).ShouldStartWith($"{Ledger}/offline/");
        var check = await handler.OpenAsync(sent.Location!);

        (await handler.OpenAsync(sent.Location!)).Html.ShouldContain("=终端当日修复", customMessage: "a reload needs no second upload");
        check.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ShouldContain(row => row.Contains("2030-01-01"));
        check.Document.QuerySelectorAll("strong").ShouldContain(strong => strong.TextContent.Contains("=终端当日修复"));
        (await Running.ProblemAsync(id)).Goal.ShouldBe("终端恢复使用");

        var done = await check.SubmitAsync("take");
        done.Location.ShouldBe(sent.Location, done.Alerts);
        (await Running.ProblemAsync(id)).Goal.ShouldBe("=终端当日修复");
        (await Running.ProblemAsync(id)).DueDate.ShouldBe(Running.Today.AddDays(30));

        var after = await (await _site.OfAsync(Running.Leader, language)).OpenAsync(sent.Location!);
        after.Document.QuerySelectorAll($"a[href='/problems/{id}']").ShouldNotBeEmpty();
        after.Document.QuerySelectorAll("input[value='take']").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh-CN", "请先撤销工作表保护（没有密码）")]
    [InlineData("en", "unprotect the sheet first (it has no password)")]
    public async Task The_page_says_that_rows_of_the_locked_sheet_are_sorted_and_deleted_only_unlocked(string language, string words)
    {
        await PreparedAsync();

        (await (await _site.OfAsync(Running.Handler, language)).OpenAsync($"{Ledger}/offline")).Html.ShouldContain(words);
    }

    [Fact]
    public async Task A_conflict_stands_side_by_side_and_the_person_chooses()
    {
        var id = await PreparedAsync();
        var handler = await _site.OfAsync(Running.Handler);
        using var book = await DownloadAsync(handler);
        Cell(book.Worksheet("Problems"), "Goal").SetValue("离线写的目标");
        await PlanAsync(Running.Leader, id, "网上写的目标");
        var address = (await UploadAsync(handler, book)).Location!;

        var check = await handler.OpenAsync(address);
        check.Document.QuerySelectorAll(".ledger-sides > div").Select(side => side.TextContent).ShouldSatisfyAllConditions(
            sides => sides.Count().ShouldBe(3), sides => sides.ShouldContain(side => side.Contains("离线写的目标")), sides => sides.ShouldContain(side => side.Contains("网上写的目标") && side.Contains(Running.Leader.Name)), sides => sides.ShouldContain(side => side.Contains("终端恢复使用")));

        var undecided = await check.SubmitAsync("take");
        undecided.Document.QuerySelector("fieldset .field-error").ShouldNotBeNull().TextContent.Trim().ShouldBe("Please fill this in.");
        undecided.Alerts.ShouldContain("Which content counts?");
        (await Running.ProblemAsync(id)).Goal.ShouldBe("网上写的目标");

        (await undecided.SubmitAsync("take", ("Taking.Choices[0].Mine", "True"))).Location.ShouldBe(address);
        (await Running.ProblemAsync(id)).Goal.ShouldBe("离线写的目标");
    }

    [Fact]
    public async Task What_changed_after_the_page_was_shown_is_shown_again_before_it_counts()
    {
        var id = await PreparedAsync();
        var handler = await _site.OfAsync(Running.Handler);
        using var book = await DownloadAsync(handler);
        Cell(book.Worksheet("Problems"), "Goal").SetValue("离线写的目标");
        var check = await handler.OpenAsync((await UploadAsync(handler, book)).Location!);
        await PlanAsync(Running.Leader, id, "网上写的目标");

        var again = await check.SubmitAsync("take");

        again.Alerts.ShouldContain("look at the changes again");
        again.Document.QuerySelectorAll(".ledger-sides").ShouldHaveSingleItem();
        (await Running.ProblemAsync(id)).Goal.ShouldBe("网上写的目标");
        (await again.SubmitAsync("take", ("Taking.Choices[0].Mine", "False"))).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_cells_are_told_by_address_and_a_wrong_file_at_its_field()
    {
        await PreparedAsync();
        var handler = await _site.OfAsync(Running.Handler);
        using var book = await DownloadAsync(handler);
        var cell = Cell(book.Worksheet("Problems"), "PlanDueDate");
        cell.SetValue("年底");

        var check = await handler.OpenAsync((await UploadAsync(handler, book)).Location!);

        check.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldSatisfyAllConditions(row => row.ShouldContain(cell.Address.ToString()!), row => row.ShouldContain("“年底” is not a full date"));
        check.Document.QuerySelectorAll("input[value='take']").ShouldBeEmpty();
        var form = await handler.OpenAsync($"{Ledger}/offline");
        (await form.UploadAsync("working-ledger", "Upload.File", "a.xlsx", "not a workbook"u8.ToArray())).ErrorAt("Upload.File").ShouldNotBeNull().ShouldStartWith("This is not a working ledger downloaded here");
        (await form.UploadAsync("working-ledger", "Other", "a.xlsx", [1])).ErrorAt("Upload.File").ShouldBe("Please fill this in.");
    }

    [Fact]
    public async Task A_person_applies_and_signs_right_where_the_file_was_looked_through()
    {
        var id = await Running.RectifyingAsync();
        foreach (var index in (int[])[0, 1])
        {
            await Running.As(Running.Handler).Do(new TickMeasure(id, await Running.VersionAsync(id), index, Running.Today, ""));
        }

        var handler = await _site.OfAsync(Running.Handler);
        using var book = await DownloadAsync(handler);
        Cell(book.Worksheet("Problems"), "Result").SetValue("两台终端恢复使用");
        var address = (await UploadAsync(handler, book)).Location!;
        var apply = $"next-{id:N}-PrepareCloseOut";

        var check = await handler.OpenAsync(address);
        check.Document.QuerySelectorAll("textarea[name='Move.Result']").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("两台终端恢复使用");
        check.Html.ShouldContain("These words come from the file.");
        check.Html.ShouldNotContain("once every measure is done");
        check.Document.QuerySelectorAll($"a[href='/problems/{id}#evidence']").ShouldHaveSingleItem();
        var refused = await check.SubmitAsync(apply, ("Move.RulesMade", "《自助终端巡检制度》"));
        refused.Document.QuerySelectorAll("textarea[name='Move.RulesMade']").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("《自助终端巡检制度》");
        (await Running.ProblemAsync(id)).CloseOut.ShouldBeNull();

        await Running.AddEvidenceAsync(id);
        (await refused.SubmitAsync(apply)).Alerts.ShouldContain(Running.Handler.Name, customMessage: "the evidence came in meanwhile");
        var done = await (await handler.OpenAsync(address)).SubmitAsync(apply, ("Move.CallBack", "办事人满意"));
        done.Location.ShouldBe(address, done.Alerts);
        (await Running.ProblemAsync(id)).CloseOut!.ShouldSatisfyAllConditions(closeOut => closeOut.Result.ShouldBe("两台终端恢复使用"), closeOut => closeOut.CallBack.ShouldBe("办事人满意"));

        var signed = await (await (await _site.OfAsync(Running.Leader)).OpenAsync(address)).SubmitAsync($"next-{id:N}-Sign");
        signed.Location.ShouldBe(address, signed.Alerts);
        (await Running.ProblemAsync(id)).State.ShouldBe(ProblemState.CloseOutApplied);
    }

    [Fact]
    public async Task While_measures_are_open_no_form_is_promised()
    {
        await Running.RectifyingAsync();
        var handler = await _site.OfAsync(Running.Handler);
        using var book = await DownloadAsync(handler);
        Cell(book.Worksheet("Problems"), "Result").SetValue("两台终端恢复使用");

        var check = await handler.OpenAsync((await UploadAsync(handler, book)).Location!);

        check.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ShouldContain(row => row.Contains("once every measure is done. Measures still to be done: 2."));
        check.Document.QuerySelectorAll("textarea[name='Move.Result']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_begun_in_the_file_is_finished_on_the_page()
    {
        var notice = await Running.IssuedAsync(await Running.RectifyingAsync());
        var handler = await _site.OfAsync(Running.Handler);
        using var book = await DownloadAsync(handler);
        Cell(book.Worksheet("Notices"), "ReplyText").SetValue("已联系维保单位");
        var address = (await UploadAsync(handler, book)).Location!;
        var reply = $"next-{notice:N}-PrepareReply";

        var check = await handler.OpenAsync(address);
        check.Document.QuerySelectorAll("textarea[name='Reply.Text']").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("已联系维保单位");
        (await check.SubmitAsync(reply)).ErrorAt("Reply.Commitment").ShouldBe("Please fill this in.");
        var done = await check.SubmitAsync(reply, ("Reply.Commitment", "三日内恢复"), ("Reply.Implementer", "科长"));

        done.Location.ShouldBe(address, done.Alerts);
        var prepared = (await Running.NoticeAsync(notice)).Prepared!;
        (prepared.Text, prepared.Commitment).ShouldBe(("已联系维保单位", "三日内恢复"));
        (await (await (await _site.OfAsync(Running.Leader)).OpenAsync(address)).SubmitAsync($"next-{notice:N}-SignReply")).Location.ShouldBe(address);
        (await Running.NoticeAsync(notice)).Replies.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_unit_finds_neither_the_upload_nor_its_own_in_the_file()
    {
        await PreparedAsync();
        var handler = await _site.OfAsync(Running.Handler);
        using var book = await DownloadAsync(handler);
        var address = (await UploadAsync(handler, book)).Location!;
        var stranger = await _site.OfAsync(Running.OtherHandler);

        (await stranger.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await UploadAsync(stranger, book)).ErrorAt("Upload.File").ShouldNotBeNull().ShouldContain("another unit");
        (await (await _site.OfAsync(Running.Clerk)).DownloadAsync($"{Ledger}/working.xlsx")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await handler.OpenAsync(Ledger)).Document.QuerySelectorAll($"a[href='{Ledger}/offline']").ShouldNotBeEmpty();
        (await (await _site.OfAsync(Running.Clerk)).OpenAsync(Ledger)).Document.QuerySelectorAll($"a[href='{Ledger}/offline']").ShouldBeEmpty();
    }

    /// <summary>A problem whose plan is being drawn up.</summary>
    private async Task<Guid> PreparedAsync()
    {
        var id = await Running.AssignedAsync();
        await PlanAsync(Running.Handler, id, "终端恢复使用");
        return id;
    }

    private async Task PlanAsync(Person by, Guid id, string goal) =>
        await Running.As(by).Do(new PreparePlan(id, await Running.VersionAsync(id), RunningCampaign.Plan() with { Goal = goal }));

    private async Task<XLWorkbook> DownloadAsync(Browser browser)
    {
        var (response, file) = await browser.DownloadAsync($"{Ledger}/working.xlsx");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new XLWorkbook(new MemoryStream(file));
    }

    private async Task<WebPage> UploadAsync(Browser browser, XLWorkbook book)
    {
        var file = new MemoryStream();
        book.SaveAs(file);
        return await (await browser.OpenAsync($"{Ledger}/offline")).UploadAsync("working-ledger", "Upload.File", "台账.xlsx", file.ToArray());
    }

    /// <summary>The cell of the only problem.</summary>
    private static IXLCell Cell(IXLWorksheet sheet, string key) => sheet.Cell(6, sheet.Row(4).CellsUsed().Single(cell => cell.GetString() == key).Address.ColumnNumber);
}
