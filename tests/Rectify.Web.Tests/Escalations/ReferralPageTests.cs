using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Rectify.Core.Escalations;
using Rectify.Core.Tests.Escalations;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Escalations;

public sealed class ReferralPageTests
{
    [Fact]
    public async Task The_dossiers_ledger_extract_is_in_chinese_and_local_time_whatever_the_screens_language()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.ApprovedReferralAsync();

        var answer = await (await site.OfAsync(site.Campaign.Clerk)).OpenAsync($"/referrals/{id}/dossier.zip");

        using var dossier = new ZipArchive(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync()));
        using var extract = new StreamReader(dossier.GetEntry("07-台账摘录.csv")!.Open());
        var lines = (await extract.ReadToEndAsync()).TrimEnd().Split("\r\n").Skip(1).ToList();
        lines.ShouldContain(line => line.Contains("\"送达通知\""));
        lines.ShouldAllBe(line => !Regex.IsMatch(line, "\"[A-Z][a-z]+"), "no name of the program");
    }

    [Fact]
    public async Task A_candidate_is_drafted_approved_transferred_and_its_outcome_comes_back_through_the_pages()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var problem = await campaign.UnansweredTimesAsync();
        var (clerk, chief, desk) = (await site.OfAsync(campaign.Clerk), await site.OfAsync(campaign.OfficeLeader), await site.OfAsync(campaign.DisciplineOfficer));

        (await clerk.OpenAsync("/")).Html.ShouldContain("/escalations");
        (await clerk.OpenAsync("/escalations")).Html.ShouldContain($"/escalations/candidates/{problem}");
        var candidate = await clerk.OpenAsync($"/escalations/candidates/{problem}");
        candidate.Document.QuerySelector("textarea")!.TextContent.ShouldContain("提请");
        var address = (await candidate.SubmitAsync("referral")).Location.ShouldNotBeNull();
        var atDesk = address.Replace("/escalations/", "/discipline/");
        (await chief.OpenAsync(address)).Html.ShouldContain("A preview");
        await StepAsync(chief, address, "referral-Approve");
        (await desk.OpenAsync("/discipline")).Html.ShouldNotContain(atDesk);
        (await desk.OpenAsync(atDesk)).Status.ShouldBe(HttpStatusCode.NotFound);
        await StepAsync(chief, address, "referral-Transfer");

        (await desk.OpenAsync("/")).Location.ShouldBe("/discipline");
        (await desk.OpenAsync("/discipline")).Html.ShouldContain(atDesk);
        await StepAsync(desk, atDesk, "referral-Acknowledge", ("Step.ReceiptNumber", "收字12号"));
        await StepAsync(desk, atDesk, "referral-RecordOutcome", ("Step.Outcome", "已谈话提醒"));
        var seen = await clerk.OpenAsync(address);
        seen.Alerts.ShouldContain("已谈话提醒");
        await StepAsync(clerk, address, "referral-Archive");

        (await campaign.Rectify.FindAsync<Referral>(Guid.Parse(address["/escalations/".Length..]))).State.ShouldBe(ReferralState.Archived);
    }

    [Fact]
    public async Task The_discipline_desk_is_led_nowhere_but_to_what_was_referred()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.TransferredReferralAsync();
        var desk = await site.OfAsync(site.Campaign.DisciplineOfficer);

        var page = await desk.OpenAsync($"/discipline/{id}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        var links = page.Document.QuerySelectorAll("header a[href], main a[href]").Select(link => link.GetAttribute("href")!).ToList();
        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => !link.StartsWith("/problems") && !link.StartsWith("/notices") && !link.StartsWith("/escalations") && !link.StartsWith("/campaigns"));
        page.Html.ShouldContain("某府办督字〔2026〕3号");
        page.Html.ShouldNotContain("同意移送", customMessage: "the office's own opinion stays in the office");
    }

    [Fact]
    public async Task A_return_needs_reasons_and_the_office_reads_them()
    {
        await using var site = await WebCampaign.StartAsync();
        var id = await site.Campaign.TransferredReferralAsync();
        var desk = await site.OfAsync(site.Campaign.DisciplineOfficer, "zh-CN");
        var page = await desk.OpenAsync($"/discipline/{id}");

        (await page.SubmitAsync("referral-Return")).ErrorAt("Step.Reasons").ShouldNotBeNullOrEmpty();
        (await page.SubmitAsync("referral-Return", ("Step.Reasons", "缺送达凭证"))).Location.ShouldBe($"/discipline/{id}");

        var office = await (await site.OfAsync(site.Campaign.Clerk, "zh-CN")).OpenAsync($"/escalations/{id}");
        office.Alerts.ShouldContain("缺送达凭证");
        office.Document.QuerySelectorAll(".referral-side input[name='_handler']").Select(form => form.GetAttribute("value")).ShouldBe(["referral-Redraft"]);
    }

    [Fact]
    public async Task The_leader_dismisses_a_candidate_and_it_leaves_the_list()
    {
        await using var site = await WebCampaign.StartAsync();
        var problem = await site.Campaign.UnansweredTimesAsync();
        var chief = await site.OfAsync(site.Campaign.OfficeLeader);
        var page = await chief.OpenAsync($"/escalations/candidates/{problem}");
        page.Document.QuerySelector("textarea[name='Draft.Letter']").ShouldBeNull();

        (await page.SubmitAsync("dismissal", ("Dismissal.Reasons", "已约谈主要负责人"))).Location.ShouldBe("/escalations");

        (await chief.OpenAsync("/escalations")).Html.ShouldNotContain("/escalations/candidates/");
        (await chief.OpenAsync($"/escalations/candidates/{problem}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_unit_learns_nothing_of_a_referral_from_its_pages()
    {
        await using var site = await WebCampaign.StartAsync();
        var problem = await site.Campaign.UnansweredTimesAsync();
        var id = await site.Campaign.TransferredReferralAsync(problem);
        var leader = await site.OfAsync(site.Campaign.Leader);

        foreach (var address in new[] { "/", $"/problems/{problem}", "/notices" })
        {
            (await leader.OpenAsync(address)).Html.ShouldNotContain(id.ToString());
        }

        (await leader.OpenAsync($"/escalations/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await leader.OpenAsync($"/discipline/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task StepAsync(Browser browser, string address, string form, params (string, string)[] typed) =>
        (await (await browser.OpenAsync(address)).SubmitAsync(form, typed)).Location.ShouldBe(address, form);
}
