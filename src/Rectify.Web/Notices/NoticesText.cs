namespace Rectify.Web.Notices;

/// <summary>Texts of the notices' pages (<c>NoticesText.resx</c>).</summary>
public sealed class NoticesText;
