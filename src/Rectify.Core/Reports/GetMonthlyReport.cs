using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Ledger;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>A unit's report of a month, with what the ledger counts now. Units see their own only.</summary>
/// <param name="UnitId">Whose; null is the person's own unit.</param>
/// <param name="Month">Any day of the month; null is the oldest one that waits for the unit, or the latest.</param>
[Requires(Permission.ViewProblems)]
public sealed record GetMonthlyReport(Guid CampaignId, Guid? UnitId, DateOnly? Month = null) : IQuery<MonthlyReportView>;

/// <param name="Report">Null while nothing has been written.</param>
/// <param name="Months">The months to report on, the latest first, with how the unit stands in each.</param>
/// <param name="Ledger">What the ledger counts for the month up to <paramref name="CutOff"/>.</param>
/// <param name="Editions">The frozen figures of every signed edition, the latest first.</param>
public sealed record MonthlyReportView(
    string CampaignTitle, Guid UnitId, string UnitName, DateOnly Month, DateOnly Due, DateOnly CutOff, MonthlyStanding Standing, MonthlyReport? Report,
    IReadOnlyList<MonthlyMonth> Months, MonthlyCounts Ledger, IReadOnlyList<UnfinishedItem> Unfinished, IReadOnlyList<SnapshotLine> Editions, IReadOnlyList<TimelineEntry> Timeline,
    bool MayWrite, bool MaySign, bool MayReview);

public sealed record MonthlyMonth(DateOnly Month, MonthlyStanding Standing);

/// <summary>A snapshot by name.</summary>
public sealed record SnapshotLine(Guid Id, string Code, DateOnly CutOff, DateTimeOffset FrozenAt);

internal sealed class GetMonthlyReportHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars) : IRequestHandler<GetMonthlyReport, Result<MonthlyReportView>>
{
    public async Task<Result<MonthlyReportView>> Handle(GetMonthlyReport query, CancellationToken cancellationToken)
    {
        var (actor, today, calendar) = (session.Actor, clock.Today, calendars.Current);
        var unitId = query.UnitId ?? actor.UnitId;
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        var months = ReportMonths.Of(campaign, today);
        if ((unitId != actor.UnitId && !actor.SeesAllUnits) || !campaign.TakesPart(unitId) || months.Count == 0)
        {
            return new NotFound();
        }

        var reports = await db.Set<MonthlyReport>().Where(report => report.CampaignId == campaign.Id && report.UnitId == unitId).ToDictionaryAsync(report => report.Month, cancellationToken);
        var waiting = months.LastOrDefault(month => reports.GetValueOrDefault(month) is not { IsWithUnit: false }, months[0]);
        var month = query.Month is { } asked ? ReportMonths.FirstDay(asked) : waiting;
        if (!months.Contains(month))
        {
            return new NotFound();
        }

        var report = reports.GetValueOrDefault(month);
        var cutOff = MonthlyReading.CutOff(month, today);
        var isWithUnit = report?.IsWithUnit ?? true;
        var own = unitId == actor.UnitId;
        return new MonthlyReportView(
            campaign.Details.Title,
            unitId,
            await db.Set<Organisations.Unit>().Where(unit => unit.Id == unitId).Select(unit => unit.Name).FirstAsync(cancellationToken),
            month,
            ReportMonths.Due(month, campaign.Policy, calendar),
            cutOff,
            Standing(month),
            report,
            [.. months.Select(one => new MonthlyMonth(one, Standing(one)))],
            await db.MonthlyCountsAsync(campaign.Id, unitId, month, cutOff, cancellationToken),
            await db.UnfinishedAsync(campaign.Id, unitId, cutOff, cancellationToken),
            await db.Set<Snapshot>().Where(snapshot => snapshot.CampaignId == campaign.Id && snapshot.Kind == SnapshotKind.MonthlyReport && snapshot.UnitId == unitId && snapshot.Month == month)
                .OrderByDescending(snapshot => snapshot.Serial).Select(snapshot => new SnapshotLine(snapshot.Id, snapshot.Code, snapshot.CutOff, snapshot.FrozenAt)).ToListAsync(cancellationToken),
            report is null ? [] : await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == report.Id).OrderBy(entry => entry.Version).Select(TimelineEntry.Of).ToListAsync(cancellationToken),
            own && isWithUnit && actor.May(Permission.ReportMonthly),
            own && isWithUnit && report is not null && actor.May(Permission.SignForUnit),
            !own && report?.State == MonthlyReportState.Submitted && actor.May(Permission.ReviewMonthlyReports));

        MonthlyStanding Standing(DateOnly one) =>
            ReportMonths.Standing(reports.GetValueOrDefault(one)?.FirstSubmittedOn, ReportMonths.Due(one, campaign.Policy, calendar), today);
    }
}
