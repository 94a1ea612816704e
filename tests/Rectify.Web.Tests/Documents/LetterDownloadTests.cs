using System.IO.Compression;
using System.Net;
using Rectify.Core.Organisations;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Escalations;
using Rectify.Core.Tests.Harness;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Documents;

/// <summary>The documents that are offered on other pages than a document's own: each by a button, each only for those who may read what it says.</summary>
public sealed class LetterDownloadTests
{
    [Fact]
    public async Task The_close_out_approval_is_offered_on_the_problems_page()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var address = $"/problems/{await campaign.AppliedAsync()}";

        await ShouldOfferAsync(site, campaign.Handler, address, $"{address}/close-out.docx", "销号审批表-第1号.docx", "销号审批表");

        await ShouldAnswerAsync(site, campaign.OtherHandler, $"{address}/close-out.docx", HttpStatusCode.NotFound);
        await ShouldAnswerAsync(site, campaign.DisciplineOfficer, $"{address}/close-out.docx", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_bulletin_is_offered_to_the_office_and_once_issued_to_every_unit()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        await campaign.RectifyingAsync();
        var id = Ids.New();
        await campaign.As(campaign.Clerk).Do(new DraftBulletin(id, campaign.Id, new BulletinText("关于进展情况的通报", "各有关单位", campaign.Today, 7, "", "")));
        var (page, letter) = ($"/bulletins/{id}", $"/bulletins/{id}/bulletin.docx");
        await ShouldAnswerAsync(site, campaign.Handler, letter, HttpStatusCode.NotFound);

        await campaign.As(campaign.OfficeLeader).Do(new IssueBulletin(id, 1));

        foreach (var reader in (Person[])[campaign.Clerk, campaign.Handler])
        {
            await ShouldOfferAsync(site, reader, page, letter, null, "关于进展情况的通报");
        }

        await ShouldAnswerAsync(site, campaign.DisciplineOfficer, letter, HttpStatusCode.Forbidden);
        await ShouldAnswerAsync(site, campaign.Administrator, letter, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_referral_letter_is_offered_to_the_office_and_to_the_desk_it_went_to_and_to_no_unit()
    {
        await using var site = await WebCampaign.StartAsync();
        var campaign = site.Campaign;
        var id = await campaign.TransferredReferralAsync();
        var letter = $"/referrals/{id}/letter.docx";

        await ShouldOfferAsync(site, campaign.Clerk, $"/escalations/{id}", letter, null, "提请");
        await ShouldOfferAsync(site, campaign.DisciplineOfficer, $"/discipline/{id}", letter, null, "提请");

        await ShouldAnswerAsync(site, campaign.Handler, letter, HttpStatusCode.Forbidden);
        await ShouldAnswerAsync(site, campaign.Administrator, letter, HttpStatusCode.Forbidden);
        await ShouldAnswerAsync(site, campaign.Clerk, $"/referrals/{Ids.New()}/letter.docx", HttpStatusCode.NotFound);
    }

    /// <summary>The page has the button, and what it leads to is a Word document that says so.</summary>
    private static async Task ShouldOfferAsync(WebCampaign site, Person reader, string page, string letter, string? name, string says)
    {
        var browser = await site.OfAsync(reader);
        var button = (await browser.OpenAsync(page)).Document.QuerySelectorAll($"a[href='{letter}']").ShouldHaveSingleItem($"{reader.Name} at {page}");
        button.GetAttribute("data-enhance-nav").ShouldBe("false");

        var (response, file) = await browser.DownloadAsync(letter);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        var disposition = response.Content.Headers.ContentDisposition!;
        disposition.DispositionType.ShouldBe("attachment");
        var saved = disposition.FileNameStar.ShouldNotBeNull();
        saved.ShouldEndWith(".docx");
        (name ?? saved).ShouldBe(saved);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var zip = new ZipArchive(new MemoryStream(file));
        using var document = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        (await document.ReadToEndAsync(Xunit.TestContext.Current.CancellationToken)).ShouldContain(says);
    }

    private static async Task ShouldAnswerAsync(WebCampaign site, Person reader, string letter, HttpStatusCode status) =>
        (await (await site.OfAsync(reader)).DownloadAsync(letter)).Response.StatusCode.ShouldBe(status, $"{reader.Name} at {letter}");
}
