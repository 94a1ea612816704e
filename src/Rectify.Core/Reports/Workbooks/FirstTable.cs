using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Makes a table that nobody gets: after a start the first one, its queries and its workbook, takes most of a second longer to begin than any later one.</summary>
public sealed class FirstTable(IDbContextFactory<RectifyDb> databases, Clock clock, Calendars calendars)
{
    /// <summary>Sees what an official sees; none of it leaves this class.</summary>
    private static readonly Actor Nobody = new(Guid.Empty, "", Role.Official, Guid.Empty, "");

    /// <returns>Whether there was a row to make it of.</returns>
    public async Task<bool> MakeAsync(CancellationToken cancellation)
    {
        await using var db = databases.CreateDbContext();
        var hasRow = false;
        await TableWorkbook.WriteAsync(
            new Table(TableKind.Ledger, "", "", clock.Today, RowsAsync()), new Wording((key, _) => key, value => value.ToString()), Stream.Null, cancellation);
        return hasRow;

        async IAsyncEnumerable<TableRow> RowsAsync()
        {
            foreach (var campaign in await db.Set<Campaign>().OrderByDescending(campaign => campaign.Id).ToListAsync(cancellation))
            {
                var dates = WarningDates.For(clock.Today, campaign.Policy, calendars.Current);
                await foreach (var row in new TableRows(databases, campaign, Nobody, new GetTable(campaign.Id, TableKind.Ledger, LedgerFilter.None), dates).ReadAsync(cancellation))
                {
                    hasRow = true;
                    yield return row;
                    yield break;
                }
            }
        }
    }
}
