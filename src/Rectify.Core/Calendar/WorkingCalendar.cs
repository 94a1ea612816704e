using System.Collections.Frozen;

namespace Rectify.Core.Calendar;

/// <summary>
/// Chinese working days: Monday to Friday, corrected by each year's published holidays and make-up workdays.
/// Immutable and pure. A year without a table counts weekends as off and marks what is counted through it as provisional.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, HolidayDay> _listed;
    private readonly FrozenSet<int> _years;

    /// <summary>The listed days that change a weekday's or weekend day's nature, in order, for counting by bisection.</summary>
    private readonly DateOnly[] _exceptions;

    /// <summary>How many working days the exceptions up to each one add (make-up workdays) or take away (days off).</summary>
    private readonly int[] _corrections;

    /// <param name="tables">One table a year. Where two list the same day, the later year's arrangement is the newer one and holds.</param>
    public WorkingCalendar(IEnumerable<HolidayTable> tables)
    {
        var ordered = tables.OrderBy(table => table.Year).ToList();
        _years = ordered.Select(table => table.Year).ToFrozenSet();
        _listed = ordered.SelectMany(table => table.Days).GroupBy(day => day.Date).ToFrozenDictionary(days => days.Key, days => days.Last());
        _exceptions = [.. _listed.Values.Where(day => day.IsOffDay != IsWeekend(day.Date)).Select(day => day.Date).Order()];
        _corrections = new int[_exceptions.Length];
        var sum = 0;
        for (var i = 0; i < _exceptions.Length; i++)
        {
            sum += IsWeekend(_exceptions[i]) ? 1 : -1;
            _corrections[i] = sum;
        }
    }

    /// <summary>The calendar of the tables that come with the product.</summary>
    public static WorkingCalendar BuiltIn { get; } = new(HolidayTable.BuiltIn);

    /// <summary>Whether the year's arrangement is known.</summary>
    public bool IsPublished(int year) => _years.Contains(year);

    public bool IsWorkingDay(DateOnly date) => _listed.TryGetValue(date, out var listed) ? !listed.IsOffDay : !IsWeekend(date);

    public DayKind KindOf(DateOnly date) => (IsWorkingDay(date), IsWeekend(date)) switch
    {
        (true, false) => DayKind.Working,
        (true, true) => DayKind.MakeUpWorkday,
        (false, true) when !_listed.ContainsKey(date) => DayKind.Weekend,
        _ => DayKind.PublicHoliday,
    };

    /// <summary>The holiday a day off or a make-up workday belongs to; null for ordinary days.</summary>
    public string? HolidayNameOf(DateOnly date) => _listed.TryGetValue(date, out var listed) ? listed.Name : null;

    /// <summary>The last day of a term of working days; the start does not count (民法典 201).</summary>
    /// <param name="start">The day of the event.</param>
    /// <param name="days">Working days, 0 or more; 0 means the same day, or the next working day after a rest day (民法典 203).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public Deadline AddWorkingDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var passed = new List<DeadlineDay>(days * 2);
        var (date, count) = (start, 0);
        while (count < days || !IsWorkingDay(date))
        {
            date = date.AddDays(1);
            count += count < days && IsWorkingDay(date) ? 1 : 0;
            passed.Add(new DeadlineDay(date, KindOf(date), HolidayNameOf(date), count));
        }

        var provisional = !IsPublished(date.Year) || passed.Exists(day => !IsPublished(day.Date.Year));
        return new Deadline(date, provisional, start, days, passed);
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> is earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => WorkingDaysUpTo(to) - WorkingDaysUpTo(from);

    /// <summary>The day itself when it is worked, otherwise the next working day: a last day on a rest day moves on (民法典 203).</summary>
    public DateOnly NextWorkingDay(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>The working day that lies <paramref name="days"/> working days before the date, which itself does not count; 0 gives the date.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public DateOnly MinusWorkingDays(DateOnly date, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        while (days > 0)
        {
            date = date.AddDays(-1);
            days -= IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    private int WorkingDaysUpTo(DateOnly date)
    {
        // Day number 0 is a Monday.
        var (weeks, rest) = Math.DivRem(date.DayNumber + 1, 7);
        var found = Array.BinarySearch(_exceptions, date);
        var passed = found >= 0 ? found + 1 : ~found;
        return weeks * 5 + Math.Min(rest, 5) + (passed == 0 ? 0 : _corrections[passed - 1]);
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
