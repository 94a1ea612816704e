namespace Rectify.Web.Imports;

/// <summary>Texts of the import's pages and of the workbook that goes back to a sender (<c>ImportsText.resx</c>).</summary>
public sealed class ImportsText;
