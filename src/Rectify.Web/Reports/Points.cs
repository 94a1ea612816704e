using System.Globalization;
using Rectify.Core.Reports;

namespace Rectify.Web.Reports;

/// <summary>A change in percentage points, always with its sign.</summary>
public static class Points
{
    public static string Of(decimal? change, int decimals)
    {
        var digits = "0" + (decimals == 0 ? "" : "." + new string('0', decimals));
        return change?.ToString($"+{digits};-{digits};{digits}", CultureInfo.InvariantCulture) ?? Rate.None;
    }
}
