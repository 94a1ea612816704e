using Rectify.Web.Layout;

namespace Rectify.Web.Tests.Layout;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("/", "Desk")]
    [InlineData("/campaigns", "Campaigns")]
    [InlineData("/campaigns/7", "Campaigns")]
    [InlineData("/campaigns/7/policy", "Campaigns")]
    [InlineData("/campaigns/7/list/entries/9", "ProblemLists")]
    [InlineData("/campaigns/7/returns", "ProblemLists")]
    [InlineData("/campaigns/7/ledger", "Ledger")]
    [InlineData("/problems/9", "Ledger")]
    [InlineData("/campaigns/7/reports/progress", "Reports")]
    [InlineData("/escalations/9", "Referrals")]
    [InlineData("/account/password", null)]
    public void Every_page_lies_below_one_way_through_the_site(string path, string? key) =>
        Navigation.Items.Where(item => Navigation.IsCurrent(item, path)).Select(item => item.Key).ShouldBe(key is null ? [] : [key]);
}
