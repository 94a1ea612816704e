using Rectify.Core.Calendar;

namespace Rectify.Web.Calendar;

/// <summary>Neighbouring days of one holiday.</summary>
public sealed record HolidaySpan(string Name, DateOnly From, DateOnly To)
{
    /// <summary>The days off, or the make-up workdays, put together where they follow one another under one name.</summary>
    public static IReadOnlyList<HolidaySpan> Of(IEnumerable<HolidayDay> days, bool off)
    {
        var spans = new List<HolidaySpan>();
        foreach (var day in days.Where(day => day.IsOffDay == off).OrderBy(day => day.Date))
        {
            if (spans.Count > 0 && spans[^1] is var last && last.Name == day.Name && last.To.AddDays(1) == day.Date)
            {
                spans[^1] = last with { To = day.Date };
            }
            else
            {
                spans.Add(new HolidaySpan(day.Name, day.Date, day.Date));
            }
        }

        return spans;
    }
}
