using Microsoft.Extensions.Localization;
using Rectify.Core.Reports;
using Rectify.Web.Kit;

namespace Rectify.Web.Reports;

/// <summary>Lends a workbook the words of the person's language.</summary>
public static class ReportWording
{
    public static Wording From(IStringLocalizer texts) => new((key, values) => texts[key, values], Words.Of);
}
