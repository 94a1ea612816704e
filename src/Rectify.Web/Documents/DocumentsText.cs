namespace Rectify.Web.Documents;

/// <summary>Texts of the pages about official documents (<c>DocumentsText.resx</c>).</summary>
public sealed class DocumentsText;
