using System.Globalization;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;

namespace Rectify.Web.Problems;

/// <summary>
/// The ledger's filter as it stands in the address, for the page and for the export of what it shows.
/// A value nobody could have chosen is no filter.
/// </summary>
public static class LedgerAddress
{
    public static LedgerFilter Filter(IQueryCollection query) => new(
        Id(query["unit"]),
        Id(query["category"]),
        Value<PhaseKind>(query["phase"]),
        Value<ProblemState>(query["state"]),
        Value<Stage>(query["stage"]),
        Value<WarningColour>(query["warning"]),
        query["overdue"] == "true",
        Value<ProblemKind>(query["kind"]),
        Value<Severity>(query["severity"]),
        Value<ProblemSource>(query["source"]),
        query["person"],
        query["text"],
        Date(query["foundFrom"]),
        Date(query["foundTo"]),
        Date(query["dueFrom"]),
        Date(query["dueTo"]),
        Date(query["closedFrom"]),
        Date(query["closedTo"]));

    public static LedgerOrder Order(IQueryCollection query) => Value<LedgerOrder>(query["order"]) ?? LedgerOrder.Number;

    public static bool Descending(IQueryCollection query) => query["desc"] == "true";

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static T? Value<T>(string? text) where T : struct, Enum =>
        text is { Length: > 0 } && !char.IsDigit(text[0]) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private static DateOnly? Date(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
