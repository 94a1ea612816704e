using Microsoft.EntityFrameworkCore;
using Rectify.Core.Storage;
using Rectify.Core.Tests.Harness;
using Shouldly;

namespace Rectify.Core.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_the_model_as_it_is()
    {
        await using var rectify = await TestRectify.StartAsync();
        await using var db = rectify.Database.CreateDbContext();

        db.Database.HasPendingModelChanges().ShouldBeFalse();
        (await db.Database.GetAppliedMigrationsAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_block_the_next_start()
    {
        await using var rectify = await TestRectify.StartAsync();
        await rectify.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT OR IGNORE INTO __EFMigrationsLock VALUES (1, '2026-01-01')"));
        var directory = Path.Combine(rectify.Database.Place.Directory, "copy");
        Directory.CreateDirectory(directory);
        File.Copy(rectify.Database.Place.DatabaseFile, Path.Combine(directory, "rectify.db"));
        File.Copy(rectify.Database.Place.DatabaseFile + "-wal", Path.Combine(directory, "rectify.db-wal"));

        await using var next = new Database(new DataPlace(directory));
        await next.PrepareAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_does_not_start()
    {
        await using var rectify = await TestRectify.StartAsync();
        await using var second = new Database(rectify.Database.Place);

        await Should.ThrowAsync<DataPlaceTaken>(() => second.PrepareAsync());
    }
}
