namespace Rectify.Web.Access;

/// <summary>Texts of signing in and out (<c>AccessText.resx</c>).</summary>
public sealed class AccessText;
