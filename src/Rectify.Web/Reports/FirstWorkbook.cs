using Rectify.Core.Reports.Workbooks;

namespace Rectify.Web.Reports;

/// <summary>Makes the first table of a start while nobody waits for one.</summary>
internal sealed class FirstWorkbook(FirstTable table) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => table.MakeAsync(stoppingToken);
}
