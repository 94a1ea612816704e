namespace Rectify.Web.Kit;

/// <summary>One tab: a link to an address of its own.</summary>
/// <param name="Title">The tab's words.</param>
/// <param name="Href">Its address.</param>
/// <param name="Active">Whether it is the one shown.</param>
/// <param name="Count">A number beside the title, e.g. of items waiting.</param>
public sealed record Tab(string Title, string Href, bool Active, int? Count = null);
