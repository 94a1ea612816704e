using Rectify.Core.Calendar;

namespace Rectify.Core.Tests.Calendar;

public sealed class HolidayFileTests
{
    [Fact]
    public void A_year_in_the_common_shape_is_read()
    {
        var (table, errors) = HolidayFile.Read("""
            {"$schema":"x","year":2027,"papers":["https://example.org/notice"],
             "days":[{"name":"元旦","date":"2026-12-31","isOffDay":true},{"name":"元旦","date":"2027-01-01","isOffDay":true},{"name":"元旦","date":"2027-01-09","isOffDay":false}]}
            """);

        errors.ShouldBeEmpty();
        table.ShouldNotBeNull();
        table.Year.ShouldBe(2027);
        table.Papers.ShouldBe(["https://example.org/notice"]);
        table.Days.ShouldBe(
        [
            new HolidayDay("元旦", new DateOnly(2026, 12, 31), true),
            new HolidayDay("元旦", new DateOnly(2027, 1, 1), true),
            new HolidayDay("元旦", new DateOnly(2027, 1, 9), false),
        ]);
    }

    [Fact]
    public void The_built_in_tables_are_of_the_years_that_were_published() =>
        HolidayTable.BuiltIn.Select(table => table.Year).ShouldBe([2018, 2025, 2026]);

    [Theory]
    [InlineData("""{"year":2027,"days":[""", "HolidayFileNotJson", 1L)]
    [InlineData("""[]""", "HolidayFileNotObject", "$")]
    [InlineData("""{"days":[]}""", "HolidayYearWrong", "year")]
    [InlineData("""{"year":"2027","days":[]}""", "HolidayYearWrong", "year")]
    [InlineData("""{"year":1027,"days":[]}""", "HolidayYearWrong", "year")]
    [InlineData("""{"year":2027}""", "HolidayFileNotList", "days")]
    [InlineData("""{"year":2027,"days":[]}""", "HolidayYearWithoutDayOff", "days")]
    [InlineData("""{"year":2027,"papers":"x","days":[{"name":"a","date":"2027-01-01","isOffDay":true}]}""", "HolidayFileNotList", "papers")]
    [InlineData("""{"year":2027,"papers":["x",3],"days":[{"name":"a","date":"2027-01-01","isOffDay":true}]}""", "HolidayTextMissing", "papers[1]")]
    [InlineData("""{"year":2027,"days":["x"]}""", "HolidayFileNotObject", "days[0]")]
    [InlineData("""{"year":2027,"days":[{"date":"2027-01-01","isOffDay":true}]}""", "HolidayTextMissing", "days[0].name")]
    [InlineData("""{"year":2027,"days":[{"name":"a","isOffDay":true}]}""", "HolidayDateWrong", "days[0].date")]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"2027-02-30","isOffDay":true}]}""", "HolidayDateWrong", "days[0].date")]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"2027/01/01","isOffDay":true}]}""", "HolidayDateWrong", "days[0].date")]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"2026-11-30","isOffDay":true}]}""", "HolidayDateOutsideYear", "days[0].date")]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"2027-01-01","isOffDay":"yes"}]}""", "HolidayFlagWrong", "days[0].isOffDay")]
    [InlineData("""{"year":2027,"days":[{"name":"a","date":"2027-01-01","isOffDay":true},{"name":"b","date":"2027-01-01","isOffDay":false}]}""", "HolidayDateTwice", "days[1].date")]
    public void A_bad_file_is_refused_with_the_place_of_the_error(string json, string code, object place)
    {
        var (table, errors) = HolidayFile.Read(json);

        table.ShouldBeNull();
        var error = errors.ShouldHaveSingleItem();
        error.Field.ShouldBe("Json");
        error.Code.ShouldBe(code);
        error.Values[0].ShouldBe(place);
    }

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var (_, errors) = HolidayFile.Read("""{"year":2027,"days":[{"name":"","date":"x","isOffDay":true},{"name":"b","date":"2027-01-01","isOffDay":1}]}""");

        errors.Select(error => error.Values[0]).ShouldBe(["days[0].name", "days[0].date", "days[1].isOffDay"]);
    }

    [Fact]
    public void A_table_without_a_day_off_in_its_own_year_is_refused()
    {
        var (table, errors) = HolidayFile.Read("""{"year":2027,"days":[{"name":"元旦","date":"2026-12-31","isOffDay":true}]}""");

        table.ShouldBeNull();
        errors.ShouldHaveSingleItem().Code.ShouldBe("HolidayYearWithoutDayOff");
    }
}
