namespace Rectify.Web.Reports;

/// <summary>Texts of monthly reports, bulletins, the leader's sheet and frozen figures (<c>FiguresText.resx</c>).</summary>
public sealed class FiguresText;
