using Rectify.Core.Problems;

namespace Rectify.Core.Templates;

/// <summary>How a letter tells the due dates of its problems: each date with its problem, in the problems' order, and what is over as over. Empty where a date is not known yet, so that the field stays in sight.</summary>
internal static class TemplateDeadlines
{
    /// <summary>整改时限: the one date of all, or each with the numbers it holds for: 2026年12月7日（第3号）、2026年12月11日（第5至7号）.</summary>
    public static string Each(IReadOnlyList<Problem> problems) => problems switch
    {
        [] => "",
        _ when problems.Any(problem => problem.DueDate is null) => "",
        _ when !Differ(problems) => TemplateValues.Day(problems[0].DueDate!.Value),
        _ => string.Join('、', problems.GroupBy(problem => problem.DueDate!.Value).Select(same => $"{TemplateValues.Day(same.Key)}（第{Numbers(same)}号）")),
    };

    /// <summary>限期要求: by when it has to be done, fit to be read after the list of the problems.</summary>
    public static string Demand(IReadOnlyList<Problem> problems, DateOnly today)
    {
        if (problems.Count == 0 || problems.Any(problem => problem.DueDate is null))
        {
            return "";
        }

        var over = problems.Count(problem => problem.DueDate < today);
        if (!Differ(problems))
        {
            var day = TemplateValues.Day(problems[0].DueDate!.Value);
            return over > 0 ? $"立即完成整改（整改时限已于{day}到期）" : $"于{day}前完成整改";
        }

        return over == problems.Count ? "立即完成整改（整改时限均已到期）" : "按所列时限分别完成整改" + (over > 0 ? "，其中时限已到期的立即完成整改" : "");
    }

    /// <summary>What a problem's line in the list adds where the dates differ; a date not known yet stays a field.</summary>
    public static string Of(Problem problem, IReadOnlyList<Problem> problems, DateOnly today) => problem.DueDate switch
    {
        _ when !Differ(problems) => "",
        null => $"（整改时限：{TemplateText.Braced(["整改时限"])}）",
        { } due when due < today => $"（整改时限已于{TemplateValues.Day(due)}到期）",
        { } due => $"（整改时限：{TemplateValues.Day(due)}）",
    };

    /// <summary>逾期天数: of those that are over; the fewest and the most where they differ.</summary>
    public static string DaysOver(IReadOnlyList<Problem> problems, DateOnly today)
    {
        List<int> days = [.. problems.Where(problem => problem.DueDate < today).Select(problem => today.DayNumber - problem.DueDate!.Value.DayNumber).Distinct().Order()];
        return days switch
        {
            [] => "",
            [var all] => $"{all}",
            _ => $"{days[0]}至{days[^1]}",
        };
    }

    private static bool Differ(IReadOnlyList<Problem> problems) => problems.Select(problem => problem.DueDate).Distinct().Skip(1).Any();

    private static string Numbers(IEnumerable<Problem> problems) => string.Join('、', TemplateValues.Runs([.. problems.Select(problem => problem.Number ?? 0).Order()]));
}
