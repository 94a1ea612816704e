using System.Net;
using System.Security.Cryptography;
using ClosedXML.Excel;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Reports;

/// <summary>Monthly reports, bulletins and frozen figures over the real server.</summary>
public sealed class FigurePageTests
{
    [Fact]
    public async Task A_unit_writes_and_signs_its_month_and_the_office_accepts_it()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        await campaign.RectifyingAsync();
        var address = $"/campaigns/{campaign.Id}/monthly?month=2026-03";

        var handler = await site.OfAsync(campaign.Handler);
        var form = await handler.OpenAsync(address);
        form.Heading.ShouldBe("Monthly report 2026-03");
        form.ValueOf("Monthly.Counts.Total").ShouldBe("1");
        (await form.SubmitAsync("monthly", ("Monthly.Counts.New", "5"))).ErrorAt("Monthly.Counts.New").ShouldBe("A month’s count cannot be above the total.");
        var refused = await form.SubmitAsync("monthly", ("Monthly.Counts.New", "5"), ("Monthly.Counts.Total", "5"), ("Monthly.Text.Unfinished", "等待维保单位"));
        refused.ErrorAt("Monthly.CountsReason").ShouldNotBeNull();
        (await form.SubmitAsync("monthly", ("Monthly.Text.Unfinished", "等待维保单位"), ("Monthly.Text.Symposiums", "x"))).ErrorAt("Monthly.Text.Symposiums").ShouldNotBeNull();
        (await form.SubmitAsync("monthly", ("Monthly.Text.Unfinished", "等待维保单位"))).IsRedirect.ShouldBeTrue();

        var leader = await site.OfAsync(campaign.Leader);
        var unsigned = await leader.OpenAsync(address);
        unsigned.Alerts.ShouldContain("The month is not over");
        (await unsigned.SubmitAsync("monthly-decision")).IsRedirect.ShouldBeTrue();
        var signed = await leader.OpenAsync(address);
        signed.Html.ShouldContain("M-202603-0001");
        signed.Html.ShouldContain("等待维保单位");

        var clerk = await site.OfAsync(campaign.Clerk);
        var returns = await clerk.OpenAsync($"/campaigns/{campaign.Id}/reports/monthly?month=2026-03");
        returns.Html.ShouldContain("On time");
        returns.Html.ShouldContain("Not yet due");
        var review = await clerk.OpenAsync($"/campaigns/{campaign.Id}/monthly/{campaign.Unit.Id}?month=2026-03");
        (await review.SubmitAsync("monthly-decision", ("Decision.Choice", "return"))).ErrorAt("Decision.Reasons").ShouldNotBeNull();
        (await review.SubmitAsync("monthly-decision", ("Decision.Choice", "accept"))).IsRedirect.ShouldBeTrue();
        (await clerk.OpenAsync($"/campaigns/{campaign.Id}/monthly/{campaign.Unit.Id}?month=2026-03")).Html.ShouldContain("Accepted");
    }

    [Fact]
    public async Task The_same_id_gives_the_same_bytes_and_the_page_shows_their_hash()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        await campaign.RectifyingAsync();
        var id = Ids.New();
        await campaign.As(campaign.Clerk).Do(new DraftBulletin(id, campaign.Id, new BulletinText("通报", "各单位", campaign.Today, 7, "", "")));
        var office = await site.OfAsync(campaign.OfficeLeader);
        (await (await office.OpenAsync($"/bulletins/{id}")).SubmitAsync("bulletin-Issue")).IsRedirect.ShouldBeTrue();
        (await office.OpenAsync($"/bulletins/{id}")).Html.ShouldContain("B-202603-0001");

        var official = await site.OfAsync(campaign.Official);
        var found = await official.OpenAsync("/snapshots?code=b2026030001");
        found.IsRedirect.ShouldBeTrue();
        var (first, before) = await official.DownloadAsync(found.Location + "/figures.json");
        (await official.OpenAsync(found.Location!)).Document.QuerySelectorAll($"a[href='{found.Location}/progress.xlsx']").ShouldHaveSingleItem();
        var (progress, workbook) = await official.DownloadAsync(found.Location + "/progress.xlsx");
        await campaign.ClosedAsync();
        (await official.DownloadAsync(found.Location + "/progress.xlsx")).File.SequenceEqual(workbook).ShouldBeTrue();
        (progress.StatusCode, progress.Content.Headers.ContentDisposition!.FileNameStar!.Contains("B-202603-0001", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));
        using (var book = new XLWorkbook(new MemoryStream(workbook)))
        {
            book.Worksheets.ShouldAllBe(sheet => sheet.Row(2).CellsUsed(cell => cell.GetString().EndsWith("Frozen figures B-202603-0001; they never change", StringComparison.Ordinal)).Any());
        }

        var (_, after) = await official.DownloadAsync(found.Location + "/figures.json");

        after.ShouldBe(before);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await official.OpenAsync(found.Location!)).Html.ShouldContain(Convert.ToHexStringLower(SHA256.HashData(after)));
        (await official.OpenAsync("/snapshots?code=B-202603-0009")).Alerts.ShouldContain("no figures");
    }

    [Fact]
    public async Task The_office_drafts_changes_and_voids_a_bulletin_and_units_read_what_was_issued()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        await campaign.RectifyingAsync();
        var clerk = await site.OfAsync(campaign.Clerk);
        var drafted = await (await clerk.OpenAsync($"/campaigns/{campaign.Id}/bulletins/new")).SubmitAsync("bulletin");
        drafted.IsRedirect.ShouldBeTrue(drafted.Alerts);
        var edit = await clerk.OpenAsync(drafted.Location + "/edit");
        (await edit.SubmitAsync("bulletin", ("Input.Text.Situation", "进展平稳"))).IsRedirect.ShouldBeTrue();
        var unit = await site.OfAsync(campaign.Handler);
        (await unit.OpenAsync(drafted.Location!)).Status.ShouldBe(HttpStatusCode.NotFound);
        var office = await site.OfAsync(campaign.OfficeLeader);
        await (await office.OpenAsync(drafted.Location!)).SubmitAsync("bulletin-Issue");

        var read = await unit.OpenAsync(drafted.Location!);
        read.Html.ShouldContain("进展平稳");
        read.Html.ShouldContain("No. 1 of 2026");
        var (workbook, file) = await unit.DownloadAsync(drafted.Location + "/bulletin.xlsx");
        (workbook.StatusCode, file.Length > 5000).ShouldBe((HttpStatusCode.OK, true));
        (await (await office.OpenAsync(drafted.Location!)).SubmitAsync("bulletin-Void", ("Step.Reasons", "数据有误"))).IsRedirect.ShouldBeTrue();
        (await unit.OpenAsync($"/campaigns/{campaign.Id}/bulletins")).Html.ShouldContain("Void");
    }

    [Theory]
    [InlineData("zh-CN", "领导一页纸", "政务服务环境专项整治行动_领导一页纸_20260302", "：")]
    [InlineData("en", "Leader’s sheet", "政务服务环境专项整治行动_leader’s sheet_20260302", ": ")]
    public async Task The_leaders_sheet_has_one_title_one_office_and_one_name_as_page_workbook_and_letter(string language, string title, string name, string colon)
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        await campaign.RectifyingAsync(1);
        await campaign.As(campaign.Clerk).Do(new DraftBulletin(Ids.New(), campaign.Id, new BulletinText("通报", "各单位", campaign.Today, 7, "", "")));
        var official = await site.OfAsync(campaign.Official, language);
        var address = $"/campaigns/{campaign.Id}/reports/leader";
        var page = await official.OpenAsync(address);
        page.Heading.ShouldBe(title);
        page.Html.ShouldContain("协调小组办公室");

        var (workbook, file) = await official.DownloadAsync(address + ".xlsx");
        var (letter, _) = await official.DownloadAsync(address + ".docx");

        workbook.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(name + ".xlsx");
        letter.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(name + ".docx");
        using var book = new XLWorkbook(new MemoryStream(file));
        var said = book.Worksheet(1).CellsUsed(cell => cell.DataType == XLDataType.Text).Select(cell => cell.GetString()).ToList();
        said[0].ShouldBe(title);
        said.ShouldContain(text => text.Contains("协调小组办公室"));
        said.ShouldContain(text => text.StartsWith($"政务服务环境专项整治行动{colon}"));
        said.ShouldContain(text => text.EndsWith($"{colon}1"));
        if (colon == "：")
        {
            said.ShouldNotContain(text => text.Contains(':'));
        }
    }

    [Fact]
    public async Task A_bulletins_workbook_and_the_hint_of_its_form_are_Chinese_to_the_colon()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        await campaign.RectifyingAsync(1);
        campaign.Time.AdvanceDays(4);
        var id = Ids.New();
        await campaign.As(campaign.Clerk).Do(new DraftBulletin(id, campaign.Id, new BulletinText("通报", "各单位", campaign.Today, 7, "", "")));
        var clerk = await site.OfAsync(campaign.Clerk, "zh-CN");

        var (_, file) = await clerk.DownloadAsync($"/bulletins/{id}/bulletin.xlsx");

        using var book = new XLWorkbook(new MemoryStream(file));
        var lapses = book.Worksheet(1).CellsUsed().Select(cell => cell.GetString()).Single(text => text.Contains("未报") && text.Contains(campaign.Unit.Name));
        lapses.ShouldContain($"：{campaign.Unit.Name}（未报）");
        lapses.ShouldNotContain("(");
        (await clerk.OpenAsync($"/bulletins/{id}/edit")).Html.ShouldContain("本部分印发时自动冠以“一、总体情况”，文中小标题请从“（一）”起编号。");
    }

    [Fact]
    public async Task The_leaders_sheet_and_a_frozen_month_open()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        await campaign.RectifyingAsync(1);
        var official = await site.OfAsync(campaign.Official, "zh-CN");
        (await official.OpenAsync($"/campaigns/{campaign.Id}/reports/leader")).Html.ShouldContain("本周到期");
        (await official.DownloadAsync($"/campaigns/{campaign.Id}/reports/leader.xlsx")).Response.StatusCode.ShouldBe(HttpStatusCode.OK);

        var office = await site.OfAsync(campaign.OfficeLeader);
        var frozen = await (await office.OpenAsync($"/campaigns/{campaign.Id}/bulletins")).SubmitAsync("freeze-month");
        (await office.FollowAsync(frozen.Location!)).Heading.ShouldBe("Figures C-202602-0001");
    }
}
