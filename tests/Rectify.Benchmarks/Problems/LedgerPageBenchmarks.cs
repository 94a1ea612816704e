using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Rectify.Benchmarks.Harness;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Benchmarks.Problems;

/// <summary>One page of the ledger over 100,000 problems, with its count: the query through the whole pipeline beside the same two statements in bare SQL.</summary>
[MemoryDiagnoser]
public class LedgerPageBenchmarks
{
    private Stock _stock = null!;
    private SqliteConnection _bare = null!;
    private LedgerFilter _filter = null!;
    private string _where = "";
    private (string, object)[] _values = [];

    /// <summary>All; the overdue of one unit; a word in the description.</summary>
    [Params("all", "overdue of one unit", "text")]
    public string Filter { get; set; } = "all";

    [GlobalSetup]
    public async Task Prepare()
    {
        _stock = await Stock.SharedAsync();
        _bare = BareSql.Open(_stock.File);
        var campaign = ("$campaign", (object)Sql(_stock.Campaign.Id));
        const string registered = "CampaignId = $campaign AND Number IS NOT NULL";
        _values = [campaign, ("$unit", Sql(_stock.Campaign.Unit.Id)), ("$today", _stock.Campaign.Today)];
        (_filter, _where) = Filter switch
        {
            "overdue of one unit" => (
                new LedgerFilter(UnitId: _stock.Campaign.Unit.Id, Warning: WarningColour.Red),
                $"{registered} AND UnitId = $unit AND State >= 20 AND State < 50 AND DueDate < $today"),
            "text" => (new LedgerFilter(Text: "故障"), $"{registered} AND (instr(Description, '故障') > 0 OR instr(Place, '故障') > 0)"),
            _ => (LedgerFilter.None, registered),
        };
        var page = await ListLedger();
        if (page.Total != BareSqlite())
        {
            throw new InvalidOperationException($"The query counts {page.Total}, the bare SQL {BareSqlite()}");
        }
    }

    [GlobalCleanup]
    public void Close() => _bare.Dispose();

    [Benchmark]
    public Task<Page<LedgerRow>> ListLedger() => _stock.Campaign.As(_stock.Campaign.Clerk).Do(new ListLedger(_stock.Campaign.Id, _filter));

    [Benchmark(Baseline = true)]
    public long BareSqlite()
    {
        var total = _bare.Column<long>($"SELECT COUNT(*) FROM Problem WHERE {_where}", _values).Single();
        using var command = _bare.Command(
            $"""
            SELECT p.Number, u.Name, p.CategoryId, p.Source, p.Description, p.Place, p.Kind, p.Severity, p.State, p.Pending, p.FoundOn, p.OriginalDueDate, p.DueDate,
                p.CompletedOn, p.ClosedOn, p.ResponsibleLeader, p.ResponsiblePerson, p.NoticeCount, p.RecurrenceCount, p.Returned
            FROM (SELECT Id FROM Problem WHERE {_where} ORDER BY Number LIMIT {Page<LedgerRow>.UsualSize}) page JOIN Problem p ON p.Id = page.Id JOIN Unit u ON u.Id = p.UnitId
            ORDER BY p.Number
            """,
            _values);
        using var reader = command.ExecuteReader();
        var row = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(row);
        }

        return total;
    }

    private static string Sql(Guid id) => id.ToString().ToUpperInvariant();
}
