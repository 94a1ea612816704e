using Rectify.Core.Notices;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Reports.Letters;

public sealed class NoticeLetterTests
{
    [Fact]
    public async Task A_notice_prints_its_four_fields_number_and_dates()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync();
        var id = await campaign.AcceptedAsync(problem);
        var notice = await campaign.NoticeAsync(id);

        var letter = await campaign.As(campaign.Handler).Do(new GetNoticeLetter(id));
        var pdf = await LibreOffice.PrintAsync(Letters.Checked(letter.Content), "docx");

        letter.Name.ShouldBe($"{notice.Number!.Text}.docx");
        var text = pdf.Text.Replace(" ", "");
        foreach (var said in new[] { notice.Number.Text, "问责通知书（第一次）", "督查对象名称", notice.InspectedPartyName, "存在问题", notice.ProblemsFound, "承诺意见", notice.UnitCommitment, "落实责任人", notice.Implementer, LetterWords.Day(notice.ReplyDue), "领导甲" })
        {
            text.ShouldContain(said);
        }
    }

    [Fact]
    public async Task Who_may_not_see_a_notice_gets_no_letter_of_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var draft = await campaign.DraftedAsync(await campaign.AssignedAsync());

        (await campaign.As(campaign.Handler).Send(new GetNoticeLetter(draft))).ShouldBeNotFound();
        (await campaign.As(campaign.DisciplineOfficer).Send(new GetNoticeLetter(draft))).ShouldBeNotAllowed();
        (await campaign.As(campaign.Clerk).Do(new GetNoticeLetter(draft))).Name.ShouldContain("问责通知书");
    }
}
