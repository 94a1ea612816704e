using Microsoft.Data.Sqlite;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Tests.Harness;

namespace Rectify.Benchmarks.Harness;

/// <summary>
/// A campaign with 32 units and 100,000 problems in six states, with their evidence and ledger entries.
/// Real commands bring one problem to each state; SQL then copies its rows, thousands a second.
/// </summary>
internal sealed class Stock
{
    public const int Problems = 100_000;
    private const int ExtraUnits = 30;

    private static readonly Lazy<Task<Stock>> Shared = new(MakeAsync);

    private Stock(RunningCampaign campaign) => Campaign = campaign;

    public RunningCampaign Campaign { get; }

    public string File => Campaign.Rectify.Database.Place.DatabaseFile;

    public static Task<Stock> SharedAsync() => Shared.Value;

    public static async Task DisposeSharedAsync()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).Campaign.DisposeAsync();
        }
    }

    /// <summary>The ids of the problems in a state, as SQLite keeps them.</summary>
    public IReadOnlyList<Guid> In(ProblemState state)
    {
        using var connection = BareSql.Open(File);
        return [.. connection.Column<string>("SELECT Id FROM Problem WHERE State = $state ORDER BY Number", ("$state", (int)state)).Select(Guid.Parse)];
    }

    private static async Task<Stock> MakeAsync()
    {
        var campaign = await RunningCampaign.StartAsync();
        var units = await EnrolAsync(campaign);
        (Guid Template, int Share)[] mix =
        [
            (await campaign.RegisteredAsync(), 5),
            (await campaign.AssignedAsync(), 15),
            (await campaign.RectifyingAsync(), 30),
            (await campaign.AppliedAsync(), 5),
            (await campaign.RecheckedAsync(), 15),
            (await campaign.ClosedAsync(), 30),
        ];
        var stock = new Stock(campaign);
        using var connection = BareSql.Open(stock.File, synchronous: "OFF");
        var triggers = connection.Column<string>("SELECT sql FROM sqlite_master WHERE type = 'trigger'");
        connection.Column<string>("SELECT name FROM sqlite_master WHERE type = 'trigger'").ForEach(name => connection.Run($"DROP TRIGGER {name}"));
        using (var transaction = connection.BeginTransaction())
        {
            var made = 0;
            foreach (var (template, share) in mix)
            {
                var count = Problems * share / 100;
                Copy(connection, template, made, count);
                made += count;
            }

            Spread(connection, units);
            transaction.Commit();
        }

        triggers.ForEach(sql => connection.Run(sql));
        connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        return stock;
    }

    private static async Task<List<string>> EnrolAsync(RunningCampaign campaign)
    {
        List<Unit> units = [campaign.Unit, campaign.OtherUnit];
        for (var number = 1; number <= ExtraUnits; number++)
        {
            var unit = await campaign.Rectify.AddUnitAsync($"第{number}局");
            var version = (await campaign.Rectify.FindAsync<Campaign>(campaign.Id)).Version;
            await campaign.As(campaign.Clerk).Do(new EnrolUnit(campaign.Id, version, new Participant(unit.Id, "局长", "副局长", "承办人")));
            units.Add(unit);
        }

        return [.. units.Select(unit => unit.Id.ToString().ToUpperInvariant())];
    }

    /// <summary>Copies a problem with all its rows, <paramref name="count"/> times.</summary>
    private static void Copy(SqliteConnection connection, Guid template, int from, int count)
    {
        const string again = "WITH RECURSIVE copy(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM copy WHERE i + 1 < $count)";
        (string, object)[] values = [("$template", template.ToString().ToUpperInvariant()), ("$from", from), ("$count", count)];
        void Insert(string table, string key, params (string Column, string Expression)[] changed)
        {
            var columns = connection.Column<string>($"SELECT name FROM pragma_table_info('{table}')");
            var expressions = columns.Select(column => changed.FirstOrDefault(change => change.Column == column).Expression ?? $"[{column}]");
            connection.Run($"{again} INSERT INTO {table} ([{string.Join("], [", columns)}]) SELECT {string.Join(", ", expressions)} FROM copy, {table} WHERE {key} = $template", values);
        }

        Insert("Problem", "Id", ("Id", Renumbered("Id")), ("Number", "1000 + $from + i"));
        Insert("Evidence", "ProblemId", ("Id", Renumbered("Id")), ("ProblemId", Renumbered("ProblemId")));
        const string entries = "(SELECT COUNT(*) FROM LedgerEntry WHERE SubjectId = $template)";
        const string last = "(SELECT Size FROM LedgerHead WHERE LogId = LedgerEntry.LogId)";
        Insert("LedgerEntry", "SubjectId", ("SubjectId", Renumbered("SubjectId")), ("Seq", $"{last} + i * {entries} + Version"));
        connection.Run($"UPDATE LedgerHead SET Size = Size + $count * {entries} WHERE LogId = (SELECT LogId FROM LedgerEntry WHERE SubjectId = $template)", values);
    }

    private static string Renumbered(string id) => $"substr([{id}], 1, 24) || printf('%012X', $from + i)";

    /// <summary>Deals the copies out to the units and their due dates over three months, a good part of them past.</summary>
    private static void Spread(SqliteConnection connection, List<string> units)
    {
        for (var index = 0; index < units.Count; index++)
        {
            connection.Run(
                "UPDATE Problem SET UnitId = $unit, DueDate = date(DueDate, (Number * 7 % 90 - 60) || ' days') WHERE Number >= 1000 AND Number % $units = $index",
                ("$unit", units[index]), ("$units", units.Count), ("$index", index));
        }
    }
}
