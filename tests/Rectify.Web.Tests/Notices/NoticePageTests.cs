using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Notices;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Notices;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Notices;

public sealed class NoticePageTests
{
    [Fact]
    public async Task A_notice_is_drafted_signed_delivered_answered_checked_and_filed_through_its_pages()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var problem = await campaign.AssignedAsync();
        var (clerk, chief) = (await site.OfAsync(campaign.Clerk), await site.OfAsync(campaign.OfficeLeader));
        var (handler, leader, checker) = (await site.OfAsync(campaign.Handler), await site.OfAsync(campaign.Leader), await site.OfAsync(campaign.Checker));

        (await clerk.OpenAsync($"/problems/{problem}")).Html.ShouldContain($"/problems/{problem}/notices/new");
        var draft = await clerk.OpenAsync($"/problems/{problem}/notices/new");
        draft.ValueOf("Input.Form.InspectedPartyName").ShouldBe(campaign.Unit.Name);
        var address = (await draft.SubmitAsync("notice", ("Input.Form.ProblemsFound", "排队机长期停用"))).Location.ShouldNotBeNull();
        await StepAsync(chief, address, "notice-Sign");
        await StepAsync(chief, address, "notice-Issue", ("Step.Delivery", "当面送达办公室"));
        await StepAsync(handler, address, "notice-Receive");
        (await (await handler.OpenAsync(address + "/reply")).SubmitAsync("reply",
            ("Input.Text", "情况属实"), ("Input.Commitment", "三日内恢复"), ("Input.Implementer", "业务科科长"), ("Input.ClaimsCorrected", "true"))).Location.ShouldBe(address);
        await StepAsync(leader, address, "notice-SignReply");
        await StepAsync(clerk, address, "notice-AcceptReply");
        await StepAsync(checker, address, "notice-Check", ("Step.Findings", "现场正常"), ("Step.Decision", "yes"));
        await StepAsync(clerk, address, "notice-File");

        var page = await handler.OpenAsync(address);
        page.Heading.ShouldBe("某府办督字〔2026〕1号");
        var sheet = page.Document.QuerySelector(".sheet")!.TextContent;
        new[] { campaign.Unit.Name, "排队机长期停用", "三日内恢复", "业务科科长", "当面送达办公室" }.ShouldAllBe(words => sheet.Contains(words));
        page.Document.QuerySelectorAll(".notice-side form").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_notice_comes_as_a_document_to_those_who_may_see_it()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.IssuedAsync(await site.Campaign.AssignedAsync());
        var handler = await site.OfAsync(site.Campaign.Handler);

        var link = (await handler.OpenAsync($"/notices/{id}")).Document.QuerySelector("a[href$='.docx']").ShouldNotBeNull();
        var (response, file) = await handler.DownloadAsync(link.GetAttribute("href")!);

        (response.StatusCode, response.Content.Headers.ContentDisposition!.FileNameStar).ShouldBe((HttpStatusCode.OK, "某府办督字〔2026〕1号.docx"));
        file.AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        (await (await site.OfAsync(site.Campaign.OtherHandler)).DownloadAsync($"/notices/{id}/notice.docx")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_person_is_offered_the_moves_open_to_them_and_no_others()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var issued = await campaign.IssuedAsync(await campaign.AssignedAsync());
        var replied = await campaign.RepliedAsync(await campaign.AssignedAsync());
        var draft = await campaign.DraftedAsync(await campaign.AssignedAsync());

        (await OfferedAsync(site, campaign.Handler, issued)).ShouldBe(["Receive", "Object"]);
        (await OfferedAsync(site, campaign.OfficeLeader, issued)).ShouldBe(["Revoke"]);
        (await OfferedAsync(site, campaign.Clerk, issued)).ShouldBeEmpty();
        (await OfferedAsync(site, campaign.Clerk, replied)).ShouldBe(["AcceptReply", "ReturnReply"]);
        (await OfferedAsync(site, campaign.OfficeLeader, replied)).ShouldBeEmpty();
        (await OfferedAsync(site, campaign.Clerk, draft)).ShouldBe(["Discard"]);
        (await OfferedAsync(site, campaign.OfficeLeader, draft)).ShouldBe(["Sign"]);
        foreach (var id in new[] { issued, replied, draft })
        {
            (await OfferedAsync(site, campaign.Official, id)).ShouldBeEmpty();
            (await OfferedAsync(site, campaign.Checker, id)).ShouldBeEmpty();
            (await (await site.OfAsync(campaign.OtherHandler)).OpenAsync($"/notices/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await (await site.OfAsync(campaign.DisciplineOfficer)).OpenAsync($"/notices/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await (await site.OfAsync(campaign.Handler)).OpenAsync($"/notices/{draft}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("en", "This notice failed on 10 March 2026", "A written reply was due by 9 March 2026; none has come.")]
    [InlineData("zh-CN", "本通知于2026年3月10日认定为未落实", "应于2026年3月9日前书面答复，至今未答复。")]
    public async Task The_page_tells_that_a_notice_failed_as_soon_as_the_clock_says_so(string language, string title, string reason)
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.IssuedAsync(await site.Campaign.AssignedAsync());
        var clerk = await site.OfAsync(site.Campaign.Clerk, language);
        (await clerk.OpenAsync($"/notices/{id}")).Alerts.ShouldNotContain(title);

        site.Campaign.Time.Set(2026, 3, 10, 0);
        clerk = await site.OfAsync(site.Campaign.SecondClerk, language);
        var page = await clerk.OpenAsync($"/notices/{id}");
        page.Alerts.ShouldContain(title);
        page.Alerts.ShouldContain(reason);
        page.Document.QuerySelector(".notice-side")!.InnerHtml.ShouldContain("/notices/new");
    }

    [Fact]
    public async Task A_reply_that_lacks_a_field_keeps_what_was_typed()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.IssuedAsync(await site.Campaign.AssignedAsync());
        var handler = await site.OfAsync(site.Campaign.Handler);

        var answer = await (await handler.OpenAsync($"/notices/{id}/reply")).SubmitAsync("reply", ("Input.Text", "情况属实，正在采购"), ("Input.Commitment", ""));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.ErrorAt("Input.Commitment").ShouldNotBeNullOrEmpty();
        answer.ErrorAt("Input.Implementer").ShouldNotBeNullOrEmpty();
        answer.Html.ShouldContain("情况属实，正在采购");
    }

    [Fact]
    public async Task The_draft_page_says_which_notice_bars_a_further_one()
    {
        await using var site = await WebCampaign.StartAsync();
        var problem = await site.Campaign.AssignedAsync();
        var barring = await site.Campaign.IssuedAsync(problem);

        var page = await (await site.OfAsync(site.Campaign.Clerk)).OpenAsync($"/problems/{problem}/notices/new");

        page.Html.ShouldContain($"/notices/{barring}");
        page.Document.QuerySelector("form[method=post] [name='Input.Form.ProblemsFound']").ShouldBeNull();
    }

    [Fact]
    public async Task The_scan_of_a_reply_goes_out_as_a_file_to_those_who_may_see_the_notice()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var id = await campaign.IssuedAsync(await campaign.AssignedAsync());
        using var content = new MemoryStream("%PDF-1.7 stamped"u8.ToArray());
        var (stored, _) = await site.Web.Services.GetRequiredService<EvidenceStore>().ReceiveAsync(content, "盖章答复.pdf");
        await campaign.As(campaign.Handler).Do(NoticeSteps.Reply(id, 3) with { Scan = new ReplyScan(stored!.Sha256, stored.Name, stored.ContentType) });
        await campaign.As(campaign.Leader).Do(new SignNoticeReply(id, 4));
        var address = $"/notices/{id}/replies/0/scan";

        (await (await site.OfAsync(campaign.Clerk)).OpenAsync($"/notices/{id}")).Html.ShouldContain(address);
        var file = await (await site.OfAsync(campaign.Clerk)).OpenAsync(address);
        file.Html.ShouldBe("%PDF-1.7 stamped");
        file.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await (await site.OfAsync(campaign.OtherHandler)).OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.OfAsync(campaign.DisciplineOfficer)).OpenAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_list_keeps_its_filter_in_the_address_and_shows_a_unit_its_own()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var problem = await campaign.AssignedAsync(80);
        var failed = await campaign.UnansweredAsync(problem);
        var running = await campaign.IssuedAsync(problem);
        var clerk = await site.OfAsync(campaign.Clerk);

        (await RowsAsync(clerk, "/notices")).ShouldBe([running, failed]);
        (await RowsAsync(clerk, "/notices?failed=true")).ShouldBe([failed]);
        (await RowsAsync(clerk, "/notices?rung=2")).ShouldBe([running]);
        (await RowsAsync(clerk, "/notices?waiting=true")).ShouldBeEmpty();
        (await RowsAsync(await site.OfAsync(campaign.Handler), $"/notices?campaign={campaign.Id}&waiting=true")).ShouldBe([running, failed]);
        (await RowsAsync(await site.OfAsync(campaign.OtherHandler), "/notices")).ShouldBeEmpty();
        var page = await clerk.OpenAsync("/notices?failed=true&state=nonsense&year=x");
        page.Document.QuerySelector("select[name=failed] option[selected]")!.GetAttribute("value").ShouldBe("true");
    }

    [Fact]
    public async Task The_printed_form_is_the_form_alone()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.IssuedAsync(await site.Campaign.AssignedAsync());

        var page = await (await site.OfAsync(site.Campaign.Handler)).OpenAsync($"/notices/{id}/print");

        page.Document.QuerySelectorAll("main .sheet").Length.ShouldBe(1);
        page.Document.QuerySelectorAll("main form, main .card").ShouldBeEmpty();
    }

    private static async Task StepAsync(Browser browser, string address, string form, params (string, string)[] typed) =>
        (await (await browser.OpenAsync(address)).SubmitAsync(form, typed)).Location.ShouldBe(address, form);

    private static async Task<IEnumerable<string>> OfferedAsync(WebCampaign site, Person person, Guid notice) =>
        (await (await site.OfAsync(person)).OpenAsync($"/notices/{notice}")).Document.QuerySelectorAll(".notice-side input[name='_handler']").Select(form => form.GetAttribute("value")!["notice-".Length..]);

    private static async Task<IEnumerable<Guid>> RowsAsync(Browser browser, string address) =>
        (await browser.OpenAsync(address)).Document.QuerySelectorAll("tbody th a").Select(link => Guid.Parse(link.GetAttribute("href")!["/notices/".Length..]));
}
