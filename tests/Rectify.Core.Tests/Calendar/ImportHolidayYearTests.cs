using Rectify.Core.Calendar;
using Rectify.Core.Ledger;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Calendar;

public sealed class ImportHolidayYearTests
{
    private const string Year2027 = """{"year":2027,"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}""";
    private const string Corrected2027 = """{"year":2027,"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true},{"name":"元旦","date":"2027-01-04","isOffDay":true}]}""";

    [Fact]
    public async Task An_imported_year_counts_at_once_and_after_a_restart()
    {
        await using var rectify = await TestRectify.StartAsync();
        var administrator = await PersonAsync(rectify, Role.Administrator);
        Current(rectify).AddWorkingDays(new DateOnly(2026, 12, 31), 1).IsProvisional.ShouldBeTrue();

        (await rectify.As(administrator).Do(new ImportHolidayYear(Ids.New(), Year2027))).ShouldBe(2027);

        foreach (var calendar in new[] { Current(rectify), new Calendars(rectify.Database).Current })
        {
            var deadline = calendar.AddWorkingDays(new DateOnly(2026, 12, 31), 1);
            deadline.Date.ShouldBe(new DateOnly(2027, 1, 4));
            deadline.IsProvisional.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_corrected_table_replaces_the_earlier_one_and_the_ledger_keeps_both()
    {
        await using var rectify = await TestRectify.StartAsync();
        var administrator = rectify.As(await PersonAsync(rectify, Role.Administrator));
        var id = Ids.New();
        await administrator.Do(new ImportHolidayYear(id, Year2027));
        await administrator.Do(new ImportHolidayYear(id, Year2027));
        await administrator.Do(new ImportHolidayYear(Ids.New(), Corrected2027));

        Current(rectify).IsWorkingDay(new DateOnly(2027, 1, 4)).ShouldBeFalse();
        var entries = await rectify.EntriesOfAsync(id);
        entries.Select(entry => entry.Event).ShouldBe([nameof(HolidayYearImported), nameof(HolidayYearReplaced)]);
        var folded = Fold.Of<HolidayYear>(entries);
        var kept = await rectify.FindAsync<HolidayYear>(id);
        (folded.Year, folded.Version).ShouldBe((kept.Year, kept.Version));
        folded.Days.ShouldBe(kept.Days);
    }

    [Fact]
    public async Task An_imported_year_takes_the_place_of_the_built_in_one()
    {
        await using var rectify = await TestRectify.StartAsync();
        var administrator = rectify.As(await PersonAsync(rectify, Role.Administrator));
        var day = new DateOnly(2026, 6, 19);
        Current(rectify).IsWorkingDay(day).ShouldBeFalse();

        await administrator.Do(new ImportHolidayYear(Ids.New(), """{"year":2026,"days":[{"name":"元旦","date":"2026-01-01","isOffDay":true}]}"""));

        Current(rectify).IsWorkingDay(day).ShouldBeTrue();
        var years = await administrator.Do(new ListHolidayYears());
        years.Select(year => (year.Year, year.IsImported, year.WorkingDays)).ShouldBe([(2026, true, 260), (2025, false, 248), (2018, false, 250)]);
    }

    [Fact]
    public async Task A_bad_file_changes_nothing()
    {
        await using var rectify = await TestRectify.StartAsync();
        var administrator = rectify.As(await PersonAsync(rectify, Role.Administrator));

        var result = await administrator.Send(new ImportHolidayYear(Ids.New(), """{"year":2027,"days":[{"name":"元旦","date":"2027-13-01","isOffDay":true}]}"""));

        result.Failure.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem().Values[0].ShouldBe("days[0].date");
        Current(rectify).IsPublished(2027).ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_file_is_an_error_at_its_field()
    {
        await using var rectify = await TestRectify.StartAsync();
        var administrator = rectify.As(await PersonAsync(rectify, Role.Administrator));

        (await administrator.Send(new ImportHolidayYear(Ids.New(), " "))).ShouldBeInvalid("Json", "Required");
    }

    [Theory]
    [InlineData(Role.OfficeLeader)]
    [InlineData(Role.Official)]
    public async Task Only_an_administrator_may_import(Role role)
    {
        await using var rectify = await TestRectify.StartAsync();
        var person = await PersonAsync(rectify, role);

        (await rectify.As(person).Send(new ImportHolidayYear(Ids.New(), Year2027))).ShouldBeNotAllowed();
    }

    private static WorkingCalendar Current(TestRectify rectify) => ((Calendars)rectify.Services.GetService(typeof(Calendars))!).Current;

    private static async Task<Person> PersonAsync(TestRectify rectify, Role role) =>
        await rectify.AddPersonAsync("罗衡", role, await rectify.AddUnitAsync("市行政审批局"));
}
