using Rectify.Core.Problems;

namespace Rectify.Web.Campaigns;

/// <summary>Addresses of parts of a campaign's ledger; the filter lives in the address.</summary>
internal static class LedgerLinks
{
    public static string All(Guid campaign) => $"/campaigns/{campaign}/ledger";

    public static string Of(Guid campaign, Stage stage) => $"{All(campaign)}?stage={stage}";

    public static string Of(Guid campaign, WarningColour warning) => $"{All(campaign)}?warning={warning}";

    public static string OfUnit(Guid campaign, Guid unit) => $"{All(campaign)}?unit={unit}";
}
