using System.Globalization;

namespace Rectify.Core.Reports;

/// <summary>A date as every table and figure writes it, whatever the language: 2026-11-22.</summary>
internal static class IsoDate
{
    public static string Iso(this DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
