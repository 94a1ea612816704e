using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Rectify.Benchmarks.Harness;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Benchmarks.Reports;

/// <summary>The progress report over 100,000 problems: its figures beside the bare SQL, and the finished workbook beside a bare writer of as many cells.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ProgressBenchmarks
{
    private const int OverdueRows = 1000;
    private static readonly Wording Keys = new((key, _) => key, value => value.ToString());

    private Stock _stock = null!;
    private SqliteConnection _bare = null!;
    private int _asked;

    [GlobalSetup]
    public async Task Prepare()
    {
        _stock = await Stock.SharedAsync();
        _bare = BareSql.Open(_stock.File);
        var progress = await GetProgress();
        var counted = BareFigures().Sum(row => Convert.ToInt64(row[4], null));
        if (progress.Total.Figures.Total != counted)
        {
            throw new InvalidOperationException($"The report counts {progress.Total.Figures.Total}, the bare SQL {counted}");
        }
    }

    [GlobalCleanup]
    public void Close() => _bare.Dispose();

    /// <summary>A day to come counts like today, and is no question asked before: figures are kept.</summary>
    [Benchmark, BenchmarkCategory("figures")]
    public Task<Progress> GetProgress() => _stock.Campaign.As(_stock.Campaign.Official).Do(new GetProgress(_stock.Campaign.Id, _stock.Campaign.Today.AddDays(++_asked)));

    [Benchmark, BenchmarkCategory("figures")]
    public Task<Progress> GetProgressAgain() => _stock.Campaign.As(_stock.Campaign.Official).Do(new GetProgress(_stock.Campaign.Id));

    [Benchmark(Baseline = true), BenchmarkCategory("figures")]
    public List<object[]> BareFigures() => Rows(
        """
        SELECT UnitId, State, CategoryId, Kind, COUNT(*), COUNT(*) FILTER (WHERE CompletedOn <= $today), COUNT(*) FILTER (WHERE VerifiedOn <= $today),
            COUNT(*) FILTER (WHERE ClosedOn <= $today), COUNT(*) FILTER (WHERE DueDate < $today AND (CompletedOn IS NULL OR CompletedOn > $today)),
            COUNT(*) FILTER (WHERE DueDate <= $today), COUNT(*) FILTER (WHERE DueDate <= $today AND CompletedOn <= DueDate),
            COUNT(*) FILTER (WHERE RegisteredOn <= $before), COUNT(*) FILTER (WHERE ClosedOn <= $before)
        FROM Problem WHERE CampaignId = $campaign AND RegisteredOn <= $today GROUP BY UnitId, State, CategoryId, Kind
        """);

    [Benchmark, BenchmarkCategory("workbook")]
    public async Task<long> Workbook()
    {
        var progress = await GetProgress();
        var overdue = await _stock.Campaign.As(_stock.Campaign.Official).Do(new ListWorstOverdue(_stock.Campaign.Id, OverdueRows));
        using var file = new MemoryStream();
        ProgressWorkbook.Write(progress, overdue, "", TableForm.Of(TableKind.Progress).Columns, "", Keys, file);
        return file.Length;
    }

    [Benchmark(Baseline = true), BenchmarkCategory("workbook")]
    public long BareWorkbook()
    {
        var units = BareFigures().GroupBy(row => row[0]).Select(group => Enumerable.Repeat(group.Key, 25).ToArray()).ToList();
        var overdue = Rows(
            $"""
            SELECT p.Number, u.Name, p.CategoryId, p.Description, p.Place, p.Severity, p.State, p.OriginalDueDate, p.DueDate, p.ResponsibleLeader, p.ResponsiblePerson, p.NoticeCount
            FROM Problem p JOIN Unit u ON u.Id = p.UnitId
            WHERE p.CampaignId = $campaign AND p.DueDate < $today AND p.RegisteredOn <= $today AND p.State BETWEEN 20 AND 80 AND (p.CompletedOn IS NULL OR p.CompletedOn > $today)
            ORDER BY p.DueDate, p.Number LIMIT {OverdueRows}
            """);
        using var file = new MemoryStream();
        BareWorkbookFile.Write(file, units, [units[0]], overdue);
        return file.Length;
    }

    private List<object[]> Rows(string sql)
    {
        var today = _stock.Campaign.Today;
        using var command = _bare.Command(
            sql,
            ("$campaign", _stock.Campaign.Id.ToString().ToUpperInvariant()),
            ("$today", today),
            ("$before", new DateOnly(today.Year, today.Month, 1).AddDays(-1)));
        using var reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
