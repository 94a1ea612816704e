using System.Globalization;
using Microsoft.Extensions.Localization;
using Rectify.Core.Shared;

namespace Rectify.Web.Reports;

/// <summary>Says of figures counted just now that they are, and when: they bear no id, and tomorrow's may differ.</summary>
public static class LiveFigures
{
    public static string Line(IStringLocalizer<ReportsText> texts, Clock clock) => texts["LiveFigures", clock.Local(clock.Now).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)];
}
