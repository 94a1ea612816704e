namespace Rectify.Web.Kit;

/// <summary>One line or one set of bars.</summary>
/// <param name="Name">Its words in the legend.</param>
/// <param name="Values">One value per label; null where there is none.</param>
/// <param name="Colour">As <c>#rrggbb</c>, where the colour means something; otherwise the chart gives one.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values, string? Colour = null);

/// <summary>How a chart draws its table.</summary>
public enum ChartKind
{
    Bar,
    HorizontalBar,
    Line,
    Doughnut,
}
