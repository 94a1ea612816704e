using BenchmarkDotNet.Attributes;
using Rectify.Benchmarks.Harness;
using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Tests.Harness;

namespace Rectify.Benchmarks.Reports;

/// <summary>
/// The ledger of 100,000 problems in its 25 columns as a workbook: from the database, the same rows ready in memory, and beside them the bare writer
/// with fixed strings in as many cells. What is allocated is mostly gone at once: the process must stay within 100 MB of where it stood.
/// </summary>
[MemoryDiagnoser]
[IterationCount(3)]
[WarmupCount(1)]
public class TableBenchmarks
{
    private const int MostMegaBytes = 100;

    private Stock _stock = null!;
    private PeakMemory _memory = null!;
    private Wording _wording = null!;
    private TableRow _row = null!;
    private object[] _cells = [];

    [GlobalSetup]
    public async Task Prepare()
    {
        _stock = await Stock.SharedAsync();
        _wording = new Wording((key, _) => key, value => value.ToString());
        var table = await TableAsync();
        await foreach (var row in table.Rows)
        {
            _row = row;
            break;
        }

        _cells = [.. table.Columns.Select((column, index) => index is 0 or 1 or 18 or 22 ? (object)7 : index is 6 or 9 or 10 or 14 ? "自助终端两台停用半年，未张贴替代办理指引" : column.ToString())];
        _memory = new PeakMemory();
    }

    [GlobalCleanup(Target = nameof(FromDatabase))]
    public void Bound() => _memory.MustStayBelow(MostMegaBytes);

    [Benchmark(Baseline = true)]
    public void BareWriter() => BareWorkbookFile.Write(Stream.Null, new Repeated(_cells, Stock.Problems));

    [Benchmark]
    public Task RowsReady() => TableWorkbook.WriteAsync(new Table(TableKind.Ledger, "", "", default, Ready()), _wording, Stream.Null);

    [Benchmark]
    public async Task FromDatabase() => await TableWorkbook.WriteAsync(await TableAsync(), _wording, Stream.Null);

    private Task<Table> TableAsync() => _stock.Campaign.As(_stock.Campaign.Clerk).Do(new GetTable(_stock.Campaign.Id, TableKind.Ledger, LedgerFilter.None));

    private async IAsyncEnumerable<TableRow> Ready()
    {
        await Task.CompletedTask;
        for (var count = 0; count < Stock.Problems; count++)
        {
            yield return _row;
        }
    }

    /// <summary>The same row so many times, held once.</summary>
    private sealed class Repeated(object[] row, int count) : IReadOnlyList<object[]>
    {
        public int Count => count;

        public object[] this[int index] => row;

        public IEnumerator<object[]> GetEnumerator() => Enumerable.Repeat(row, count).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
