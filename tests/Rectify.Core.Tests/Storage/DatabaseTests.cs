using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Ledger;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Storage;
using Rectify.Core.Tests.Architecture;
using Rectify.Core.Tests.Harness;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Tests.Storage;

public sealed class DatabaseTests
{
    private const string Rename = "UPDATE Unit SET Name = Name || '!'";

    [Fact]
    public async Task A_change_without_a_ledger_entry_cannot_be_saved()
    {
        await using var rectify = await TestRectify.StartAsync();
        var unit = await rectify.AddUnitAsync("Bureau of Housing");

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => rectify.Database.WriteAsync(async db =>
        {
            db.Entry((await db.FindAsync<Unit>(unit.Id))!).Property(u => u.Name).CurrentValue = "Bureau of Silence";
            return 0;
        }));

        refusal.Message.ShouldContain("without a ledger entry");
        (await rectify.FindAsync<Unit>(unit.Id)).Name.ShouldBe("Bureau of Housing");
    }

    [Fact]
    public async Task A_subject_cannot_be_deleted_behind_the_ledger()
    {
        await using var rectify = await TestRectify.StartAsync();
        var unit = await rectify.AddUnitAsync("Bureau of Housing");

        await Should.ThrowAsync<InvalidOperationException>(() => rectify.Database.WriteAsync(async db => db.Remove((await db.FindAsync<Unit>(unit.Id))!)));

        (await rectify.FindAsync<Unit>(unit.Id)).Id.ShouldBe(unit.Id);
    }

    [Fact]
    public async Task A_part_of_a_subject_cannot_change_behind_the_ledger()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.ClosedAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => campaign.Rectify.Database.WriteAsync(async db => db.Remove((await db.FindAsync<Problem>(id))!.Evidence[0])));

        (await campaign.ProblemAsync(id)).Evidence.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_change_with_its_entry_is_saved_with_it()
    {
        await using var rectify = await TestRectify.StartAsync();
        var unit = await rectify.AddUnitAsync("Bureau of Housing");

        await rectify.Database.WriteAsync(async db =>
        {
            var found = (await db.FindAsync<Unit>(unit.Id))!;
            found.Change("Bureau of Works", found.Level, found.Kind, null, rectify.BootstrapStamp());
            return 0;
        });

        (await rectify.FindAsync<Unit>(unit.Id)).Name.ShouldBe("Bureau of Works");
        (await rectify.EntriesOfAsync(unit.Id)).Select(entry => (entry.Seq, entry.Event)).ShouldBe([(1, "UnitAdded"), (2, "UnitChanged")]);
    }

    [Fact]
    public async Task Work_that_fails_leaves_neither_state_nor_entry()
    {
        await using var rectify = await TestRectify.StartAsync();
        var unit = Unit.Add(Guid.CreateVersion7(), "Bureau of Housing", UnitLevel.City, UnitKind.Department, null, rectify.BootstrapStamp());

        await Should.ThrowAsync<TimeoutException>(() => rectify.Database.WriteAsync<int>(async db =>
        {
            db.Add(unit);
            await db.SaveChangesAsync();
            throw new TimeoutException();
        }));

        (await rectify.EntriesOfAsync(unit.Id)).ShouldBeEmpty();
        await using var read = rectify.Database.CreateDbContext();
        (await read.Set<Unit>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_saved_outside_the_write_gate()
    {
        await using var rectify = await TestRectify.StartAsync();
        await using var db = rectify.Database.CreateDbContext();
        db.Add(Unit.Add(Guid.CreateVersion7(), "Bureau of Housing", UnitLevel.City, UnitKind.Department, null, rectify.BootstrapStamp()));

        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldContain("write gate");
        Should.Throw<NotSupportedException>(() => db.SaveChanges());
    }

    [Fact]
    public async Task Whoever_reads_cannot_write()
    {
        await using var rectify = await TestRectify.StartAsync();
        await rectify.AddUnitAsync("Bureau of Housing");
        await using var db = rectify.Database.CreateDbContext();

        var refusal = await Should.ThrowAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(Rename));
        refusal.SqliteErrorCode.ShouldBe(8, "SQLITE_READONLY");

        (await rectify.Database.WriteAsync(writer => writer.Database.ExecuteSqlRawAsync(Rename))).ShouldBe(1, "the same statement passes where writing is allowed");
    }

    [Fact]
    public async Task What_is_read_is_not_tracked()
    {
        await using var rectify = await TestRectify.StartAsync();
        await rectify.AddUnitAsync("Bureau of Housing");
        await using var db = rectify.Database.CreateDbContext();

        await db.Set<Unit>().SingleAsync();

        db.ChangeTracker.Entries().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_acknowledged_commit_survives_a_power_cut()
    {
        var place = new DataPlace(Directory.CreateTempSubdirectory("rectify-").FullName);
        (await Durability(place)).ShouldBe((2, "wal"), "synchronous=FULL syncs the log at every commit");
        (await Durability(place with { IsScratch = true })).ShouldBe((0, "wal"), "the question tells what waits for the disk from what does not");
        Directory.Delete(place.Directory, recursive: true);
    }

    [Fact]
    public void Only_the_workshop_of_the_seed_data_does_without()
    {
        var source = Repository.Files("src", ".cs");

        source.SelectMany(file => file.Matches(new(@"PRAGMA\s+synchronous"), "setting")).ShouldAllBe(setting => setting.File.EndsWith("Storage/Database.cs", StringComparison.Ordinal));
        source.SelectMany(file => file.Matches(new(@"IsScratch\s*=\s*true"), "use")).ShouldHaveSingleItem().File.ShouldEndWith("Seeding/SeedLoader.cs");
    }

    private static async Task<(int Synchronous, string Journal)> Durability(DataPlace place)
    {
        await using var database = new Database(place);
        await database.PrepareAsync();
        return await database.WriteAsync(async db => (
            (await db.Database.SqlQueryRaw<int>("PRAGMA synchronous").ToListAsync()).Single(),
            (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync()).Single()));
    }
}
