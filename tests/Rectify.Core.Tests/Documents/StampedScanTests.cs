using Rectify.Core.Documents;
using Rectify.Core.Escalations;
using Rectify.Core.Notices;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Escalations;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;
using Rectify.Core.Tests.Reports;

namespace Rectify.Core.Tests.Documents;

public sealed class StampedScanTests
{
    [Theory]
    [InlineData("某府办催字〔2026〕5号", "某府办催字", 2026, 5)]
    [InlineData(" 某府办催字 [2026] 5 ", "某府办催字", 2026, 5)]
    [InlineData("某府办催字（２０２６）第０５号", "某府办催字", 2026, 5)]
    [InlineData("【2026】12号", "", 2026, 12)]
    [InlineData("７", "", null, 7)]
    [InlineData("第7号", "", null, 7)]
    [InlineData("2026年第２期", "", 2026, 2, true)]
    [InlineData("第03期", "", null, 3, true)]
    public void A_number_is_understood_as_people_type_it(string typed, string prefix, int? year, int serial, bool isIssue = false) =>
        TypedNumber.Read(typed).ShouldBe(new TypedNumber(prefix, year, serial, isIssue));

    [Theory]
    [InlineData("")]
    [InlineData("五号")]
    [InlineData("某府办催字5号")]
    [InlineData("〔2026〕")]
    public void What_is_no_number_is_not_taken_for_one(string typed) => TypedNumber.Read(typed).ShouldBeNull();

    [Fact]
    public async Task A_scan_finds_its_notice_or_letter_by_the_number_on_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var notice = await campaign.SignedAsync(await campaign.AssignedAsync());
        var letter = await campaign.IssuedLetterAsync();
        var second = await campaign.IssuedLetterAsync();
        var clerk = campaign.As(campaign.Clerk);

        (await clerk.Do(new AddStampedScan("某府办督字（2026）1号", DocumentSteps.Scan()))).ShouldBe(new ScannedPaper(notice, PaperKind.Notice, "某府办督字〔2026〕1号"));
        (await clerk.Do(new AddStampedScan("2", DocumentSteps.Scan("扫描.png", "image/png")))).Id.ShouldBe(second);
        var ambiguous = (await clerk.Send(new AddStampedScan("1", DocumentSteps.Scan()))).Failure.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem();

        (ambiguous.Field, ambiguous.Code, ambiguous.Values[0]).ShouldBe(("Number", "NumberAmbiguous", "某府办催字〔2026〕1号 · 某府办督字〔2026〕1号"));
        (await clerk.Send(new AddStampedScan("9", DocumentSteps.Scan()))).ShouldBeInvalid("Number", "NumberUnknown");
        (await clerk.Send(new AddStampedScan("甲", DocumentSteps.Scan()))).ShouldBeInvalid("Number", "NumberNotUnderstood");
        (await clerk.Send(new AddStampedScan("2", DocumentSteps.Scan("扫描.docx", "application/msword")))).ShouldBeInvalid("File", "NotAScan");
        var scan = (await campaign.NoticeAsync(notice)).Scans.ShouldHaveSingleItem();
        (scan.File.Name, scan.AddedBy, scan.AddedOn).ShouldBe(("盖章件.pdf", "经办一", campaign.Today));
        (await campaign.DocumentAsync(letter)).Scans.ShouldBeEmpty();
        await campaign.Rectify.ShouldEqualItsFoldAsync<Notice>(notice);
        await campaign.Rectify.ShouldEqualItsFoldAsync<OfficialDocument>(second);
    }

    [Fact]
    public async Task A_stamped_referral_letter_and_a_stamped_bulletin_come_back_too()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (draft, bulletin) = (await campaign.DraftedBulletinAsync(), await campaign.IssuedBulletinAsync());
        var referral = await campaign.ApprovedReferralAsync();
        var clerk = campaign.As(campaign.Clerk);

        (await clerk.Do(new AddStampedScan("某府办移字〔2026〕1号", DocumentSteps.Scan()))).ShouldBe(new ScannedPaper(referral, PaperKind.Referral, "某府办移字〔2026〕1号"));
        (await clerk.Do(new AddStampedScan("2026年第1期", DocumentSteps.Scan()))).ShouldBe(new ScannedPaper(bulletin, PaperKind.Bulletin, "2026年第1期"));

        (await clerk.Send(new AddStampedScan("第2期", DocumentSteps.Scan()))).ShouldBeInvalid("Number", "NumberUnknown");
        (await campaign.Rectify.FindAsync<Referral>(referral)).Scans.ShouldHaveSingleItem().AddedBy.ShouldBe("经办一");
        (await campaign.Rectify.FindAsync<Bulletin>(bulletin)).Scans.ShouldHaveSingleItem().File.Name.ShouldBe("盖章件.pdf");
        (await campaign.Rectify.FindAsync<Bulletin>(draft)).Scans.ShouldBeEmpty();
        await campaign.Rectify.ShouldEqualItsFoldAsync<Referral>(referral);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Bulletin>(bulletin);
    }

    [Fact]
    public async Task The_same_file_comes_back_to_a_paper_only_once()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (letter, other) = (await campaign.IssuedLetterAsync(), await campaign.IssuedLetterAsync());
        await campaign.SignedAsync(await campaign.AssignedAsync());
        await campaign.IssuedBulletinAsync();
        await campaign.ApprovedReferralAsync();
        var clerk = campaign.As(campaign.Clerk);
        var today = campaign.Today;
        foreach (var number in (string[])["某府办催字〔2026〕1号", "某府办督字〔2026〕1号", "某府办移字〔2026〕1号", "2026年第1期"])
        {
            await clerk.Do(new AddStampedScan(number, DocumentSteps.Scan()));

            var refused = (await clerk.Send(new AddStampedScan(number, DocumentSteps.Scan("改了名.pdf")))).Failure.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem();

            (refused.Field, refused.Code).ShouldBe(("File", "ScanAlreadyFiled"));
            refused.Values.ShouldBe([number, "经办一", today]);
        }

        await clerk.Do(new AddStampedScan("某府办催字〔2026〕1号", DocumentSteps.Scan() with { Sha256 = new string('b', 64) }));
        await clerk.Do(new AddStampedScan("某府办催字〔2026〕2号", DocumentSteps.Scan()));
        (await campaign.DocumentAsync(letter)).Scans.Count.ShouldBe(2, "another page of it");
        (await campaign.DocumentAsync(other)).Scans.ShouldHaveSingleItem("the same file may belong to another paper");
    }
}
