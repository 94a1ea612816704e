using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Escalations;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Escalations;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;
using Rectify.Core.Tests.Reports.Workbooks;

namespace Rectify.Core.Tests.Reports.Letters;

public sealed class DossierTests
{
    [Fact]
    public async Task The_dossier_holds_all_parts_with_their_hashes_and_is_the_same_every_time()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(dueInDays: 200);
        var store = campaign.Rectify.Services.GetRequiredService<EvidenceStore>();
        var (file, _) = await store.ReceiveAsync(new MemoryStream("%PDF-1.7 proof"u8.ToArray()), "../证明.pdf", TestContext.Current.CancellationToken);
        await campaign.As(campaign.Handler).Do(new AddEvidence(problem, await campaign.VersionAsync(problem), Ids.New(), file!, EvidencePurpose.Before, "=现场", null));
        await campaign.UnansweredAsync(problem);
        await campaign.UnansweredAsync(problem);
        var late = await campaign.UnansweredAsync(problem);
        await campaign.ReplyAsync(late);
        var id = await campaign.TransferredReferralAsync(problem);

        var first = await ZipAsync(campaign, id);
        campaign.Time.Set(campaign.Today.AddDays(20));
        await campaign.As(campaign.DisciplineOfficer).Do(new AcknowledgeReferral(id, await VersionAsync(campaign, id), "收字1号"));
        (await ZipAsync(campaign, id)).ShouldBe(first);

        var parts = Parts(first);
        parts.Keys.Where(name => !name.StartsWith("02-", StringComparison.Ordinal)).ShouldBe(
            ["00-目录.docx", "01-移送函.docx", "03-送达证明.docx", "04-书面答复/答复情况.docx", "05-核查记录.docx", "06-佐证材料/01-证明.pdf", "06-佐证材料/清单.csv", "07-台账摘录.csv", "08-移送数据包.json", "SHA256SUMS"], ignoreOrder: true);
        parts.Keys.Count(name => name.StartsWith("02-问责通知/", StringComparison.Ordinal)).ShouldBe(3);
        foreach (var line in Encoding.UTF8.GetString(parts["SHA256SUMS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            line[..64].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(parts[line[66..]])), line);
        }

        Encoding.UTF8.GetString(parts["06-佐证材料/清单.csv"]).ShouldContain("\"'=现场\"");
        Encoding.UTF8.GetString(parts["07-台账摘录.csv"]).ShouldContain("NoticeIssued");
        ReferralPackage.HashOf(Encoding.UTF8.GetString(parts["08-移送数据包.json"])).ShouldBe((await campaign.Rectify.FindAsync<Referral>(id)).PackageSha256);
        var papers = parts.Where(part => part.Key.EndsWith(".docx", StringComparison.Ordinal)).OrderBy(part => part.Key, StringComparer.Ordinal).ToList();
        (await LibreOffice.ConvertAsync([.. papers.Select(paper => Letters.Checked(paper.Value))], "docx", "pdf")).Count.ShouldBe(8);
        Letters.TextOf(parts["01-移送函.docx"]).ShouldContain("某府办移字〔2026〕1号");
        Letters.TextOf(parts["01-移送函.docx"]).ShouldContain("市纪委监委：");
        Letters.TextOf(parts["01-移送函.docx"]).ShouldContain("关于移送问题材料的函");
        Letters.TextOf(parts["04-书面答复/答复情况.docx"]).ShouldContain("台账无答复记录");
        Letters.TextOf(parts["04-书面答复/答复情况.docx"]).ShouldContain("领导甲（逾期）：已联系维保单位");
        Letters.TextOf(parts["00-目录.docx"]).ShouldContain(Convert.ToHexStringLower(SHA256.HashData(parts["07-台账摘录.csv"])));
    }

    [Fact]
    public async Task Only_the_office_and_after_the_transfer_the_discipline_desk_get_the_dossier()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.DraftedReferralAsync();
        (await campaign.As(campaign.Clerk).Send(new GetDossier(id))).ShouldBeNotFound();
        (await campaign.As(campaign.Clerk).Do(new GetReferralLetter(id))).Name.ShouldContain("移送");

        await campaign.As(campaign.OfficeLeader).Do(new ApproveReferral(id, 1, "同意"));
        (await campaign.As(campaign.Clerk).Do(new GetDossier(id))).Name.ShouldBe("移送案卷-某府办移字〔2026〕1号.zip");
        (await campaign.As(campaign.DisciplineOfficer).Send(new GetDossier(id))).ShouldBeNotFound();
        (await campaign.As(campaign.Handler).Send(new GetDossier(id))).ShouldBeNotAllowed();
        await campaign.As(campaign.OfficeLeader).Do(new TransferReferral(id, 2));
        (await campaign.As(campaign.DisciplineOfficer).Send(new GetDossier(id))).ShouldSucceed();
    }

    [Fact]
    public async Task A_referral_keeps_its_number_when_its_letter_is_written_anew()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.ApprovedReferralAsync();
        await campaign.As(campaign.Clerk).Do(new RedraftReferral(id, 2, "关于移送问题材料的函", "改写。"));
        await campaign.As(campaign.OfficeLeader).Do(new ApproveReferral(id, 3, "同意"));
        var other = await campaign.ApprovedReferralAsync(await campaign.UnansweredTimesAsync());

        (await campaign.Rectify.FindAsync<Referral>(id)).Number!.Text.ShouldBe("某府办移字〔2026〕1号");
        (await campaign.Rectify.FindAsync<Referral>(other)).Number!.Text.ShouldBe("某府办移字〔2026〕2号");
        await campaign.Rectify.ShouldEqualItsFoldAsync<Referral>(id);
    }

    private static async Task<int> VersionAsync(RunningCampaign campaign, Guid id) => (await campaign.Rectify.FindAsync<Referral>(id)).Version;

    private static async Task<byte[]> ZipAsync(RunningCampaign campaign, Guid id)
    {
        var dossier = await campaign.As(campaign.DisciplineOfficer).Do(new GetDossier(id));
        using var to = new MemoryStream();
        dossier.Write(to, Books.Wording);
        return to.ToArray();
    }

    private static Dictionary<string, byte[]> Parts(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var from = entry.Open();
            using var to = new MemoryStream();
            from.CopyTo(to);
            return to.ToArray();
        });
    }
}
