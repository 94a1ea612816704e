using Rectify.Web.Campaigns;
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
    [InlineData("/campaigns/7/tables/ledger/layout", "Ledger")]
    [InlineData("/problems/9", "Ledger")]
    [InlineData("/imports/9/mapping", "ProblemLists")]
    [InlineData("/campaigns/7/bulletins", "Campaigns")]
    [InlineData("/bulletins/9", "Campaigns")]
    [InlineData("/snapshots/9", "Reports")]
    [InlineData("/campaigns/7/reports/progress", "Reports")]
    [InlineData("/escalations/9", "Referrals")]
    [InlineData("/account/password", null)]
    public void Every_page_lies_below_one_way_through_the_site(string path, string? key) =>
        Navigation.Items.Where(item => Navigation.IsCurrent(item, path)).Select(item => item.Key).ShouldBe(key is null ? [] : [key]);

    [Theory]
    [InlineData("", "Overview")]
    [InlineData("/phases/edit", "Overview")]
    [InlineData("/ledger", "Ledger")]
    [InlineData("/ledger/offline", "Ledger")]
    [InlineData("/tables", "Ledger")]
    [InlineData("/tables/ledger/layout", "Ledger")]
    [InlineData("/reports/monthly", "Reports")]
    [InlineData("/monthly", "Monthly")]
    public void One_tab_of_a_campaign_is_marked_on_each_of_its_pages(string path, string key)
    {
        var campaign = Guid.Parse("01a0f11a-6eb9-7c6a-a0e1-f9ebab4b4a6e");

        CampaignSections.All.Where(section => CampaignSections.IsCurrent(section, campaign, $"/campaigns/{campaign}{path}")).Select(section => section.Key).ShouldBe([key]);
    }
}
