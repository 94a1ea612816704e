using Rectify.Core.Shared;

namespace Rectify.Web.Layout;

/// <summary>Texts of the frame around every page (<c>LayoutText.resx</c>).</summary>
public sealed class LayoutText;

/// <summary>One way through the site.</summary>
/// <param name="Key">The key of its words.</param>
/// <param name="Href">Where it leads; it is marked as current on every page below.</param>
/// <param name="Icon">The Bootstrap icon beside the words.</param>
/// <param name="Needs">Who sees it: people with this permission.</param>
/// <param name="Parts">Parts of a campaign's address, <c>/campaigns/…/ledger</c>, that belong here rather than to the campaigns, and first parts of other addresses, <c>/imports/…</c>.</param>
public sealed record NavigationItem(string Key, string Href, string Icon, Permission Needs, params IReadOnlyList<string> Parts);

/// <summary>The ways through the site, in the order of the work.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("Desk", "/", "inbox", Permission.OwnAccount),
        new("Campaigns", "/campaigns", "flag", Permission.ViewCampaign, "bulletins"),
        new("ProblemLists", "/lists", "card-checklist", Permission.ViewProblems, "list", "lists", "returns", "assign", "imports"),
        new("Ledger", "/problems", "journal-text", Permission.ViewProblems, "ledger", "queue", "problems", "tables"),
        new("Notices", "/notices", "envelope-exclamation", Permission.ViewNotices, "notices"),
        new("Documents", "/documents", "file-earmark-text", Permission.ViewDocuments, "documents"),
        new("Referrals", "/escalations", "box-arrow-up-right", Permission.ViewCandidates),
        new("DisciplineDesk", "/discipline", "box-arrow-in-down", Permission.HandleReferral),
        new("Reports", "/reports", "bar-chart", Permission.ViewReports, "dashboard", "reports", "snapshots"),
        new("Administration", "/admin", "gear", Permission.Administer),
    ];

    public static IEnumerable<NavigationItem> For(Actor person) => Items.Where(item => person.May(item.Needs));

    /// <summary>Whether the page at this path lies below the item.</summary>
    public static bool IsCurrent(NavigationItem item, string path) => item == (Items.FirstOrDefault(home => home.Parts.Contains(Part(path))) ?? Items.FirstOrDefault(home => IsBelow(home, path)));

    /// <summary>The part of an address that says where it belongs: <c>ledger</c> of <c>/campaigns/…/ledger</c>, <c>imports</c> of <c>/imports/…</c>.</summary>
    private static string Part(string path) => path.Split('/') switch
    {
        [_, "campaigns", _, var part, ..] => part,
        [_, var part, ..] => part,
        _ => "",
    };

    private static bool IsBelow(NavigationItem item, string path) => path == item.Href || path.StartsWith(item.Href + "/", StringComparison.Ordinal);
}
