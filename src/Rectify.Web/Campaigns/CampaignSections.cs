using Rectify.Core.Campaigns;
using Rectify.Core.Shared;

namespace Rectify.Web.Campaigns;

/// <summary>One part of a campaign with an address of its own.</summary>
/// <param name="Key">The key of its words.</param>
/// <param name="Path">What follows the campaign's address; empty for the campaign itself.</param>
/// <param name="Needs">Who sees it: people with this permission.</param>
/// <param name="Also">Another path whose pages belong to it.</param>
public sealed record CampaignSection(string Key, string Path, Permission Needs, string? Also = null)
{
    public string Href(Guid campaign) => $"/campaigns/{campaign}{Path}";
}

/// <summary>The parts of a campaign, in the order of the work.</summary>
public static class CampaignSections
{
    private static readonly CampaignSection Overview = new("Overview", "", Permission.ViewCampaign);
    private static readonly CampaignSection List = new("List", "/list", Permission.EnterProblems);
    private static readonly CampaignSection Returns = new("Returns", "/returns", Permission.ViewReports);
    private static readonly CampaignSection Ledger = new("Ledger", "/ledger", Permission.ViewProblems, Also: "/tables");
    private static readonly CampaignSection Notices = new("Notices", "/notices", Permission.ViewNotices);
    private static readonly CampaignSection Documents = new("Documents", "/documents", Permission.ViewDocuments);
    private static readonly CampaignSection Dashboard = new("Dashboard", "/dashboard", Permission.ViewReports);
    private static readonly CampaignSection Reports = new("Reports", "/reports", Permission.ViewReports);
    private static readonly CampaignSection Monthly = new("Monthly", "/monthly", Permission.ReportMonthly);
    private static readonly CampaignSection Bulletins = new("Bulletins", "/bulletins", Permission.ViewProblems);
    private static readonly CampaignSection Policy = new("Policy", "/policy", Permission.ViewCampaign);

    public static readonly IReadOnlyList<CampaignSection> All = [Overview, List, Monthly, Returns, Ledger, Notices, Documents, Dashboard, Reports, Bulletins, Policy];

    public static IEnumerable<CampaignSection> For(Actor person) => All.Where(section => person.May(section.Needs));

    /// <summary>Whether a page at this path belongs to the section. What belongs to no other belongs to the overview.</summary>
    public static bool IsCurrent(CampaignSection section, Guid campaign, string path) => section == Overview
        ? !All.Any(other => other != Overview && IsCurrent(other, campaign, path))
        : new[] { section.Path, section.Also }.OfType<string>().Select(own => $"/campaigns/{campaign}{own}")
            .Any(own => path.Equals(own, StringComparison.OrdinalIgnoreCase) || path.StartsWith(own + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The campaign the plain addresses mean: the latest that runs; else the latest that has ended; else any.</summary>
    /// <param name="all">As the list of campaigns gives them: running ones first, the latest first.</param>
    public static CampaignRow? Usual(IReadOnlyList<CampaignRow> all) =>
        all.OrderBy(row => row.State switch { CampaignState.Open => 0, CampaignState.Finished => 1, _ => 2 }).FirstOrDefault();
}
