using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Web.Reports;

/// <summary>Makes an empty workbook while nobody waits: the first one after a start takes most of a second longer to begin than any later one.</summary>
internal sealed class FirstWorkbook : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => TableWorkbook.WriteAsync(
        new Table(TableKind.Ledger, "", "", default, AsyncEnumerable.Empty<TableRow>()), new Wording((key, _) => key, value => value.ToString()), Stream.Null, stoppingToken);
}
