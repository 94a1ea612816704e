using Microsoft.Extensions.Localization;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Web.Reports;

/// <summary>The words of the prescribed tables, as their workbooks have them.</summary>
public static class TableWords
{
    /// <summary>What a column is called where it stands alone: with the words of its group, if it has one.</summary>
    public static string Head(TableKind kind, TableColumn column, IStringLocalizer<ReportsText> texts)
    {
        var head = TableWorkbook.Head(kind, column, ReportWording.From(texts));
        return TableWorkbook.Group(column) is { } group ? texts["GroupedColumn", texts[group], head] : head;
    }
}
