namespace Rectify.Web.Organisations;

/// <summary>Texts of the pages about units and people (<c>OrganisationsText.resx</c>).</summary>
public sealed class OrganisationsText;
