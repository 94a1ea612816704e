using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports;

/// <summary>Counts a campaign's progress, for the report and for what is frozen of it.</summary>
internal static class ProgressReading
{
    public static async Task<Progress> ProgressAsync(this RectifyDb db, Campaign campaign, DateOnly cutOff, Actor actor, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var before = new DateOnly(cutOff.Year, cutOff.Month, 1).AddDays(-1);
        var counts = await ProgressCount.AllAsync(db, campaign.Id, cutOff, before, cancellation);
        var units = Sums(counts, count => count.UnitId, campaign.Participants.Select(participant => participant.UnitId));
        var categories = Sums(counts, count => count.CategoryId, campaign.Categories.Select(category => category.Id));
        var notices = await db.NoticeFiguresAsync(campaign.Id, cutOff, actor, cancellation);
        var unitNotices = notices.ToLookup(count => count.UnitId, Totals);
        var categoryNotices = notices.ToLookup(count => count.CategoryId, Totals);
        var names = await db.Set<Unit>().Where(unit => units.Keys.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellation);
        var remarks = await RemarksAsync(db, campaign, cancellation);
        var monthly = await db.MonthlyTotalsAsync(campaign, cutOff, calendar, cancellation);
        var progress = new Progress(
            campaign.Id,
            campaign.Details.Title,
            campaign.Details.Office,
            cutOff,
            before,
            campaign.Policy.RateDecimals,
            counts.Where(count => count.State == ProblemState.Void).Sum(count => count.Count),
            counts.Where(count => count.State == ProblemState.Merged).Sum(count => count.Count),
            new ProgressRow(null, "", null, units.Values.Aggregate(ProgressFigures.Nothing, (sum, next) => sum + next), Sum(notices.Select(Totals)), ProgressRemark.None,
                monthly.Values.Aggregate(MonthlyTotals.Nothing, (sum, next) => sum + next)),
            Ranked(units.Select(unit => new ProgressRow(
                unit.Key, names.GetValueOrDefault(unit.Key, ""), null, unit.Value, Sum(unitNotices[unit.Key]), remarks.GetValueOrDefault(unit.Key), monthly.GetValueOrDefault(unit.Key)))),
            Ranked(categories.Select(category => new ProgressRow(
                category.Key, campaign.Category(category.Key)?.Name ?? "", null, category.Value, Sum(categoryNotices[category.Key]), ProgressRemark.None))));
        return Against(await db.LastIssuedAsync(campaign.Id, ReportMonths.FirstDay(before), before, cancellation), progress);
    }

    /// <summary>Measures the change against what was issued for the month before, if anything was: figures that others have read do not move.</summary>
    private static Progress Against(Snapshot? issued, Progress progress)
    {
        if (issued is null)
        {
            return progress;
        }

        var before = FigureFormat.Read<CampaignFigures>(issued.Figures).Progress;
        return progress with
        {
            ComparedWith = issued.Code,
            PreviousCutOff = issued.CutOff,
            Total = Row(progress.Total, [before.Total]),
            Units = [.. progress.Units.Select(row => Row(row, before.Units))],
            Categories = [.. progress.Categories.Select(row => Row(row, before.Categories))],
        };

        static ProgressRow Row(ProgressRow row, IReadOnlyList<ProgressRow> before) =>
            row with { Figures = row.Figures with { PreviousClosed = before.FirstOrDefault(earlier => earlier.Id == row.Id)?.Figures.ClosedRate ?? default } };
    }

    /// <summary>The sum of each key; those expected appear even with nothing, in their order.</summary>
    private static OrderedDictionary<Guid, ProgressFigures> Sums(IEnumerable<ProgressCount> counts, Func<ProgressCount, Guid> key, IEnumerable<Guid> expected)
    {
        var sums = new OrderedDictionary<Guid, ProgressFigures>();
        foreach (var id in expected)
        {
            sums.TryAdd(id, ProgressFigures.Nothing);
        }

        foreach (var count in counts)
        {
            if (count.Figures() is { } figures)
            {
                sums[key(count)] = sums.GetValueOrDefault(key(count), ProgressFigures.Nothing) + figures;
            }
        }

        return sums;
    }

    private static NoticeTotals Totals(NoticeFigures count) => new(count.First, count.Second, count.Third, new Rate(count.RepliedInTime, count.RepliesDue));

    private static NoticeTotals Sum(IEnumerable<NoticeTotals> totals) => totals.Aggregate(NoticeTotals.Nothing, (sum, next) => sum + next);

    /// <summary>The best first. A rank counts those strictly better, so that equals share it and the next is skipped.</summary>
    private static List<ProgressRow> Ranked(IEnumerable<ProgressRow> rows)
    {
        var ordered = rows.OrderByDescending(row => row.Figures.ClosedRate).ThenByDescending(row => row.Figures.RectifiedRate).ThenByDescending(row => row.Figures.OnTime).ToList();
        var rank = 0;
        return [.. ordered.Select((row, place) =>
        {
            rank = place > 0 && row.Figures.ClosedRate.CompareTo(ordered[place - 1].Figures.ClosedRate) == 0 ? rank : place + 1;
            return row with { Rank = row.Figures.ClosedRate.HasValue ? rank : null };
        })];
    }

    private static async Task<Dictionary<Guid, ProgressRemark>> RemarksAsync(RectifyDb db, Campaign campaign, CancellationToken cancellation)
    {
        var lists = await db.Set<ProblemList>().Where(list => list.CampaignId == campaign.Id && list.SubmittedOn != null)
            .Select(list => new { list.UnitId, list.IsNil }).ToListAsync(cancellation);
        var returns = lists.ToLookup(list => list.UnitId, list => list.IsNil);
        return campaign.Participants.Select(participant => participant.UnitId).Distinct().ToDictionary(unit => unit, unit => returns[unit].ToList() switch
        {
            [] => ProgressRemark.ListMissing,
            var nil when nil.TrueForAll(isNil => isNil) => ProgressRemark.NilReturn,
            _ => ProgressRemark.None,
        });
    }
}
