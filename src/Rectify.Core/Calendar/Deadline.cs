namespace Rectify.Core.Calendar;

/// <summary>What a day is for the count of working days.</summary>
public enum DayKind
{
    Working = 0,

    /// <summary>调休：a Saturday or Sunday that is worked in exchange for a day off.</summary>
    MakeUpWorkday = 1,

    Weekend = 2,

    PublicHoliday = 3,
}

/// <summary>A last day counted in working days, with the way it came about.</summary>
/// <param name="Date">The last day; it ends at the close of business.</param>
/// <param name="IsProvisional">The count crosses a year whose holidays are not published yet, so a count made later may give another date.</param>
/// <param name="Start">The day of the event, which does not count (民法典 201).</param>
/// <param name="WorkingDays">How many working days were given.</param>
/// <param name="Days">Every day after the start up to the last one.</param>
public sealed record Deadline(DateOnly Date, bool IsProvisional, DateOnly Start, int WorkingDays, IReadOnlyList<DeadlineDay> Days)
{
    /// <summary>The days in runs, counted and skipped by turns: what one sentence tells.</summary>
    public IReadOnlyList<DeadlineRun> Runs => DeadlineRun.Of(Days);
}

/// <summary>One day on the way to a deadline.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What the day is.</param>
/// <param name="HolidayName">The holiday a day off or a make-up workday belongs to.</param>
/// <param name="Count">How many working days have passed at the end of the day.</param>
public sealed record DeadlineDay(DateOnly Date, DayKind Kind, string? HolidayName, int Count)
{
    public bool IsCounted => Kind is DayKind.Working or DayKind.MakeUpWorkday;
}

/// <summary>Consecutive days that are all counted or all skipped, e.g. 16 to 18 June, skipped: weekend and 端午节.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; the first one again for a single day.</param>
/// <param name="IsCounted">Whether these are working days.</param>
/// <param name="FirstCount">The number the first day got in the count; for skipped days the number reached before.</param>
/// <param name="LastCount">The number the last day got.</param>
/// <param name="HasWeekend">Ordinary weekend days are among the skipped ones.</param>
/// <param name="Holidays">The holidays among the skipped days, each once.</param>
/// <param name="MakeUpWorkdays">The counted days that fall on a weekend.</param>
public sealed record DeadlineRun(
    DateOnly From, DateOnly To, bool IsCounted, int FirstCount, int LastCount, bool HasWeekend, IReadOnlyList<string> Holidays, IReadOnlyList<DateOnly> MakeUpWorkdays)
{
    internal static IReadOnlyList<DeadlineRun> Of(IReadOnlyList<DeadlineDay> days)
    {
        var runs = new List<DeadlineRun>();
        var start = 0;
        for (var end = 1; end <= days.Count; end++)
        {
            if (end == days.Count || days[end].IsCounted != days[start].IsCounted)
            {
                runs.Add(Of([.. days.Skip(start).Take(end - start)]));
                start = end;
            }
        }

        return runs;
    }

    private static DeadlineRun Of(DeadlineDay[] days) => new(
        days[0].Date,
        days[^1].Date,
        days[0].IsCounted,
        days[0].Count,
        days[^1].Count,
        days.Any(day => day.Kind == DayKind.Weekend),
        [.. days.Where(day => day.Kind == DayKind.PublicHoliday).Select(day => day.HolidayName ?? "").Distinct()],
        [.. days.Where(day => day.Kind == DayKind.MakeUpWorkday).Select(day => day.Date)]);
}
