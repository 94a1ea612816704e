using System.Net;
using Rectify.Core.Documents;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Documents;
using Rectify.Core.Tests.Escalations;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Documents;

public sealed class DocumentPageTests
{
    [Fact]
    public async Task A_letter_is_drafted_from_a_problem_signed_printed_scanned_and_declared_void_through_its_pages()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var problem = await campaign.AssignedAsync();
        campaign.Time.Set(campaign.Today.AddDays(40));
        var (clerk, chief, handler) = (await site.OfAsync(campaign.Clerk), await site.OfAsync(campaign.OfficeLeader), await site.OfAsync(campaign.Handler));

        var start = (await clerk.OpenAsync($"/problems/{problem}")).Document.QuerySelector("a[href*='kind=Reminder']").ShouldNotBeNull().GetAttribute("href")!;
        var draft = await clerk.OpenAsync(start);
        draft.ValueOf("Input.Form.Title").ShouldBe("关于催办第1号问题整改的通知");
        var refused = await draft.SubmitAsync("document", ("Input.Form.Text", "{谁}"));
        refused.ErrorAt("Input.Form.Text").ShouldBe("The field 谁 is still in the text; write what belongs there.");
        var address = (await draft.SubmitAsync("document", ("Input.Form.CopiesTo", "市政府办公室"))).Location.ShouldNotBeNull();
        (await handler.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await clerk.OpenAsync(address + "/edit")).SubmitAsync("document", ("Input.Form.Title", "催办通知"))).Location.ShouldBe(address);
        (await (await chief.OpenAsync(address)).SubmitAsync("document-Issue")).Location.ShouldBe(address);

        (await handler.OpenAsync(address)).Heading.ShouldBe("某府办催字〔2026〕1号");
        (await handler.DownloadAsync(address + "/document.docx")).Response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("某府办催字〔2026〕1号.docx");
        (await handler.OpenAsync($"/problems/{problem}")).Html.ShouldContain(address);

        var upload = await clerk.OpenAsync("/documents/scan");
        (await upload.UploadAsync("scan", "Input.File", "盖章.pdf", "%PDF-1.7 scan"u8.ToArray())).ErrorAt("Input.Number").ShouldNotBeNull();
        var empty = await upload.SubmitAsync("scan");
        empty.ErrorAt("Input.Number").ShouldNotBeNull();
        empty.ErrorAt("Input.File").ShouldNotBeNull();
        (await upload.UploadAsync("scan", "Input.File", "盖章.pdf", "%PDF-1.7 scan"u8.ToArray(), ("Input.Number", "１"))).Location.ShouldBe(address);
        (await upload.UploadAsync("scan", "Input.File", "盖章.pdf", "%PDF-1.7 scan"u8.ToArray(), ("Input.Number", "１"))).ErrorAt("Input.File").ShouldNotBeNull().ShouldStartWith("某府办催字〔2026〕1号 has this very file already");
        var (response, scan) = await handler.DownloadAsync(address + "/scans/0");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        scan.ShouldBe("%PDF-1.7 scan"u8.ToArray());
        (await (await site.OfAsync(campaign.OtherHandler)).DownloadAsync(address + "/scans/0")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await (await chief.OpenAsync(address)).SubmitAsync("document-Void", ("Step.Reasons", "发错单位"));
        (await handler.OpenAsync(address)).Alerts.ShouldContain("发错单位");
    }

    [Theory]
    [InlineData(DocumentKind.Reminder)]
    [InlineData(DocumentKind.RectificationNotice)]
    [InlineData(DocumentKind.SupervisionLetter)]
    public async Task A_letter_drafted_without_a_problem_asks_for_the_unit_and_for_which_of_its_problems(DocumentKind kind)
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var problems = new List<Guid>();
        for (var count = 0; count < 3; count++)
        {
            var id = Ids.New();
            await campaign.As(campaign.Clerk).Do(new RegisterProblem(campaign.Id, id, campaign.Unit.Id, campaign.Finding($"空岗{count}") with { Source = ProblemSource.UnannouncedVisit }, []));
            await campaign.As(campaign.Clerk).Do(new AssignProblem(id, await campaign.VersionAsync(id), campaign.Unit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(9 - count), null, [], ""));
            problems.Add(id);
        }

        campaign.Time.AdvanceDays(8);
        var clerk = await site.OfAsync(campaign.Clerk, "zh-CN");
        var start = await clerk.OpenAsync($"/campaigns/{campaign.Id}/documents/new?kind={kind}");
        start.Document.QuerySelectorAll("textarea").ShouldBeEmpty("there is nothing to write about yet");
        start.Document.QuerySelectorAll("select[name=unit] option").Select(option => option.GetAttribute("value")).ShouldContain(campaign.Unit.Id.ToString());
        (await clerk.OpenAsync($"/campaigns/{campaign.Id}/documents/new?kind={kind}&unit={campaign.OtherUnit.Id}")).Document.QuerySelectorAll("input[type=checkbox]").ShouldBeEmpty();

        var choice = await clerk.OpenAsync($"/campaigns/{campaign.Id}/documents/new?kind={kind}&unit={campaign.Unit.Id}");
        choice.Document.QuerySelectorAll(".form-check-label").Select(label => label.TextContent).ShouldBe(
            ["第1号：空岗0（整改时限：2026-03-11）", "第2号：空岗1（整改时限：2026-03-10）", "第3号：空岗2（整改时限已于2026-03-09到期）"]);
        (await choice.SubmitAsync("about")).ErrorAt("About.ProblemIds").ShouldBe("请至少选择一项。");
        var draft = await clerk.OpenAsync((await choice.SubmitAsync("about", ("About.ProblemIds", problems[2].ToString()))).Location.ShouldNotBeNull());

        draft.Html.ShouldContain("第3号：空岗2");
        draft.Document.QuerySelector($"a[href*='unit={campaign.Unit.Id}']").ShouldNotBeNull();
        var address = (await draft.SubmitAsync("document")).Location.ShouldNotBeNull();
        (await campaign.DocumentAsync(Guid.Parse(address.Split('/')[^1]))).About.ShouldHaveSingleItem().ProblemId.ShouldBe(problems[2]);
        (await clerk.OpenAsync($"/campaigns/{campaign.Id}/documents/new?kind={kind}&problems={Ids.New()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_stamped_referral_or_bulletin_lies_on_its_page_for_those_who_see_it()
    {
        await using var site = await WebCampaign.StartAsync();
        var (campaign, bulletin) = (site.Campaign, Ids.New());
        var referral = await campaign.ApprovedReferralAsync();
        await campaign.As(campaign.Clerk).Do(new DraftBulletin(bulletin, campaign.Id, new BulletinText("通报", "各单位", campaign.Today, Bulletin.UsualDaysAhead, "", "")));
        await campaign.As(campaign.OfficeLeader).Do(new IssueBulletin(bulletin, 1));
        var (clerk, handler) = (await site.OfAsync(campaign.Clerk), await site.OfAsync(campaign.Handler));
        foreach (var (number, page, scans) in new[] { ("某府办移字〔2026〕1号", $"/escalations/{referral}", $"/referrals/{referral}/scans/0"), ("2026年第1期", $"/bulletins/{bulletin}", $"/bulletins/{bulletin}/scans/0") })
        {
            var upload = await clerk.OpenAsync("/documents/scan");

            (await upload.UploadAsync("scan", "Input.File", "盖章.pdf", "%PDF-1.7 scan"u8.ToArray(), ("Input.Number", number))).Location.ShouldBe(page);

            (await clerk.OpenAsync(page)).Document.QuerySelector($"a[href='{scans}']").ShouldNotBeNull();
            (await clerk.DownloadAsync(scans)).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await handler.DownloadAsync($"/bulletins/{bulletin}/scans/0")).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await handler.DownloadAsync($"/referrals/{referral}/scans/0")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Documents_are_found_by_kind_state_and_number()
    {
        await using var site = await WebCampaign.StartAsync();
        await site.Campaign.IssuedLetterAsync();
        await site.Campaign.IssuedLetterAsync(DocumentKind.SupervisionLetter);
        await site.Campaign.LetterAsync();
        var clerk = await site.OfAsync(site.Campaign.Clerk);

        async Task<int> RowsAsync(string query) => (await clerk.OpenAsync($"/campaigns/{site.Campaign.Id}/documents?{query}")).Document.QuerySelectorAll("tbody tr").Length;

        (await RowsAsync("")).ShouldBe(3);
        (await RowsAsync("kind=SupervisionLetter")).ShouldBe(1);
        (await RowsAsync("state=Draft")).ShouldBe(1);
        (await RowsAsync("number=1")).ShouldBe(2);
        (await RowsAsync("number=" + Uri.EscapeDataString("某府办催字[2026]1号"))).ShouldBe(1);
    }
}
