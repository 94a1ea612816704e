using Rectify.Core.Campaigns;
using Rectify.Core.Problems;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>The columns of the import template, in their order (domain notes, part (d)).</summary>
public enum ProblemColumn
{
    /// <summary>序号; says 示例 in the example row, else means nothing.</summary>
    Ordinal,
    FoundOn,
    Source,
    Unit,
    Level,
    Place,
    Category,
    Symptom,
    Description,
    Matter,
    Severity,
    Kind,
    Goal,
    Measures,
    DueDate,
    ResponsibleLeader,
    ResponsiblePerson,
    AssistingUnits,
    Remark,
}

/// <summary>What is known of a column apart from its words.</summary>
internal static class ProblemColumns
{
    public static readonly IReadOnlyList<ProblemColumn> All = Enum.GetValues<ProblemColumn>();

    /// <summary>Columns marked with a star.</summary>
    public static readonly IReadOnlySet<ProblemColumn> Required = new HashSet<ProblemColumn>
    {
        ProblemColumn.FoundOn, ProblemColumn.Source, ProblemColumn.Unit, ProblemColumn.Category, ProblemColumn.Description,
        ProblemColumn.Severity, ProblemColumn.Kind, ProblemColumn.DueDate,
    };

    /// <summary>Other headings met in the field for the same column.</summary>
    public static readonly IReadOnlyDictionary<ProblemColumn, string[]> Aliases = new Dictionary<ProblemColumn, string[]>
    {
        [ProblemColumn.Ordinal] = ["编号", "问题序号", "问题编号"],
        [ProblemColumn.FoundOn] = ["发现时间", "检查日期", "检查时间", "自查日期", "自查时间"],
        [ProblemColumn.Source] = ["来源", "线索来源"],
        [ProblemColumn.Unit] = ["责任部门", "整改单位", "整改责任单位", "牵头单位", "责任单位及配合单位", "牵头及配合单位"],
        [ProblemColumn.Level] = ["级别"],
        [ProblemColumn.Place] = ["窗口", "场所", "地点", "具体地点", "窗口或场所"],
        [ProblemColumn.Category] = ["类别", "问题分类", "问题类型"],
        [ProblemColumn.Symptom] = ["表现"],
        [ProblemColumn.Description] = ["存在问题", "存在的问题", "主要问题", "具体问题", "具体内容", "问题", "问题内容", "问题表现"],
        [ProblemColumn.Matter] = ["事项"],
        [ProblemColumn.Severity] = ["程度", "问题程度"],
        [ProblemColumn.Kind] = ["整改方式", "整改类别"],
        [ProblemColumn.Goal] = ["目标"],
        [ProblemColumn.Measures] = ["措施"],
        [ProblemColumn.DueDate] = ["完成时限", "整改期限", "完成期限", "完成时间", "整改完成时间", "计划完成时间"],
        [ProblemColumn.ResponsibleLeader] = ["责任领导", "分管领导", "牵头领导"],
        [ProblemColumn.ResponsiblePerson] = ["整改责任人", "具体责任人", "经办人"],
        [ProblemColumn.AssistingUnits] = ["配合单位", "协助单位", "责任单位（配合）"],
    };

    /// <summary>How the template names a symptom.</summary>
    public static string SymptomWords(ProblemCategory category, Symptom symptom) => $"{category.Name} » {symptom.Name}";

    /// <summary>The column an entry's error belongs to.</summary>
    /// <param name="field">The property's path, such as <c>Finding.Description</c> or <c>Plan.Measures[2].Text</c>.</param>
    public static ProblemColumn Of(string field) => field.Split('.', '[').SkipWhile(part => part is nameof(ProblemDrafted.Finding) or nameof(ProblemDrafted.Plan)).FirstOrDefault() switch
    {
        nameof(Finding.CategoryId) => ProblemColumn.Category,
        nameof(Finding.SymptomId) => ProblemColumn.Symptom,
        { } name when Enum.TryParse<ProblemColumn>(name, out var column) => column,
        _ => ProblemColumn.Description,
    };
}
