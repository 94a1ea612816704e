using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>Open problems day by day against the straight line that ends with the rectify phase.</summary>
[Requires(Permission.ViewReports)]
public sealed record GetBurnDown(Guid CampaignId) : IQuery<BurnDown>, IFigures;

/// <param name="From">Where the line starts: the first day of the rectify phase.</param>
/// <param name="To">Where it reaches nothing: the phase's last day.</param>
/// <param name="Days">At most <see cref="MostDays"/>; a longer span is shown at even steps.</param>
public sealed record BurnDown(DateOnly From, DateOnly To, IReadOnlyList<BurnDownDay> Days)
{
    public const int MostDays = 120;
}

/// <param name="Open">Registered and not closed at the end of the day, long-term problems left out; null for days to come.</param>
/// <param name="Planned">The line's height; null outside the phase.</param>
public sealed record BurnDownDay(DateOnly Date, int? Open, decimal? Planned);

internal sealed class GetBurnDownHandler(IDbContextFactory<RectifyDb> databases, Clock clock) : IRequestHandler<GetBurnDown, Result<BurnDown>>
{
    public async Task<Result<BurnDown>> Handle(GetBurnDown request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(request.CampaignId);
        var spans = await db.Set<Problem>()
            .Where(problem => problem.CampaignId == campaign.Id && problem.RegisteredOn != null
                && problem.State != ProblemState.LongTerm && problem.State != ProblemState.Merged && problem.State != ProblemState.Void)
            .GroupBy(problem => new { problem.RegisteredOn, problem.ClosedOn })
            .Select(group => new Span(group.Key.RegisteredOn!.Value, group.Key.ClosedOn, group.Count()))
            .ToListAsync(cancellationToken);
        return Draw(campaign.Plan(PhaseKind.Concentrated), spans, campaign.State == CampaignState.Finished, clock.Today);
    }

    private static BurnDown Draw(CampaignPhase phase, List<Span> spans, bool isFinished, DateOnly today)
    {
        var changes = spans.Select(span => (Day: span.From, Count: span.Count))
            .Concat(spans.Where(span => span.To is not null).Select(span => (Day: span.To!.Value, Count: -span.Count))).OrderBy(change => change.Day).ToList();
        var first = changes.Select(change => change.Day).Append(phase.From).Min();
        var last = changes.Select(change => change.Day).Append(phase.To).Append(isFinished ? phase.To : today).Max();
        var start = OpenOn(phase.From < today ? phase.From : today);
        var length = phase.To.DayNumber - phase.From.DayNumber;
        var step = Math.Max(1, (last.DayNumber - first.DayNumber + BurnDown.MostDays - 1) / BurnDown.MostDays);
        var days = new List<BurnDownDay>();
        for (var (day, next, open) = (first, 0, 0); ; day = day.AddDays(step) < last ? day.AddDays(step) : last)
        {
            for (; next < changes.Count && changes[next].Day <= day; next++)
            {
                open += changes[next].Count;
            }

            days.Add(new BurnDownDay(day, day <= today ? open : null, Planned(day)));
            if (day == last)
            {
                break;
            }
        }

        return new BurnDown(phase.From, phase.To, days);

        int OpenOn(DateOnly day) => changes.TakeWhile(change => change.Day <= day).Sum(change => change.Count);

        decimal? Planned(DateOnly day) => day < phase.From || day > phase.To ? null
            : length == 0 ? 0
            : Math.Round((decimal)start * (phase.To.DayNumber - day.DayNumber) / length, 1);
    }

    private sealed record Span(DateOnly From, DateOnly? To, int Count);
}
