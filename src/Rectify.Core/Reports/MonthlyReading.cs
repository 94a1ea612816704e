using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>What the ledger says of a unit's month, and of all units' reports.</summary>
internal static class MonthlyReading
{
    private static readonly ProblemState[] NotCounted = [ProblemState.Draft, ProblemState.Merged, ProblemState.Void];

    /// <summary>The last day counted: the month's last, or today while the month runs.</summary>
    public static DateOnly CutOff(DateOnly month, DateOnly today) => ReportMonths.LastDay(month) < today ? ReportMonths.LastDay(month) : today;

    public static async Task<MonthlyCounts> MonthlyCountsAsync(this RectifyDb db, Guid campaignId, Guid unitId, DateOnly month, DateOnly cutOff, CancellationToken cancellation) =>
        await db.Set<Problem>().Where(problem => problem.CampaignId == campaignId && problem.UnitId == unitId && problem.RegisteredOn <= cutOff && !NotCounted.Contains(problem.State))
            .GroupBy(problem => problem.UnitId)
            .Select(all => new MonthlyCounts(
                all.Count(problem => problem.RegisteredOn >= month), all.Count(),
                all.Count(problem => problem.VerifiedOn >= month && problem.VerifiedOn <= cutOff), all.Count(problem => problem.VerifiedOn <= cutOff),
                all.Count(problem => problem.ClosedOn >= month && problem.ClosedOn <= cutOff), all.Count(problem => problem.ClosedOn <= cutOff)))
            .FirstOrDefaultAsync(cancellation) ?? new MonthlyCounts(0, 0, 0, 0, 0, 0);

    /// <summary>The unit's problems that were not verified at the cut-off, the one due first at the top.</summary>
    public static async Task<IReadOnlyList<UnfinishedItem>> UnfinishedAsync(this RectifyDb db, Guid campaignId, Guid unitId, DateOnly cutOff, CancellationToken cancellation) =>
        await db.Set<Problem>()
            .Where(problem => problem.CampaignId == campaignId && problem.UnitId == unitId && problem.RegisteredOn <= cutOff && !NotCounted.Contains(problem.State)
                && (problem.VerifiedOn == null || problem.VerifiedOn > cutOff))
            .OrderBy(problem => problem.DueDate == null).ThenBy(problem => problem.DueDate).ThenBy(problem => problem.Number)
            .Select(problem => new UnfinishedItem(
                problem.Number!.Value, problem.Description, problem.State, problem.DueDate,
                problem.State != ProblemState.LongTerm && problem.DueDate < cutOff && (problem.CompletedOn == null || problem.CompletedOn > cutOff)))
            .ToListAsync(cancellation);

    /// <summary>How many of each unit's monthly reports that were due by the cut-off came in time, late, or not at all; one query for all units and months.</summary>
    public static async Task<Dictionary<Guid, MonthlyTotals>> MonthlyTotalsAsync(this RectifyDb db, Campaign campaign, DateOnly cutOff, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var due = ReportMonths.Of(campaign, cutOff).ToDictionary(month => month, month => ReportMonths.Due(month, campaign.Policy, calendar));
        var months = due.Keys.Where(month => due[month] < cutOff).ToList();
        var submitted = (await db.Set<MonthlyReport>().Where(report => report.CampaignId == campaign.Id && report.FirstSubmittedOn != null)
            .Select(report => new { report.UnitId, report.Month, report.FirstSubmittedOn }).ToListAsync(cancellation))
            .ToDictionary(report => (report.UnitId, report.Month), report => report.FirstSubmittedOn);
        return campaign.Participants.Select(participant => participant.UnitId).Distinct().ToDictionary(unit => unit, unit =>
        {
            var standings = months.Select(month => ReportMonths.Standing(submitted.GetValueOrDefault((unit, month)), due[month], cutOff)).ToList();
            return new MonthlyTotals(
                standings.Count(standing => standing == MonthlyStanding.OnTime), standings.Count(standing => standing == MonthlyStanding.Late), standings.Count(standing => standing == MonthlyStanding.Missing));
        });
    }

    /// <summary>The months a unit has to report: those sent back, those overdue, and the one due within the policy's days of reminder; one query for all months.</summary>
    public static async Task<IReadOnlyList<DeskMonth>> MonthsOwedAsync(this RectifyDb db, Campaign campaign, Guid unitId, DateOnly today, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var reports = await db.Set<MonthlyReport>().Where(report => report.CampaignId == campaign.Id && report.UnitId == unitId)
            .Select(report => new { report.Month, report.State, report.FirstSubmittedOn }).ToDictionaryAsync(report => report.Month, cancellation);
        var soon = calendar.AddWorkingDays(today, campaign.Policy.ReminderWorkingDays).Date;
        return
        [
            .. ReportMonths.Of(campaign, today).Reverse().Select(month =>
            {
                var (report, due) = (reports.GetValueOrDefault(month), ReportMonths.Due(month, campaign.Policy, calendar));
                return new DeskMonth(month, due, report?.State, ReportMonths.Standing(report?.FirstSubmittedOn, due, today) == MonthlyStanding.Missing);
            }).Where(month => month.State == MonthlyReportState.Returned || (month.State is null or MonthlyReportState.Draft && month.Due <= soon)),
        ];
    }

    /// <summary>The latest month whose report was due, with the units that have sent nothing; null when none was due or all have come.</summary>
    public static async Task<DeskMissing?> MonthMissingAsync(this RectifyDb db, Campaign campaign, DateOnly today, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var due = ReportMonths.Of(campaign, today).Select(month => (Month: month, Due: ReportMonths.Due(month, campaign.Policy, calendar))).FirstOrDefault(month => month.Due < today);
        if (due == default)
        {
            return null;
        }

        var sent = await db.Set<MonthlyReport>().Where(report => report.CampaignId == campaign.Id && report.Month == due.Month && report.FirstSubmittedOn != null)
            .Select(report => report.UnitId).ToListAsync(cancellation);
        var missing = campaign.Participants.Select(participant => participant.UnitId).Distinct().Except(sent).Count();
        return missing == 0 ? null : new DeskMissing(due.Month, due.Due, missing);
    }

    /// <summary>Every participating unit with what it has sent for a month. Silence shows.</summary>
    public static async Task<IReadOnlyList<MonthlyReturn>> MonthlyReturnsAsync(this RectifyDb db, Campaign campaign, DateOnly month, DateOnly today, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var units = campaign.Participants.Select(participant => participant.UnitId).ToList();
        var names = await db.Set<Organisations.Unit>().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellation);
        var reports = await db.Set<MonthlyReport>().Where(report => report.CampaignId == campaign.Id && report.Month == month)
            .Select(report => new { report.UnitId, report.State, report.IsNil, report.FirstSubmittedOn, report.SnapshotId, report.SnapshotCode })
            .ToDictionaryAsync(report => report.UnitId, cancellation);
        var due = ReportMonths.Due(month, campaign.Policy, calendar);
        return
        [
            .. campaign.Participants.DistinctBy(participant => participant.UnitId).Select(participant =>
            {
                var sent = reports.GetValueOrDefault(participant.UnitId);
                return new MonthlyReturn(
                    participant.UnitId, names.GetValueOrDefault(participant.UnitId, ""), participant.Handler, sent?.State, sent?.IsNil ?? false, sent?.FirstSubmittedOn,
                    ReportMonths.Standing(sent?.FirstSubmittedOn, due, today), sent?.SnapshotId, sent?.SnapshotCode ?? "");
            }),
        ];
    }
}
