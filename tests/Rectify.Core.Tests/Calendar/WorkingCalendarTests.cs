using Rectify.Core.Calendar;

namespace Rectify.Core.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    [Theory]
    [InlineData("2018-06-15", 5, "2018-06-25")]
    [InlineData("2018-09-28", 3, "2018-10-08")]
    [InlineData("2018-12-28", 2, "2019-01-02")]
    [InlineData("2025-01-24", 5, "2025-02-07")]
    [InlineData("2025-09-26", 5, "2025-10-10")]
    [InlineData("2026-02-13", 3, "2026-02-25")]
    [InlineData("2026-04-30", 5, "2026-05-11")]
    public void A_term_skips_holidays_and_counts_make_up_workdays(string start, int days, string end)
    {
        var deadline = Calendar.AddWorkingDays(Day(start), days);

        deadline.Date.ShouldBe(Day(end));
        deadline.Start.ShouldBe(Day(start));
        deadline.WorkingDays.ShouldBe(days);
        Calendar.WorkingDaysBetween(Day(start), Day(end)).ShouldBe(days);
        Calendar.MinusWorkingDays(Day(end), days).ShouldBe(Calendar.IsWorkingDay(Day(start)) ? Day(start) : Calendar.MinusWorkingDays(Day(start), 1));
    }

    [Theory]
    [InlineData(2018, 250)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_published_year_has_its_number_of_working_days(int year, int workingDays)
    {
        Calendar.IsPublished(year).ShouldBeTrue();
        Calendar.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)).ShouldBe(workingDays);
        DaysOf(year).Count(Calendar.IsWorkingDay).ShouldBe(workingDays);
    }

    [Theory]
    [InlineData("2018-06-15", DayKind.Working, null)]
    [InlineData("2018-06-16", DayKind.Weekend, null)]
    [InlineData("2018-06-18", DayKind.PublicHoliday, "端午节")]
    [InlineData("2018-02-17", DayKind.PublicHoliday, "春节")]
    [InlineData("2018-02-24", DayKind.MakeUpWorkday, "春节")]
    [InlineData("2018-12-29", DayKind.MakeUpWorkday, "元旦")]
    [InlineData("2018-12-31", DayKind.PublicHoliday, "元旦")]
    [InlineData("2025-10-08", DayKind.PublicHoliday, "国庆节、中秋节")]
    [InlineData("2026-01-04", DayKind.MakeUpWorkday, "元旦")]
    public void Each_day_is_of_one_kind(string day, DayKind kind, string? holiday)
    {
        Calendar.KindOf(Day(day)).ShouldBe(kind);
        Calendar.HolidayNameOf(Day(day)).ShouldBe(holiday);
    }

    [Fact]
    public void A_deadline_tells_day_by_day_how_it_came_about()
    {
        Calendar.AddWorkingDays(Day("2018-06-15"), 2).Days.ShouldBe(
        [
            new DeadlineDay(Day("2018-06-16"), DayKind.Weekend, null, 0),
            new DeadlineDay(Day("2018-06-17"), DayKind.Weekend, null, 0),
            new DeadlineDay(Day("2018-06-18"), DayKind.PublicHoliday, "端午节", 0),
            new DeadlineDay(Day("2018-06-19"), DayKind.Working, null, 1),
            new DeadlineDay(Day("2018-06-20"), DayKind.Working, null, 2),
        ]);
    }

    [Fact]
    public void The_explanation_merges_consecutive_days()
    {
        var runs = Calendar.AddWorkingDays(Day("2018-09-28"), 3).Runs;

        runs.Select(run => (run.From, run.To, run.IsCounted, run.FirstCount, run.LastCount)).ShouldBe(
        [
            (Day("2018-09-29"), Day("2018-09-30"), true, 1, 2),
            (Day("2018-10-01"), Day("2018-10-07"), false, 2, 2),
            (Day("2018-10-08"), Day("2018-10-08"), true, 3, 3),
        ]);
        runs.Select(run => run.HasWeekend).ShouldAllBe(weekend => !weekend);
        runs.SelectMany(run => run.Holidays).ShouldBe(["国庆节"]);
        runs.SelectMany(run => run.MakeUpWorkdays).ShouldBe([Day("2018-09-29"), Day("2018-09-30")]);

        var mixed = Calendar.AddWorkingDays(Day("2018-06-15"), 5).Runs[0];
        (mixed.From, mixed.To, mixed.IsCounted, mixed.HasWeekend).ShouldBe((Day("2018-06-16"), Day("2018-06-18"), false, true));
        mixed.Holidays.ShouldBe(["端午节"]);
    }

    [Fact]
    public void No_term_means_the_same_day_and_on_a_rest_day_the_next_working_day()
    {
        Calendar.AddWorkingDays(Day("2026-03-02"), 0).Date.ShouldBe(Day("2026-03-02"));
        Calendar.AddWorkingDays(Day("2026-03-02"), 0).Runs.ShouldBeEmpty();

        var moved = Calendar.AddWorkingDays(Day("2026-05-02"), 0);
        moved.Date.ShouldBe(Day("2026-05-06"));
        moved.Days.ShouldAllBe(day => day.Count == 0);
    }

    [Theory]
    [InlineData("2026-05-01", "2026-05-06")]
    [InlineData("2026-05-09", "2026-05-09")]
    [InlineData("2026-03-07", "2026-03-09")]
    [InlineData("2026-03-09", "2026-03-09")]
    public void A_last_day_on_a_rest_day_moves_to_the_next_working_day(string day, string moved) =>
        Calendar.NextWorkingDay(Day(day)).ShouldBe(Day(moved));

    [Theory]
    [InlineData("2026-02-25", 1, "2026-02-24")]
    [InlineData("2026-02-24", 1, "2026-02-14")]
    [InlineData("2026-02-20", 1, "2026-02-14")]
    [InlineData("2026-02-20", 0, "2026-02-20")]
    public void A_reminder_day_is_counted_back_over_the_holidays(string day, int days, string earlier) =>
        Calendar.MinusWorkingDays(Day(day), days).ShouldBe(Day(earlier));

    [Fact]
    public void A_year_without_a_table_makes_the_deadline_provisional()
    {
        Calendar.IsPublished(2027).ShouldBeFalse();

        var deadline = Calendar.AddWorkingDays(Day("2026-12-30"), 3);
        deadline.Date.ShouldBe(Day("2027-01-04"));
        deadline.IsProvisional.ShouldBeTrue();
        deadline.Days.Select(day => day.Kind).ShouldBe([DayKind.Working, DayKind.Working, DayKind.Weekend, DayKind.Weekend, DayKind.Working]);

        Calendar.AddWorkingDays(Day("2027-03-01"), 0).IsProvisional.ShouldBeTrue();
        Calendar.AddWorkingDays(Day("2018-12-28"), 2).IsProvisional.ShouldBeTrue();
    }

    [Fact]
    public void A_term_inside_published_years_is_certain_even_when_the_event_was_before()
    {
        Calendar.AddWorkingDays(Day("2026-12-30"), 1).IsProvisional.ShouldBeFalse();
        Calendar.AddWorkingDays(Day("2024-12-31"), 1).IsProvisional.ShouldBeFalse();
        Calendar.AddWorkingDays(Day("2025-12-30"), 5).IsProvisional.ShouldBeFalse();
    }

    [Fact]
    public void Of_two_arrangements_for_one_day_the_later_years_holds()
    {
        var day = Day("2026-12-31");
        var calendar = new WorkingCalendar(
        [
            new HolidayTable(2027, [], [new HolidayDay("元旦", day, true)]),
            new HolidayTable(2026, [], [new HolidayDay("元旦", day, false)]),
        ]);

        calendar.IsWorkingDay(day).ShouldBeFalse();
        calendar.WorkingDaysBetween(Day("2026-12-30"), day).ShouldBe(0);
    }

    [Fact]
    public void A_negative_term_is_a_mistake()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Day("2026-03-02"), -1));
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.MinusWorkingDays(Day("2026-03-02"), -1));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static IEnumerable<DateOnly> DaysOf(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
}
