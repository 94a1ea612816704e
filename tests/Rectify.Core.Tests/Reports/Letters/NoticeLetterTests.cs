using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
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

    [Fact]
    public async Task The_leaders_signature_stands_at_the_foot_of_its_cell_and_the_offices_never_alone_on_a_page()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var notice = await campaign.NoticeAsync(await campaign.SignedAsync(await campaign.AssignedAsync()));
        var letter = NoticeLetter.Of(notice, "协调小组办公室", "专项整治行动");
        var table = letter.Body.OfType<LetterTable>().ShouldHaveSingleItem();
        LetterRow Found(int lines) => new([table.Rows[2].Cells[0], new LetterCell(string.Join('\n', Enumerable.Repeat("自助终端停用", lines)))]);
        var files = Enumerable.Range(1, 20).Select(lines => Letters.Checked(letter with { Body = [table with { Rows = [.. table.Rows.Take(2), Found(lines), .. table.Rows.Skip(3)] }, .. letter.Body.Skip(1)] })).ToList();

        foreach (var file in await LibreOffice.ConvertAsync(files, "docx", "pdf"))
        {
            var pages = (await Pdf.ReadAsync(file)).Pages;
            pages.Single(page => page.Lines.Any(line => line.Text.Replace(" ", "") == LetterWords.Day(notice.SignedOn))).Lines.ShouldContain(line => line.Text == "特此通知。");
            var page = pages.Single(page => page.Lines.Any(line => line.Text.StartsWith("单位负责人", StringComparison.Ordinal))).Lines;
            var signature = page.Single(line => line.Text.StartsWith("单位负责人", StringComparison.Ordinal));
            if (page.SingleOrDefault(line => line.Text == "落实责任人") is { } next)
            {
                (next.Top - signature.Top).ShouldBeInRange(5, 14);
            }
        }
    }

    [Fact]
    public void A_table_at_the_end_gives_its_last_row_to_the_signature()
    {
        var table = new LetterTable([30], [new([new("甲"), new("一")]), new([new("乙"), new("二")])]);
        using var document = WordprocessingDocument.Open(new MemoryStream(Letters.Checked(Letters.Sample("") with { Body = [table] })), isEditable: false);

        document.MainDocumentPart!.Document.Body!.Elements<Table>().First().Elements<TableRow>().Last().Descendants<Paragraph>()
            .ShouldAllBe(paragraph => paragraph.ParagraphProperties!.KeepNext != null);
    }
}
