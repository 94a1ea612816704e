using Rectify.Core.Problems;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports.Letters;

public sealed class CloseOutFormTests
{
    [Fact]
    public async Task The_approval_form_tells_the_whole_way_of_a_closed_problem()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.ClosedAsync();
        var open = await campaign.RegisteredAsync();

        var form = await campaign.As(campaign.Handler).Do(new GetCloseOutApproval(id));
        var blank = await campaign.As(campaign.Clerk).Do(new GetCloseOutApproval(open));
        foreach (var file in await LibreOffice.ConvertAsync([Letters.Checked(form.Content), Letters.Checked(blank.Content)], "docx", "pdf"))
        {
            (await Pdf.ReadAsync(file)).Pages.Count.ShouldBe(1, "the form is one sheet");
        }

        form.Name.ShouldBe("销号审批表-第1号.docx");
        var text = Letters.TextOf(form.Content);
        foreach (var said in new[] { "问题整改销号审批表", "问题编号：1", "市某某局", "终端已修复并恢复使用", "单位负责人：领导甲", "材料齐全", "初审人：经办一", "现场属实", "复核人：核查一", "两台终端运行正常", "同意销号", "审签人：办公室主任", "整改后.jpg" })
        {
            text.ShouldContain(said);
        }

        Letters.TextOf(blank.Content).ShouldContain("审签人");
        (await campaign.As(campaign.OtherHandler).Send(new GetCloseOutApproval(id))).ShouldBeNotFound();
    }

    [Fact]
    public async Task It_tells_the_rules_made_and_the_call_back_and_shows_the_pictures_on_A4()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.PicturedAsync();

        var form = (await campaign.As(campaign.Clerk).Do(new GetCloseOutApproval(id))).Content;
        var printed = await LibreOffice.PrintAsync(Letters.Checked(form), "docx");

        (await campaign.As(campaign.Clerk).Do(new GetCloseOutApproval(id))).Content.ShouldBe(form);
        var text = Letters.TextOf(form);
        foreach (var said in new[] { "建章立制", "《自助终端巡检制度》", "群众回访", "电话回访办事人两名，均表示满意" })
        {
            text.ShouldContain(said);
        }

        foreach (var evidence in (await campaign.ProblemAsync(id)).Evidence.Where(evidence => evidence.Purpose == EvidencePurpose.Before))
        {
            text.ShouldContain($"SHA-256 {evidence.Sha256}");
        }

        await PictureTests.ShouldStandOnPageAsync(printed, "整改前.png", "整改后.jpg");
    }
}
