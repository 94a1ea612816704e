using FsCheck;
using FsCheck.Fluent;
using Rectify.Core.Calendar;

namespace Rectify.Core.Tests.Calendar;

public sealed class WorkingCalendarProperties
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(2000);

    /// <summary>From before the first built-in table to after the last, so that unpublished years take part.</summary>
    private static readonly Arbitrary<DateOnly> Dates = Gen.Choose(0, 12 * 366).Select(new DateOnly(2016, 1, 1).AddDays).ToArbitrary();

    private static readonly Arbitrary<int> Terms = Gen.Choose(0, 300).ToArbitrary();

    [Fact]
    public void Counting_a_term_back_gives_its_length() => Check.One(Runs, Prop.ForAll(Dates, Terms, (start, days) =>
    {
        var end = Calendar.AddWorkingDays(start, days).Date;
        return Calendar.WorkingDaysBetween(start, end) == (days == 0 && !Calendar.IsWorkingDay(start) ? 1 : days);
    }));

    [Fact]
    public void A_deadline_falls_on_a_working_day_and_no_earlier_day_has_the_count() => Check.One(Runs, Prop.ForAll(Dates, Terms, (start, days) =>
    {
        var end = Calendar.AddWorkingDays(start, days).Date;
        return Calendar.IsWorkingDay(end) && (days == 0 || Calendar.WorkingDaysBetween(start, end.AddDays(-1)) == days - 1);
    }));

    [Fact]
    public void Going_back_undoes_going_forward_from_a_working_day() => Check.One(Runs, Prop.ForAll(Dates, Terms, (start, days) =>
    {
        var working = Calendar.NextWorkingDay(start);
        return Calendar.MinusWorkingDays(Calendar.AddWorkingDays(working, days).Date, days) == working;
    }));

    [Fact]
    public void The_count_between_two_days_is_the_number_of_working_days_met_on_the_way() => Check.One(Runs, Prop.ForAll(Dates, Dates, (from, to) =>
    {
        var (early, late) = from <= to ? (from, to) : (to, from);
        var met = Enumerable.Range(1, late.DayNumber - early.DayNumber).Count(i => Calendar.IsWorkingDay(early.AddDays(i)));
        return Calendar.WorkingDaysBetween(early, late) == met && Calendar.WorkingDaysBetween(late, early) == -met;
    }));

    [Fact]
    public void Counts_add_up_over_any_day_between() => Check.One(Runs, Prop.ForAll(Dates, Dates, Dates, (a, b, c) =>
        Calendar.WorkingDaysBetween(a, b) + Calendar.WorkingDaysBetween(b, c) == Calendar.WorkingDaysBetween(a, c)));

    [Fact]
    public void The_explanation_lists_every_day_once_and_counts_exactly_the_working_ones() => Check.One(Runs, Prop.ForAll(Dates, Terms, (start, days) =>
    {
        var deadline = Calendar.AddWorkingDays(start, days);
        var inOrder = deadline.Days.Select((day, i) => day.Date == start.AddDays(i + 1)).All(holds => holds);
        var counted = days == 0 || deadline.Days.Count(day => day.IsCounted) == days;
        var runs = deadline.Runs;
        var covered = runs.Sum(run => run.To.DayNumber - run.From.DayNumber + 1) == deadline.Days.Count;
        var alternating = runs.Zip(runs.Skip(1)).All(pair => pair.First.IsCounted != pair.Second.IsCounted);
        return inOrder && counted && covered && alternating;
    }));

    [Fact]
    public void A_deadline_is_provisional_exactly_when_an_unpublished_year_takes_part() => Check.One(Runs, Prop.ForAll(Dates, Terms, (start, days) =>
    {
        var deadline = Calendar.AddWorkingDays(start, days);
        var first = deadline.Days.Count == 0 ? deadline.Date : deadline.Days[0].Date;
        var certain = Enumerable.Range(first.Year, deadline.Date.Year - first.Year + 1).All(Calendar.IsPublished);
        return deadline.IsProvisional == !certain;
    }));

    [Fact]
    public void The_next_working_day_is_the_first_one_not_before() => Check.One(Runs, Prop.ForAll(Dates, date =>
    {
        var next = Calendar.NextWorkingDay(date);
        return Calendar.IsWorkingDay(next) && next >= date && Calendar.WorkingDaysBetween(date.AddDays(-1), next) == 1;
    }));
}
