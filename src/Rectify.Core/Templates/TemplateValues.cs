using System.Globalization;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;

namespace Rectify.Core.Templates;

/// <summary>What the ledger knows for the fields of a text. What is not known, such as the date of a problem not yet assigned, is left out, so that its field stays in sight.</summary>
internal static class TemplateValues
{
    public static Dictionary<string, string> Of(Campaign campaign, DateOnly today) => new()
    {
        ["行动名称"] = Plain(campaign.Details.Title),
        ["依据"] = $"《{Plain(campaign.Details.Title)}实施方案》（{Plain(campaign.Details.DocumentNumber)}）",
        ["办公室"] = Plain(campaign.Details.Office),
        [TemplateText.Today] = Day(today),
    };

    public static Dictionary<string, string> Of(Campaign campaign, IReadOnlyList<Problem> problems, IReadOnlyList<string> units, DateOnly today)
    {
        var values = Of(campaign, today);
        Add("单位", units.Select(Plain));
        Add("问题编号", Runs([.. problems.Select(problem => problem.Number ?? 0).Distinct().Order()]));
        Add("问题", problems.Select(problem => Ended(problem.Description)), "；");
        Add("问题清单", problems.Select((problem, index) => (problems.Count > 1 ? $"{index + 1}. " : "") + $"第{problem.Number}号：{Ended(problem.Description)}{TemplateDeadlines.Of(problem, problems, today)}。"), "\n");
        Add("问题类别", problems.Select(problem => Plain(campaign.Category(problem.CategoryId)?.Name ?? "")));
        Add("整改时限", [TemplateDeadlines.Each(problems)]);
        Add(TemplateText.Demand, [TemplateDeadlines.Demand(problems, today)]);
        Add("逾期天数", [TemplateDeadlines.DaysOver(problems, today)]);
        Add("责任人", problems.Select(problem => Plain(problem.ResponsiblePerson)));
        Add("通知次数", problems.Count == 0 ? [] : [$"{problems.Sum(problem => problem.NoticeCount)}"]);
        return values;

        void Add(string field, IEnumerable<string> each, string between = "、")
        {
            var known = each.Where(value => value.Length > 0).Distinct().ToList();
            if (known.Count > 0)
            {
                values[field] = string.Join(between, known);
            }
        }
    }

    /// <summary>Three numbers or more in a row are told by the first and the last: 3至17.</summary>
    public static IEnumerable<string> Runs(IReadOnlyList<int> numbers)
    {
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            if (last - first >= 2)
            {
                yield return $"{numbers[first]}至{numbers[last]}";
                first = last + 1;
            }
            else
            {
                yield return $"{numbers[first++]}";
            }
        }
    }

    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>On one line, without its full stop.</summary>
    private static string Ended(string description) => Plain(description).TrimEnd('。', '.');

    /// <summary>On one line, and without braces, of either width, that would pass for a field.</summary>
    private static string Plain(string text) => text.ReplaceLineEndings(" ").Replace('{', '（').Replace('}', '）').Replace('｛', '（').Replace('｝', '）').Trim();
}
