using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Rectify.Core.Storage;

/// <summary>Where the data lives.</summary>
/// <param name="Directory">Holds the database and the evidence files.</param>
public sealed record DataPlace(string Directory)
{
    public string DatabaseFile => Path.Combine(Directory, "rectify.db");

    public string EvidenceDirectory => Path.Combine(Directory, "evidence");

    /// <summary>A place whose work is thrown away when it breaks off: a commit need not outlive a power cut, and so waits for no disk.</summary>
    public bool IsScratch { get; init; }
}

/// <summary>
/// The write gate: one connection does every commit and checkpoint, one caller at a time; all other connections only read.
/// That keeps clear of SQLite's WAL-reset race (versions before 3.51.3) and of "database is locked".
/// </summary>
public sealed class Database(DataPlace place) : IDbContextFactory<RectifyDb>, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Pooled: a context costs more to build than most of our queries take.
    private readonly PooledDbContextFactory<RectifyDb> _readers = new(Options(new SqliteConnectionStringBuilder
    {
        DataSource = place.DatabaseFile,
        Mode = SqliteOpenMode.ReadOnly,
    }.ConnectionString));

    private SqliteConnection? _connection;
    private PooledDbContextFactory<RectifyDb>? _writer;
    private FileStream? _hold;

    public DataPlace Place => place;

    /// <summary>Whoever opens this holds the folder already (<see cref="Hold"/>); it is not held once more.</summary>
    internal bool IsHeld { get; init; }

    /// <summary>Creates or upgrades the database. Nothing reads or writes before.</summary>
    /// <exception cref="DataPlaceTaken">Another server already works on this folder.</exception>
    public async Task PrepareAsync(CancellationToken cancellation = default)
    {
        _hold = IsHeld ? null : Hold(place);
        Directory.CreateDirectory(place.EvidenceDirectory);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = place.DatabaseFile, Pooling = false }.ConnectionString);
        await _connection.OpenAsync(cancellation);
        _writer = new PooledDbContextFactory<RectifyDb>(Options(_connection), poolSize: 1);
        await using var db = _writer.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL; PRAGMA recursive_triggers=1; PRAGMA trusted_schema=0;", cancellation);
        await db.Database.ExecuteSqlRawAsync(place.IsScratch ? "PRAGMA synchronous=OFF;" : "PRAGMA synchronous=FULL;", cancellation);
        await ReleaseMigrationLockAsync(db, cancellation);
        await db.Database.MigrateAsync(cancellation);
        foreach (var trigger in LedgerMapping.Triggers)
        {
            await db.Database.ExecuteSqlRawAsync(trigger, cancellation);
        }
    }

    /// <summary>A context that can only read.</summary>
    public RectifyDb CreateDbContext() => _readers.CreateDbContext();

    /// <summary>Runs the work in one immediate transaction and saves what it changed, entries and all, or nothing.</summary>
    public async Task<T> WriteAsync<T>(Func<RectifyDb, Task<T>> work, CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var db = (_writer ?? throw new InvalidOperationException("The database is not prepared")).CreateDbContext();
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
            var result = await work(db);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Two servers on one folder would be two writers; the second one does not start. Lets go when disposed.</summary>
    /// <exception cref="DataPlaceTaken">Another server already works on this folder.</exception>
    internal static FileStream Hold(DataPlace place)
    {
        Directory.CreateDirectory(place.Directory);
        try
        {
            return new FileStream(Path.Combine(place.Directory, "rectify.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new DataPlaceTaken(place.Directory, taken);
        }
    }

    /// <summary>A migration that was killed leaves its lock behind and would block every later start. We hold the folder, so nobody else is migrating.</summary>
    private static async Task ReleaseMigrationLockAsync(RectifyDb db, CancellationToken cancellation) =>
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellation);

    /// <summary>Closes every connection, readers first: the last one to close, the writer, empties the write-ahead log into the database file.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (var db = CreateDbContext())
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        if (_hold is not null)
        {
            await _hold.DisposeAsync();
        }

        _turn.Dispose();
    }

    private static DbContextOptions<RectifyDb> Options(string connection) =>
        new DbContextOptionsBuilder<RectifyDb>().UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;

    private static DbContextOptions<RectifyDb> Options(SqliteConnection connection) =>
        new DbContextOptionsBuilder<RectifyDb>().UseSqlite(connection).Options;
}

/// <summary>Another server already works on the data folder.</summary>
public sealed class DataPlaceTaken(string directory, Exception inner) : Exception($"Another Rectify server is using {directory}", inner);
