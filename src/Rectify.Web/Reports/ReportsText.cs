namespace Rectify.Web.Reports;

/// <summary>Texts of dashboards, reports and workbooks (<c>ReportsText.resx</c>).</summary>
public sealed class ReportsText;
