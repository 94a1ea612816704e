using Rectify.Core.Reports;

namespace Rectify.Web.Reports;

/// <summary>Where the prescribed tables lie.</summary>
public static class TableAddress
{
    /// <summary>The name of each table in an address.</summary>
    public static IReadOnlyDictionary<TableKind, string> Files { get; } = new Dictionary<TableKind, string>
    {
        [TableKind.Ledger] = "ledger",
        [TableKind.ProblemList] = "problem-list",
        [TableKind.TaskList] = "task-list",
        [TableKind.ResponsibilityList] = "responsibility-list",
        [TableKind.PublicTable] = "public-table",
        [TableKind.Progress] = "progress",
        [TableKind.MonthlySheet] = "monthly-report",
        [TableKind.CloseOutForm] = "close-out-form",
    };

    /// <summary>Of a table that tells of a whole campaign; a monthly report lies with its figures, a close-out sheet with its problem.</summary>
    public static string Workbook(Guid campaignId, TableKind kind, QueryString filter = default) => $"/campaigns/{campaignId}/reports/{Files[kind]}.xlsx{filter}";

    public static string Layout(Guid campaignId, TableKind kind) => $"/campaigns/{campaignId}/tables/{Files[kind]}/layout";

    /// <summary>The table of that name, or null when there is none.</summary>
    public static TableKind? Kind(string file) => Files.Any(named => named.Value == file) ? Files.First(named => named.Value == file).Key : null;
}
