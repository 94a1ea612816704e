using Rectify.Core.Reports;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Desk;

public sealed class DeskMonthTests
{
    [Theory]
    [InlineData("zh-CN", "2026年3月月报应于2026-03-31前报送，尚未报送。", "1 个单位未报")]
    [InlineData("en", "was due on", "units that have sent nothing: 1")]
    public async Task The_desk_reminds_the_unit_of_its_month_and_the_office_of_those_who_are_silent(string language, string owed, string silent)
    {
        await using var site = await WebCampaign.StartAsync();
        site.Campaign.Time.Set(2026, 4, 1);
        var march = new DateOnly(2026, 3, 1);
        var view = await site.Campaign.As(site.Campaign.Handler).Do(new GetMonthlyReport(site.Campaign.Id, null, march));
        var report = await site.Campaign.As(site.Campaign.Handler).Do(new WriteMonthlyReport(site.Campaign.Id, march, 0, view.Ledger, "", MonthlyText.Empty with { Preparer = "承办甲" }));
        await site.Campaign.As(site.Campaign.Leader).Do(new SignMonthlyReport(report, 2));
        var month = $"/campaigns/{site.Campaign.Id}";

        var unit = await (await site.OfAsync(site.Campaign.OtherHandler, language)).OpenAsync("/");
        unit.Alerts.ShouldContain(owed);
        unit.Document.QuerySelectorAll($".notice a[href='{month}/monthly?month=2026-03']").ShouldHaveSingleItem();
        var office = await (await site.OfAsync(site.Campaign.Clerk, language)).OpenAsync("/");
        office.Alerts.ShouldContain(silent);
        office.Document.QuerySelectorAll($".notice a[href='{month}/reports/monthly']").ShouldHaveSingleItem();
        (await (await site.OfAsync(site.Campaign.Handler, language)).OpenAsync("/")).Document.QuerySelectorAll($".notice a[href='{month}/monthly?month=2026-03']").ShouldBeEmpty();
    }
}
