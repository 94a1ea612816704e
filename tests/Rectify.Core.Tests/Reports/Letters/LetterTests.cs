using Rectify.Core.Reports.Letters;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports.Letters;

public sealed class LetterTests
{
    [Fact]
    public void The_same_letter_gives_the_same_bytes() =>
        LetterFile.Write(Letters.Sample("正文。")).ShouldBe(LetterFile.Write(Letters.Sample("正文。")));

    [Fact]
    public async Task Odd_signs_long_names_and_missing_parts_make_a_sound_file()
    {
        var name = string.Concat(Enumerable.Repeat("某某市某某区政务服务中心", 12));
        var plain = Letters.Sample("正文。");
        var odd = Letters.Checked(plain with
        {
            Body = LetterWords.Paragraphs("=1+1\n@某某\n\u0001\u000b控制符\uD800与半个字\uFFFE\n　　<b>&amp;\"'\n😀𠮷\n\t制表\t符"),
            Title = "=SUM(A1)&<关于>\u0002的函", Number = "-5号\u0007", Addressees = ["@甲", "+乙"], CopiesTo = ["=丙\u0000"],
        });
        var bare = Letters.Checked(plain with { Attachments = [], CopiesTo = [], Date = null, Number = "", Addressees = [], Body = [] });
        var big = Letters.Checked(plain with { Mark = name, Issuer = name, Title = name, Addressees = [name, name], Attachments = [name, name, name], CopiesTo = [name, name] });

        var printed = await LibreOffice.ConvertAsync([odd, bare, big], "docx", "pdf");

        var text = (await Pdf.ReadAsync(printed[0])).Text;
        foreach (var kept in new[] { "=1+1", "@某某", "控制符与半个字", "<b>&amp;\"'", "=SUM(A1)&<关于>的函", "@甲、+乙：", "=丙。" })
        {
            text.ShouldContain(kept);
        }

        (await Pdf.ReadAsync(printed[1])).Pages.Count.ShouldBe(1);
        (await Pdf.ReadAsync(printed[2])).Pages[^1].Lines.Max(line => line.Right).ShouldBeLessThan(184.5);
    }

    [Fact]
    public async Task A_draft_leaves_room_to_write_the_day_in_by_hand()
    {
        var pdf = await LibreOffice.PrintAsync(Letters.Checked(Letters.Sample("正文。") with { Date = null }), "docx");

        var day = pdf.Pages[^1].Lines.Where(line => line.Text.All(sign => "年月日 ".Contains(sign))).ToList();
        (day.Max(line => line.Right) - day.Min(line => line.Left)).ShouldBeInRange(35, 45, "two signs' room before each word");
    }

    [Theory]
    [InlineData("一、总体情况", 1)]
    [InlineData("（一）强化领导", 2)]
    [InlineData("(十二) 强化领导", 2)]
    [InlineData("一窗通办", 0)]
    [InlineData("1. 一、二", 0)]
    public void A_heading_is_known_by_its_number(string line, int level) => LetterWords.Paragraphs(line).ShouldHaveSingleItem().Level.ShouldBe(level);

    [Theory]
    [InlineData("关于办理窗口整改事项的通知", "关于办理窗口整改事项的通知")]
    [InlineData("政务服务环境专项整治行动问责通知书（第三次）", "政务服务环境专项整治行动|问责通知书（第三次）")]
    public void A_title_breaks_between_words(string title, string lines) => string.Join('|', LetterTitle.Lines(title)).ShouldBe(lines);

    [Fact]
    public void No_line_of_a_title_is_too_long_and_none_begins_with_a_closing_sign()
    {
        for (var length = 1; length < 90; length++)
        {
            var title = string.Concat(Enumerable.Range(0, length).Select(index => "关于《某某》的，2026年问题"[index % 14]));
            var lines = LetterTitle.Lines(title);
            string.Concat(lines).ShouldBe(title);
            lines.ShouldAllBe(line => line.Length > 0 && LetterWords.Width(line) <= LetterTitle.Most);
            lines.Skip(1).ShouldAllBe(line => !"》，".Contains(line[0]));
        }
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(35, "三十五")]
    public void A_count_is_said_in_Chinese(int number, string words) => LetterWords.Count(number).ShouldBe(words);
}
