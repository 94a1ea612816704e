namespace Rectify.Web.Templates;

/// <summary>Texts of the page where the office edits what drafts start from (<c>TemplatesText.resx</c>).</summary>
public sealed class TemplatesText;
