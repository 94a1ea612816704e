using System.Globalization;
using Microsoft.Extensions.Localization;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Web.Kit;

namespace Rectify.Web.Problems;

/// <summary>Tells in one sentence how a due date came about.</summary>
public static class DeadlineWords
{
    public static string Tell(Problem problem, Deadline? counted, IStringLocalizer text) => (counted, problem.DueBasis) switch
    {
        ({ } deadline, _) => Tell(deadline, text),
        (null, { WorkingDays: { } days } basis) => text["DueCountedThen", days, Words.Of(basis.From), Words.Of(problem.DueDate!.Value)],
        (null, { } basis) => text["DueNamed", Words.Of(problem.DueDate!.Value), Words.Of(basis.From)],
        _ => text["NoDeadline"],
    };

    /// <summary>E.g. "5 working days after 2018-06-15, skipping 06-16 to 06-18 (weekend, Dragon Boat Festival): 2018-06-25".</summary>
    public static string Tell(Deadline deadline, IStringLocalizer text)
    {
        var skipped = deadline.Runs.Where(run => !run.IsCounted).Select(run => Name(run, text)).ToList();
        var madeUp = deadline.Days.Where(day => day.Kind == DayKind.MakeUpWorkday).Select(day => Day(day.Date)).ToList();
        var sentence = text["DueCounted", deadline.WorkingDays, Words.Of(deadline.Start), Words.Of(deadline.Date)].Value;
        sentence += skipped.Count > 0 ? text["DueSkipped", string.Join(text["And"], skipped)].Value : "";
        return sentence + (madeUp.Count > 0 ? text["DueMadeUp", string.Join(text["And"], madeUp)].Value : "");
    }

    private static string Name(DeadlineRun run, IStringLocalizer text)
    {
        var dates = run.From == run.To ? Day(run.From) : text["Range", Day(run.From), Day(run.To)].Value;
        var reasons = run.HasWeekend ? run.Holidays.Prepend(text["Weekend"].Value) : run.Holidays;
        return text["DatesBecause", dates, string.Join(text["And"], reasons)];
    }

    private static string Day(DateOnly date) => date.ToString("MM-dd", CultureInfo.InvariantCulture);
}
