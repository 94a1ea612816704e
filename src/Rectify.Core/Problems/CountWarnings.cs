using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>How many problems this person may see stand at each warning colour today.</summary>
[Requires(Permission.ViewProblems)]
public sealed record CountWarnings(Guid CampaignId) : IQuery<WarningCounts>, IFigures;

/// <param name="Green">Waiting for the unit with time enough; what does not wait for a unit is counted nowhere here.</param>
public sealed record WarningCounts(int Red, int Yellow, int Blue, int Green);

internal sealed class CountWarningsHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars)
    : IRequestHandler<CountWarnings, Result<WarningCounts>>
{
    public async Task<Result<WarningCounts>> Handle(CountWarnings request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(request.CampaignId);
        if (!campaign.IsVisibleTo(session.Actor))
        {
            return new NotFound();
        }

        var dates = WarningDates.For(clock.Today, campaign.Policy, calendars.Current);
        var waiting = await db.LedgerOf(campaign.Id, session.Actor)
            .Where(problem => Warning.WithUnit.Contains(problem.State))

            // In the order of its index, so that nothing is sorted: those sent back are counted beside the rest, not as a group.
            .GroupBy(problem => new { problem.State, problem.DueDate })
            .Select(group => new { group.Key.State, group.Key.DueDate, All = group.Count(), Returned = group.Count(problem => problem.Returned != null) })
            .ToListAsync(cancellationToken);
        var counts = waiting
            .SelectMany(group => new[] { (group, IsReturned: true, Count: group.Returned), (group, IsReturned: false, Count: group.All - group.Returned) })
            .ToLookup(part => Warning.Of(part.group.State, part.group.DueDate, part.IsReturned, dates), part => part.Count);
        return new WarningCounts(counts[WarningColour.Red].Sum(), counts[WarningColour.Yellow].Sum(), counts[WarningColour.Blue].Sum(), counts[WarningColour.Green].Sum());
    }
}
