using Rectify.Core.Shared;

namespace Rectify.Web.Layout;

/// <summary>Texts of the frame around every page (<c>LayoutText.resx</c>).</summary>
public sealed class LayoutText;

/// <summary>One way through the site.</summary>
/// <param name="Key">The key of its words.</param>
/// <param name="Href">Where it leads; it is marked as current on every page below.</param>
/// <param name="Icon">The Bootstrap icon beside the words.</param>
/// <param name="Needs">Who sees it: people with this permission.</param>
/// <param name="Parts">The parts of a campaign's address, <c>/campaigns/…/ledger</c>, that belong here rather than to the campaigns.</param>
public sealed record NavigationItem(string Key, string Href, string Icon, Permission Needs, params IReadOnlyList<string> Parts);

/// <summary>The ways through the site, in the order of the work.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("Desk", "/", "inbox", Permission.OwnAccount),
        new("Campaigns", "/campaigns", "flag", Permission.ViewCampaign),
        new("ProblemLists", "/lists", "card-checklist", Permission.ViewProblems, "list", "lists", "returns", "assign"),
        new("Ledger", "/problems", "journal-text", Permission.ViewProblems, "ledger", "queue", "problems"),
        new("Notices", "/notices", "envelope-exclamation", Permission.ViewNotices, "notices"),
        new("Documents", "/documents", "file-earmark-text", Permission.ViewDocuments, "documents"),
        new("Referrals", "/escalations", "box-arrow-up-right", Permission.ViewCandidates),
        new("DisciplineDesk", "/discipline", "box-arrow-in-down", Permission.HandleReferral),
        new("Reports", "/reports", "bar-chart", Permission.ViewReports, "dashboard", "reports"),
        new("Administration", "/admin", "gear", Permission.Administer),
    ];

    public static IEnumerable<NavigationItem> For(Actor person) => Items.Where(item => person.May(item.Needs));

    /// <summary>Whether the page at this path lies below the item.</summary>
    public static bool IsCurrent(NavigationItem item, string path) =>
        path.Split('/') is [_, "campaigns", _, var part, ..] && Items.FirstOrDefault(other => other.Parts.Contains(part)) is { } home ? item == home
        : item.Href == "/" ? path == "/"
        : path == item.Href || path.StartsWith(item.Href + "/", StringComparison.Ordinal);
}
