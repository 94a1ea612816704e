namespace Rectify.Web.Campaigns;

/// <summary>Texts of the campaign pages (<c>CampaignsText.resx</c>).</summary>
public sealed class CampaignsText;
