using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Letters;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports.Letters;

/// <summary>Bulletin and leader's sheet on paper.</summary>
public sealed class FigureLetterTests
{
    [Fact]
    public async Task A_bulletin_prints_its_issue_ranking_laggards_and_id_and_stays_the_same()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.ClosedAsync();
        await campaign.RectifyingAsync(1);
        campaign.Time.AdvanceDays(4);
        var id = await campaign.IssuedBulletinAsync();

        var letter = await campaign.As(campaign.Handler).Do(new GetBulletinLetter(id));
        var pdf = await LibreOffice.PrintAsync(Letters.Checked(letter.Content), "docx");

        var text = pdf.Text.Replace(" ", "").Replace("\n", "");
        foreach (var said in (string[])["第1期", "关于专项整治行动进展情况的通报", "各单位排名", campaign.Unit.Name, "50.0%", "逾期1项", "未报", "工作要求", "数据编号：B-202603-0001", "2026年3月6日"])
        {
            text.ShouldContain(said);
        }

        await campaign.RectifyingAsync(1);
        campaign.Time.AdvanceDays(20);
        (await campaign.As(campaign.Handler).Do(new GetBulletinLetter(id))).Content.ShouldBe(letter.Content, "it is printed from the frozen figures");
        (await campaign.As(campaign.Handler).Send(new GetBulletinLetter(await campaign.DraftedBulletinAsync()))).ShouldBeNotFound();

        await campaign.As(campaign.OfficeLeader).Do(new VoidBulletin(id, 2, "数据有误"));
        var voided = await LibreOffice.PrintAsync((await campaign.As(campaign.Clerk).Do(new GetBulletinLetter(id))).Content, "docx");
        voided.Pages[0].Lines.ShouldContain(line => line.Text.Replace(" ", "") == "第1期（作废）");
    }

    [Fact]
    public async Task A_bulletins_tables_break_no_number_and_no_date()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var view = await campaign.BulletinAsync(await campaign.IssuedBulletinAsync());
        var figures = view.Figures with
        {
            Laggards = [new LaggardItem(1024, "市自然资源和规划局", new string('长', 60), ProblemState.Rectifying, new DateOnly(2026, 2, 28), 123, "某科科长", 1), new LaggardItem(1025, "市某某局", "短", ProblemState.Rectifying, new DateOnly(2025, 12, 31), 123, "某科科长", 1)],
            Due = [new DueItem(1026, "市某某局", "短", ProblemState.Rectifying, new DateOnly(2026, 3, 31), "某科科长")],
        };

        var pdf = await LibreOffice.PrintAsync(Letters.Checked(LetterFile.Write(BulletinLetter.Of(view.Bulletin, view.Bulletin.Text, figures))), "docx");

        var lines = pdf.Pages.SelectMany(page => page.Lines).Select(line => line.Text.Replace(" ", "")).ToList();
        foreach (var whole in (string[])["1024", "2月28日", "123", "1025", "1026", "3月31日", "某科科长"])
        {
            lines.ShouldContain(line => line.Contains(whole), whole);
        }

        pdf.Text.Replace(" ", "").ShouldContain("2025年", Case.Sensitive, "another year is told");
    }

    [Fact]
    public async Task The_leaders_sheet_is_one_page_however_much_there_is_to_say()
    {
        var figures = new ProgressFigures(1200, 400, 600, 200, 100, 600, 100, 100, 200, 100, 300, new Rate(40, 80), new Rate(10, 100));
        var row = new ProgressRow(Guid.Empty, "市自然资源和规划局不动产登记中心办事大厅", 3, figures, NoticeTotals.Nothing, ProgressRemark.None);
        var text = new string('长', 200);
        var sheet = new LeaderSheet(
            Guid.Empty, "全市政务服务环境突出问题专项整治行动", "专项整治行动协调小组办公室", new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 8), 1, row, [.. Enumerable.Repeat(row, LeaderSheet.MostUnits)],
            [.. Enumerable.Range(1001, LeaderSheet.MostItems).Select(number => new DueItem(number, row.Name, text, ProblemState.Rectifying, new DateOnly(2026, 3, 6), "某某科科长"))], 40,
            [.. Enumerable.Range(1001, LeaderSheet.MostItems).Select(number => new SecondNotice("某府办督字〔2026〕5号", row.Name, number, text, new DateOnly(2026, 3, 6), true))], 12,
            [.. Enum.GetValues<LeaderDecision>().Select(decision => new DecisionCount(decision, 99))]);

        var pdf = await LibreOffice.PrintAsync(Letters.Checked(LeaderLetter.Document(sheet, "领导一页纸").Content), "docx");

        pdf.Pages.ShouldHaveSingleItem();
        var said = pdf.Text.Replace(" ", "");
        foreach (var part in (string[])["领导一页纸", "专项整治行动协调小组办公室", "落后单位", "本周到期", "1004号", "第二次通知", "需领导决定", "待印发通报99件"])
        {
            said.ShouldContain(part);
        }
    }
}
