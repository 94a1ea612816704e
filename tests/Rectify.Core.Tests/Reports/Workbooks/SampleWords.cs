using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Tests.Reports.Workbooks;

/// <summary>The template's words in two languages, short of the web's texts.</summary>
internal static class SampleWords
{
    private static readonly string[] ChineseHeadings =
        ["序号", "发现日期", "问题来源", "责任单位", "层级", "窗口/场所", "问题类别", "具体表现", "问题描述", "涉及事项", "严重程度", "整改类型", "整改目标", "整改措施", "整改时限", "牵头领导(职务)", "责任人", "协办单位", "备注"];

    private static readonly string[] EnglishHeadings =
        ["No.", "Found on", "Source", "Responsible unit", "Level", "Window or place", "Category", "Symptom", "Description", "Matter", "Severity", "Kind", "Goal", "Measures", "Due date", "Leader (post)", "Responsible person", "Assisting units", "Remark"];

    public static ProblemWords Chinese { get; } = new(
        "《{0}》问题清单", "问题清单", "填报单位：{0}", "填报日期：{0}", "示例", "请从列表中选择", Headings(ChineseHeadings), new Dictionary<ProblemColumn, string> { [ProblemColumn.Measures] = "一行一条" },
        new Dictionary<ProblemColumn, string> { [ProblemColumn.Description] = "自助终端停用" },
        Numbered<ProblemSource>("自查自纠", "问卷调查", "群众评议", "投诉举报", "督查调研", "暗访", "视频巡查", "座谈会", "领导批示", "上级督查", "12345热线"),
        Numbered<Severity>("一般", "较重", "严重"),
        Numbered<ProblemKind>("立行立改", "限期整改", "长期整改"),
        Numbered<UnitLevel>("省级", "市级", "县级", "乡级", "村级"));

    public static ProblemWords English { get; } = new(
        "{0}: problem list", "Problem list", "Unit: {0}", "Date: {0}", "Example", "Choose from the list", Headings(EnglishHeadings), new Dictionary<ProblemColumn, string>(),
        new Dictionary<ProblemColumn, string>(),
        Numbered<ProblemSource>("Self-inspection", "Survey", "Public review", "Complaint", "Inspection", "Unannounced visit", "Video patrol", "Symposium", "Leader's instruction", "Superior's inspection", "Hotline"),
        Numbered<Severity>("Ordinary", "Considerable", "Serious"),
        Numbered<ProblemKind>("Immediate", "Time-limited", "Long-term"),
        Numbered<UnitLevel>("Province", "City", "County", "Township", "Village"));

    public static IReadOnlyList<ProblemWords> Both { get; } = [Chinese, English];

    private static Dictionary<ProblemColumn, string> Headings(string[] words) => words.Index().ToDictionary(word => (ProblemColumn)word.Index, word => word.Item);

    private static Dictionary<T, string> Numbered<T>(params string[] words) where T : struct, Enum => Enum.GetValues<T>().Zip(words).ToDictionary(pair => pair.First, pair => pair.Second);
}
