using Microsoft.Extensions.Localization;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Web.Reports;

/// <summary>The words of the prescribed tables, as their workbooks have them.</summary>
public static class TableWords
{
    public static string Head(TableKind kind, TableColumn column, IStringLocalizer<ReportsText> texts) => TableWorkbook.Head(kind, column, ReportWording.From(texts));
}
