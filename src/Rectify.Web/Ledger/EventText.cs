namespace Rectify.Web.Ledger;

/// <summary>One phrase per kind of ledger entry (<c>EventText.resx</c>, key = the fact's name).</summary>
public sealed class EventText;
