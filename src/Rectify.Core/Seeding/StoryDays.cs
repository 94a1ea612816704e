using Rectify.Core.Calendar;

namespace Rectify.Core.Seeding;

/// <summary>Counts working days back and forth from the day of the first start: 1 is the last one before it, 0 the day itself or the next working day, -1 the one after.</summary>
internal sealed class StoryDays(WorkingCalendar calendar, DateOnly today)
{
    private readonly DateOnly _zero = calendar.NextWorkingDay(today);

    public DateOnly Today => today;

    public DateOnly At(int daysAgo) => daysAgo > 0 ? calendar.MinusWorkingDays(_zero, daysAgo) : calendar.AddWorkingDays(_zero, -daysAgo).Date;

    /// <summary>The first working day on or after a calendar day counted from the first start, such as day -56.</summary>
    public DateOnly OnOrAfter(int day) => calendar.NextWorkingDay(today.AddDays(day));

    /// <summary>How many working days ago a working day was.</summary>
    public int Ago(DateOnly day) => calendar.WorkingDaysBetween(day, _zero);
}
