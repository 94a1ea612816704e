using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Rectify.Benchmarks.Harness;
using Rectify.Core.Organisations;
using Rectify.Core.Tests.Harness;

namespace Rectify.Benchmarks.Ledger;

/// <summary>One change with its entry: through the write gate beside a transaction of the same shape in bare SQL. Both wait for the disk.</summary>
[MemoryDiagnoser]
public class AppendBenchmarks
{
    private TestRectify _rectify = null!;
    private SqliteConnection _bare = null!;
    private Unit _unit = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        _rectify = await TestRectify.StartAsync();
        _unit = await _rectify.AddUnitAsync("Bureau of Housing");
        _bare = BareSql.Open(_rectify.Database.Place.DatabaseFile);
    }

    [GlobalCleanup]
    public async Task Close()
    {
        await _bare.DisposeAsync();
        await _rectify.DisposeAsync();
    }

    [Benchmark]
    public Task<int> WriteGate() => _rectify.Database.WriteAsync(async db =>
    {
        var unit = (await db.FindAsync<Unit>(_unit.Id))!;
        unit.Change(unit.Name, unit.Level, unit.Kind, null, _rectify.BootstrapStamp());
        return unit.Version;
    });

    [Benchmark(Baseline = true)]
    public void BareSqlite()
    {
        var id = _unit.Id.ToString().ToUpperInvariant();
        using var transaction = _bare.BeginTransaction();
        var version = _bare.Column<long>("SELECT Version FROM Unit WHERE Id = $id", ("$id", id)).Single();
        _bare.Run("UPDATE Unit SET Version = Version + 1 WHERE Id = $id AND Version = $version", ("$id", id), ("$version", version));
        _bare.Run(
            """
            INSERT INTO LedgerEntry (LogId, Seq, Subject, SubjectId, UnitId, Version, Event, [From], [To], Why, ActorId, ActorName, ActorRoles, ActorUnitId, At, [On], Body)
            SELECT LogId, (SELECT Size + 1 FROM LedgerHead WHERE LogId = LedgerEntry.LogId), Subject, SubjectId, UnitId, Version + 1,
                'UnitChanged', [To], [To], Why, ActorId, ActorName, ActorRoles, ActorUnitId, At, [On], Body
            FROM LedgerEntry WHERE SubjectId = $id AND Version = $version
            """,
            ("$id", id), ("$version", version));
        _bare.Run("UPDATE LedgerHead SET Size = Size + 1 WHERE LogId = '00000000-0000-0000-0000-000000000000'");
        transaction.Commit();
    }
}
