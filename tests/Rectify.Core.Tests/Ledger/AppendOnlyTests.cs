using Microsoft.Data.Sqlite;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Ledger;

/// <summary>Triggers keep entries as written, also from a connection that knows nothing of Rectify. Each test has its control: without the trigger the same change passes.</summary>
public sealed class AppendOnlyTests
{
    private const string Columns = "LogId, Seq, Subject, SubjectId, UnitId, Version, Event, [From], [To], Why, ActorId, ActorName, ActorRoles, ActorUnitId, At, [On], Body";

    /// <summary>The trigger, and a change that it alone refuses.</summary>
    public static TheoryData<string, string> Changes => new()
    {
        { "ledger_no_update", "UPDATE LedgerEntry SET Body = '{}' WHERE Seq = 1" },
        { "ledger_no_update", "UPDATE OR REPLACE LedgerEntry SET Seq = 1 WHERE Seq = 2" },
        { "ledger_no_delete", "DELETE FROM LedgerEntry WHERE Seq = 2" },
        { "ledger_no_gap", Copy("INSERT OR REPLACE", seq: "Seq", version: "Version + 7") },
        { "ledger_no_gap", Copy("INSERT", seq: "Seq + 7", version: "Version + 7") },
        { "ledger_no_second_version", Copy("INSERT OR REPLACE", seq: "Seq + 1", version: "Version") },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task An_entry_stays_as_it_was_written(string trigger, string change)
    {
        await using var rectify = await WithTwoEntriesAsync();
        await using var connection = OpenPlainly(rectify);
        var before = Bodies(connection);

        Should.Throw<SqliteException>(() => Execute(connection, change)).Message.ShouldContain("ledger entries");
        Bodies(connection).ShouldBe(before);

        Execute(connection, $"DROP TRIGGER {trigger}");
        Execute(connection, change).ShouldBe(1, "without its trigger the change passes, so it is the trigger that refused it");
        Bodies(connection).ShouldNotBe(before);
    }

    [Fact]
    public async Task An_entry_that_follows_the_last_one_is_taken()
    {
        await using var rectify = await WithTwoEntriesAsync();
        await using var connection = OpenPlainly(rectify);

        Execute(connection, Copy("INSERT", seq: "Seq + 1", version: "Version + 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_trigger_is_back_after_the_next_start()
    {
        await using var rectify = await WithTwoEntriesAsync();
        await using var connection = OpenPlainly(rectify);
        Execute(connection, "DROP TRIGGER ledger_no_delete");

        await rectify.Database.DisposeAsync();
        await using (var again = new Core.Storage.Database(rectify.Database.Place))
        {
            await again.PrepareAsync();
        }

        Should.Throw<SqliteException>(() => Execute(connection, "DELETE FROM LedgerEntry")).Message.ShouldContain("never deleted");
    }

    private static async Task<TestRectify> WithTwoEntriesAsync()
    {
        var rectify = await TestRectify.StartAsync();
        var unit = await rectify.AddUnitAsync("Bureau of Housing");
        await rectify.AddPersonAsync("Wen Heng", Role.UnitHandler, unit);
        return rectify;
    }

    /// <summary>Writes the last entry again, with another place or version.</summary>
    private static string Copy(string verb, string seq, string version) =>
        $"{verb} INTO LedgerEntry ({Columns}) SELECT {Columns.Replace(" Seq,", $" {seq},").Replace(" Version,", $" {version},").Replace("Body", "'{\"again\":1}'")} FROM LedgerEntry WHERE Seq = 2";

    /// <summary>A connection with SQLite's own defaults, without the pragmas of the write gate.</summary>
    private static SqliteConnection OpenPlainly(TestRectify rectify)
    {
        var connection = new SqliteConnection($"Data Source={rectify.Database.Place.DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }

    private static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private static List<string> Bodies(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Seq || Body FROM LedgerEntry ORDER BY Seq";
        using var reader = command.ExecuteReader();
        List<string> bodies = [];
        while (reader.Read())
        {
            bodies.Add(reader.GetString(0));
        }

        return bodies;
    }
}
