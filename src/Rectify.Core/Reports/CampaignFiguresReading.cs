using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports;

/// <summary>Counts what a bulletin prints.</summary>
internal static class CampaignFiguresReading
{
    /// <summary>What may have been open at the cut-off although it is done now.</summary>
    private static readonly ProblemState[] Running =
    [
        ProblemState.Assigned, ProblemState.PlanSubmitted, ProblemState.Rectifying, ProblemState.CloseOutApplied, ProblemState.FirstReviewed,
        ProblemState.Rechecked, ProblemState.PublicNotice, ProblemState.Closed,
    ];

    /// <summary>A bulletin's figures: an issued one's as they were frozen, a draft's as they would be frozen now.</summary>
    public static async Task<CampaignFigures> FiguresOfAsync(this RectifyDb db, Bulletin bulletin, Campaign campaign, Actor actor, WorkingCalendar calendar, CancellationToken cancellation) =>
        bulletin.SnapshotId is { } frozen
            ? FigureFormat.Read<CampaignFigures>(await db.Set<Snapshot>().Where(snapshot => snapshot.Id == frozen).Select(snapshot => snapshot.Figures).SingleAsync(cancellation))
            : await db.CampaignFiguresAsync(campaign, bulletin.Text.CutOff, bulletin.Text.DaysAhead, actor, calendar, cancellation);

    /// <param name="daysAhead">How many calendar days of due dates are named.</param>
    public static async Task<CampaignFigures> CampaignFiguresAsync(
        this RectifyDb db, Campaign campaign, DateOnly cutOff, int daysAhead, Actor actor, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var progress = await db.ProgressAsync(campaign, cutOff, actor, calendar, cancellation);
        var until = cutOff.AddDays(daysAhead);
        var open = db.Set<Problem>().Where(problem => problem.CampaignId == campaign.Id && problem.Number != null && problem.RegisteredOn <= cutOff
            && Running.Contains(problem.State) && (problem.CompletedOn == null || problem.CompletedOn > cutOff));
        var late = open.Where(problem => problem.DueDate < cutOff);
        var next = open.Where(problem => problem.DueDate >= cutOff && problem.DueDate <= until);
        var month = ReportMonths.Of(campaign, cutOff).Where(month => ReportMonths.Due(month, campaign.Policy, calendar) < cutOff).Select(month => (DateOnly?)month).FirstOrDefault();
        return new CampaignFigures(
            progress,
            [
                .. (await Rows(late).ToListAsync(cancellation)).Select(row => new LaggardItem(
                    row.Number, row.UnitName, row.Description, row.State, row.DueDate, calendar.WorkingDaysBetween(row.DueDate, cutOff), row.ResponsiblePerson, row.NoticeCount)),
            ],
            await late.CountAsync(cancellation),
            until,
            [.. (await Rows(next).ToListAsync(cancellation)).Select(row => new DueItem(row.Number, row.UnitName, row.Description, row.State, row.DueDate, row.ResponsiblePerson))],
            await next.CountAsync(cancellation),
            month,
            month is { } reported
                ? [.. (await db.MonthlyReturnsAsync(campaign, reported, cutOff, calendar, cancellation)).Where(unit => unit.Standing is MonthlyStanding.Late or MonthlyStanding.Missing)
                    .Select(unit => new MonthlyLapse(unit.UnitName, unit.Standing, unit.Standing == MonthlyStanding.Missing ? null : unit.FirstSubmittedOn))]
                : []);

        IQueryable<Row> Rows(IQueryable<Problem> problems) => problems.OrderBy(problem => problem.DueDate).ThenBy(problem => problem.Number).Take(CampaignFigures.MostItems)
            .Join(db.Set<Unit>(), problem => problem.UnitId, unit => unit.Id, (problem, unit) => new { problem, unit.Name })
            .OrderBy(row => row.problem.DueDate).ThenBy(row => row.problem.Number)
            .Select(row => new Row(
                row.problem.Number!.Value, row.Name, row.problem.Description, row.problem.State, row.problem.DueDate!.Value, row.problem.ResponsiblePerson, row.problem.NoticeCount));
    }

    private sealed record Row(int Number, string UnitName, string Description, ProblemState State, DateOnly DueDate, string ResponsiblePerson, int NoticeCount);
}
