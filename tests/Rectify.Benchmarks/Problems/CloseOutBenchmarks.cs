using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Rectify.Benchmarks.Harness;
using Rectify.Core.Problems;

namespace Rectify.Benchmarks.Problems;

/// <summary>Closing one problem of 100,000: the command through the whole pipeline beside the same reads and writes in bare SQL. Both wait for the disk.</summary>
[MemoryDiagnoser]
[WarmupCount(3), IterationCount(20), InvocationCount(64)] // Each closing uses a problem up.
public class CloseOutBenchmarks
{
    private Stock _stock = null!;
    private SqliteConnection _bare = null!;
    private Queue<Guid> _rechecked = null!;
    private int _version;

    [GlobalSetup]
    public async Task Prepare()
    {
        _stock = await Stock.SharedAsync();
        _bare = BareSql.Open(_stock.File);
        _rechecked = new Queue<Guid>(_stock.In(ProblemState.Rechecked));
        _version = await _stock.Campaign.VersionAsync(_rechecked.Peek());
    }

    [GlobalCleanup]
    public void Close() => _bare.Dispose();

    [Benchmark]
    public Task CloseProblem() => _stock.Campaign.As(_stock.Campaign.OfficeLeader).Do(new CloseProblem(_rechecked.Dequeue(), _version, "同意销号"));

    [Benchmark(Baseline = true)]
    public void BareSqlite()
    {
        var id = _rechecked.Dequeue().ToString().ToUpperInvariant();
        using var transaction = _bare.BeginTransaction();
        var closeOut = _bare.Column<string>("SELECT CloseOut FROM Problem WHERE Id = $id AND Version = $version", ("$id", id), ("$version", _version)).Single();
        _bare.Run(
            "UPDATE Problem SET State = 80, ClosedOn = '2026-03-02', CloseOut = $closeOut, Version = Version + 1 WHERE Id = $id AND Version = $version",
            ("$id", id), ("$version", _version), ("$closeOut", closeOut));
        _bare.Run(
            """
            INSERT INTO LedgerEntry (LogId, Seq, Subject, SubjectId, UnitId, Version, Event, [From], [To], Why, ActorId, ActorName, ActorRoles, ActorUnitId, At, [On], Body)
            SELECT LogId, (SELECT Size + 1 FROM LedgerHead WHERE LogId = LedgerEntry.LogId), Subject, SubjectId, UnitId, Version + 1,
                'ProblemClosed', [To], 'Closed', '同意销号', ActorId, ActorName, ActorRoles, ActorUnitId, At, [On], '{"Opinion":"同意销号"}'
            FROM LedgerEntry WHERE SubjectId = $id AND Version = $version
            """,
            ("$id", id), ("$version", _version));
        _bare.Run("UPDATE LedgerHead SET Size = Size + 1 WHERE LogId = (SELECT CampaignId FROM Problem WHERE Id = $id)", ("$id", id));
        transaction.Commit();
    }
}
