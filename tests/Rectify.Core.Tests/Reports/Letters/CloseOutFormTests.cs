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
        (await LibreOffice.ConvertAsync([Letters.Checked(form.Content), Letters.Checked(blank.Content)], "docx", "pdf")).Count.ShouldBe(2);

        form.Name.ShouldBe("销号审批表-第1号.docx");
        var text = Letters.TextOf(form.Content);
        foreach (var said in new[] { "问题整改销号审批表", "问题编号：1", "市某某局", "终端已修复并恢复使用", "单位负责人：领导甲", "材料齐全", "初审人：经办一", "现场属实", "复核人：核查一", "两台终端运行正常", "同意销号", "审签人：办公室主任", "整改后.jpg" })
        {
            text.ShouldContain(said);
        }

        Letters.TextOf(blank.Content).ShouldContain("审签人");
        (await campaign.As(campaign.OtherHandler).Send(new GetCloseOutApproval(id))).ShouldBeNotFound();
    }
}
