using Rectify.Core.Calendar;
using Rectify.Core.Shared;
using Rectify.Web.Calendar;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Calendar;

public sealed class HolidaysPageTests
{
    private const string Good = """{ "year": 2027, "papers": ["notice"], "days": [{ "name": "元旦", "date": "2027-01-01", "isOffDay": true }] }""";

    [Fact]
    public async Task A_year_is_imported_from_pasted_text_and_then_listed()
    {
        await using var web = TestWeb.Start();
        web.Time.Set(2026, 11, 22);
        var administrator = await AdministratorAsync(web, "zh-CN");
        var page = await administrator.OpenAsync("/holidays");
        page.Alerts.ShouldContain("2027");

        (await page.SubmitAsync("holidays", ("Input.Json", Good))).Location.ShouldBe("/admin/holidays");

        var after = await administrator.OpenAsync("/admin/holidays");
        after.Alerts.ShouldNotContain("尚无 2027");
        after.Document.QuerySelectorAll(".card h2").Select(title => title.TextContent).ShouldContain("2027");
    }

    [Theory]
    [InlineData("", "此项必填。")]
    [InlineData("{ \"year\": ", "不是有效的 JSON：第 1 行")]
    [InlineData("[]", "$：应为花括号内的对象。")]
    [InlineData("""{ "year": 2027, "days": [{ "name": "元旦", "date": "2027/1/1", "isOffDay": true }] }""", "days[0].date：“2027/1/1”不是形如 2026-10-01 的日期。")]
    [InlineData("""{ "year": 2027, "days": [{ "name": "元旦", "date": "2027-01-01", "isOffDay": "yes" }] }""", "days[0].isOffDay：应为 true 或 false。")]
    [InlineData("""{ "year": 2027, "days": [] }""", "days：没有列出 2027 年的放假日。")]
    public async Task A_wrong_file_is_told_by_place_and_stays_to_be_mended(string json, string error)
    {
        await using var web = TestWeb.Start();
        var page = await (await AdministratorAsync(web, "zh-CN")).OpenAsync("/holidays");

        var answer = await page.SubmitAsync("holidays", ("Input.Json", json));

        answer.ErrorAt("Input.Json").ShouldNotBeNull().ShouldStartWith(error);
        answer.Document.QuerySelector("textarea")!.TextContent.ShouldBe(json);
    }

    [Fact]
    public void Days_of_one_holiday_that_follow_one_another_are_told_as_one_span()
    {
        HolidayDay Day(string name, int month, int day, bool off) => new(name, new DateOnly(2026, month, day), off);

        var days = new[] { Day("元旦", 1, 2, true), Day("元旦", 1, 1, true), Day("元旦", 1, 4, false), Day("春节", 1, 3, true), Day("元旦", 1, 6, true) };

        HolidaySpan.Of(days, off: true).ShouldBe(
        [
            new HolidaySpan("元旦", new(2026, 1, 1), new(2026, 1, 2)), new HolidaySpan("春节", new(2026, 1, 3), new(2026, 1, 3)), new HolidaySpan("元旦", new(2026, 1, 6), new(2026, 1, 6)),
        ]);
        HolidaySpan.Of(days, off: false).ShouldHaveSingleItem().From.ShouldBe(new DateOnly(2026, 1, 4));
    }

    private static async Task<Browser> AdministratorAsync(TestWeb web, string language)
    {
        await web.AddPersonAsync("guan.li", Role.Administrator, await web.AddUnitAsync("办公室"));
        return await web.SignInAsync("guan.li", language);
    }
}
