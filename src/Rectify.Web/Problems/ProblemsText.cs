namespace Rectify.Web.Problems;

/// <summary>Texts of the problem's pages (<c>ProblemsText.resx</c>).</summary>
public sealed class ProblemsText;
