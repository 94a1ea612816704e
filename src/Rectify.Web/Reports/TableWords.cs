using Microsoft.Extensions.Localization;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Web.Reports;

/// <summary>The words of the prescribed tables, as their workbooks have them.</summary>
public sealed class TableWords(IStringLocalizer<ReportsText> texts, IStringLocalizer<FiguresText> figures)
{
    /// <summary>What a column is called where it stands alone: with the words of its group, if it has one.</summary>
    public string Head(TableKind kind, TableColumn column)
    {
        var head = TableWorkbook.Head(kind, column, ReportWording.From(Of(kind)));
        return TableWorkbook.Group(column) is { } group ? texts["GroupedColumn", texts[group], head] : head;
    }

    /// <summary>The prescribed title, with the mark that stands for the campaign.</summary>
    public string Title(TableKind kind) => Of(kind)[$"{kind}Title", TableForm.CampaignMark];

    private IStringLocalizer Of(TableKind kind) => kind == TableKind.MonthlySheet ? figures : texts;
}
