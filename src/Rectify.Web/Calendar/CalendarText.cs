namespace Rectify.Web.Calendar;

/// <summary>Texts of the page about holidays (<c>CalendarText.resx</c>).</summary>
public sealed class CalendarText;
