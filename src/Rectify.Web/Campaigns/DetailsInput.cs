using Rectify.Core.Campaigns;

namespace Rectify.Web.Campaigns;

/// <summary>What the fields of a campaign's document post.</summary>
public sealed class DetailsInput
{
    public string? Title { get; set; }

    public string? DocumentNumber { get; set; }

    public string? Issuer { get; set; }

    public string? LeadBody { get; set; }

    public string? Office { get; set; }

    public string? Scope { get; set; }

    public string? Requirements { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public static DetailsInput Of(CampaignDetails details) => new()
    {
        Title = details.Title, DocumentNumber = details.DocumentNumber, Issuer = details.Issuer, LeadBody = details.LeadBody, Office = details.Office,
        Scope = details.Scope, Requirements = details.Requirements, IssuedOn = details.IssuedOn,
    };

    /// <summary>What a new campaign's document usually shares with the earlier one: all but its title, number and date.</summary>
    public static DetailsInput After(CampaignDetails earlier)
    {
        var input = Of(earlier);
        (input.Title, input.DocumentNumber, input.IssuedOn) = (null, null, null);
        return input;
    }

    public CampaignDetails Details() => new(
        Trimmed(Title), Trimmed(DocumentNumber), Trimmed(Issuer), Trimmed(LeadBody), Trimmed(Office), Trimmed(Scope), Trimmed(Requirements), IssuedOn ?? default);

    private static string Trimmed(string? text) => text?.Trim() ?? "";
}
