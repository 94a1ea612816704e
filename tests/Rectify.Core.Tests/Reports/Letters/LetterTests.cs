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
    [InlineData("关于赣州市政务服务环境专项整治提升行动进展情况的通报", "关于赣州市政务服务环境专项整治提升行动|进展情况的通报")]
    [InlineData("关于上犹县政务服务环境突出问题专项整治行动2026年11月进展情况的通报", "关于上犹县政务服务环境突出问题|专项整治行动2026年11月进展情况的通报")]
    [InlineData("关于全市营商环境集中整治行动整改落实情况和下一步工作安排的通报", "关于全市营商环境集中整治行动|整改落实情况和下一步工作安排的通报")]
    [InlineData("关于赣州市行政审批局等12个窗口单位问题整改进展情况的通报", "关于赣州市行政审批局等12个窗口单位|问题整改进展情况的通报")]
    [InlineData("关于印发《赣州市政务服务环境专项整治提升行动工作方案》的通报", "关于印发《赣州市政务服务环境|专项整治提升行动工作方案》的通报")]
    [InlineData("关于催办政务服务环境专项整治提升行动第12、15、18至27号问题整改的通知", "关于催办政务服务环境专项整治提升行动|第12、15、18至27号问题整改的通知")]
    [InlineData("关于催办赣州市公共资源交易中心办事大厅自助设备停用问题整改的通知", "关于催办赣州市公共资源交易中心|办事大厅自助设备停用问题整改的通知")]
    [InlineData("关于催办市场监督管理局服务窗口排队时间过长等突出问题的通知", "关于催办市场监督管理局服务窗口|排队时间过长等突出问题的通知")]
    [InlineData("关于再次催办上犹县人民政府第3号、第15号问题整改工作的通知", "关于再次催办上犹县人民政府第3号、|第15号问题整改工作的通知")]
    [InlineData("关于催办章贡区行政审批局窗口单位自查自纠存在问题整改落实情况的通知", "关于催办章贡区行政审批局窗口单位|自查自纠存在问题整改落实情况的通知")]
    [InlineData("赣州市政务服务环境专项整治提升行动督查发现问题整改通知书", "赣州市政务服务环境专项整治提升行动|督查发现问题整改通知书")]
    [InlineData("关于对上犹县政务服务中心办事大厅暗访发现问题的整改通知书", "关于对上犹县政务服务中心|办事大厅暗访发现问题的整改通知书")]
    [InlineData("章贡区市场监督管理局服务窗口突出问题限期整改通知书（第二次）", "章贡区市场监督管理局服务窗口突出问题|限期整改通知书（第二次）")]
    [InlineData("关于责令限期整改便民服务中心工作纪律问题的整改通知书", "关于责令限期整改便民服务中心|工作纪律问题的整改通知书")]
    [InlineData("2026年11月专项督查发现作风建设和政务服务突出问题整改通知书", "2026年11月专项督查发现作风建设|和政务服务突出问题整改通知书")]
    [InlineData("关于督促落实政务服务环境专项整治提升行动第128号问题整改的函", "关于督促落实政务服务环境专项整治提升行动|第128号问题整改的函")]
    [InlineData("关于督促落实某府办督字〔2026〕15号问责通知书所列问题整改的函", "关于督促落实某府办督字〔2026〕15号|问责通知书所列问题整改的函")]
    [InlineData("关于督促落实章贡区人民政府办公室承担的营商环境突出问题整改工作的函", "关于督促落实章贡区人民政府办公室|承担的营商环境突出问题整改工作的函")]
    [InlineData("关于进一步督促落实赣州市住房和城乡建设局第7号问题整改的函", "关于进一步督促落实赣州市|住房和城乡建设局第7号问题整改的函")]
    [InlineData("关于督办全市便民服务窗口自助终端长期停用问题整改落实情况的函", "关于督办全市便民服务窗口自助终端长期停用|问题整改落实情况的函")]
    [InlineData("关于移送上犹县人民政府第3号问题有关材料的函", "关于移送上犹县人民政府第3号问题|有关材料的函")]
    [InlineData("关于移送赣州市市场监督管理局第128号问题有关材料的函", "关于移送赣州市市场监督管理局|第128号问题有关材料的函")]
    [InlineData("关于移送章贡区政务服务中心窗口单位第12、15号问题有关材料的函", "关于移送章贡区政务服务中心窗口单位|第12、15号问题有关材料的函")]
    [InlineData("关于移送赣州市住房和城乡建设局整改责任未落实有关问题材料的函", "关于移送赣州市住房和城乡建设局|整改责任未落实有关问题材料的函")]
    [InlineData("关于移送政务服务环境专项整治提升行动中发现的涉嫌失职失责问题有关材料的函", "关于移送政务服务环境专项整治提升行动中|发现的涉嫌失职失责问题有关材料的函")]
    [InlineData("赣州市政务服务环境专项整治提升行动问责通知书（第三次）", "赣州市政务服务环境专项整治提升行动|问责通知书（第三次）")]
    [InlineData("全市政务服务环境突出问题专项整治行动问题整改销号审批表", "全市政务服务环境突出问题|专项整治行动问题整改销号审批表")]
    [InlineData("关于赣州市政务服务环境突出问题专项整治提升行动协调小组办公室督查发现存在问题整改落实情况和下一步工作安排的通报", "关于赣州市政务服务环境突出问题|专项整治提升行动协调小组办公室|督查发现存在问题整改落实情况|和下一步工作安排的通报")]
    [InlineData("关于移送上犹县市场监督管理局和章贡区行政审批局窗口单位第12、15号问题整改责任未落实有关材料的函", "关于移送上犹县市场监督管理局|和章贡区行政审批局窗口单位第12、15号|问题整改责任未落实有关材料的函")]
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
