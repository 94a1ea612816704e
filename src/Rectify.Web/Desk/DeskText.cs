namespace Rectify.Web.Desk;

/// <summary>Texts of the desk (<c>DeskText.resx</c>).</summary>
public sealed class DeskText;
