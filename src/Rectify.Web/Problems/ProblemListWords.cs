using System.Globalization;
using System.Resources;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Web.Hosting;
using Rectify.Web.Kit;

namespace Rectify.Web.Problems;

/// <summary>The words of the import template, in any of the languages: a workbook filled in under one is read under the other.</summary>
public static class ProblemListWords
{
    private static readonly ResourceManager Texts = new(typeof(ProblemListsText));
    private static readonly ResourceManager Names = new(typeof(EnumText));

    private static readonly ProblemColumn[] WithHint = [ProblemColumn.FoundOn, ProblemColumn.Symptom, ProblemColumn.Measures, ProblemColumn.DueDate, ProblemColumn.AssistingUnits];

    private static readonly ProblemColumn[] WithExample =
        [ProblemColumn.Place, ProblemColumn.Description, ProblemColumn.Matter, ProblemColumn.Goal, ProblemColumn.Measures, ProblemColumn.ResponsibleLeader, ProblemColumn.ResponsiblePerson, ProblemColumn.Remark];

    /// <summary>The page's language first, then the others.</summary>
    public static IReadOnlyList<ProblemWords> All =>
        [.. new[] { Languages.English, Languages.Chinese }.OrderByDescending(language => language == CultureInfo.CurrentUICulture.Name).Select(language => In(CultureInfo.GetCultureInfo(language)))];

    public static ProblemWords In(CultureInfo language)
    {
        string Text(string key) => Texts.GetString(key, language)!;
        Dictionary<T, string> Named<T>() where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => value, value => Names.GetString($"{typeof(T).Name}.{value}", language)!);
        return new ProblemWords(
            Text("Template.Title"), Text("Template.Sheet"), Text("Template.Unit"), Text("Template.Date"), Text("Template.Example"), Text("Template.NotInList"),
            Named<ProblemColumn>(),
            WithHint.ToDictionary(column => column, column => Text($"Template.Hint.{column}")),
            WithExample.ToDictionary(column => column, column => Text($"Template.Example.{column}")),
            Named<ProblemSource>(), Named<Severity>(), Named<ProblemKind>(), Named<UnitLevel>());
    }
}
