namespace Rectify.Web.Escalations;

/// <summary>Texts of the referrals' pages (<c>EscalationsText.resx</c>).</summary>
public sealed class EscalationsText;
