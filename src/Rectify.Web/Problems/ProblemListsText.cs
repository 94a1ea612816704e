namespace Rectify.Web.Problems;

/// <summary>Texts of the pages about lists, entries, returns and assigning (<c>ProblemListsText.resx</c>).</summary>
public sealed class ProblemListsText;
