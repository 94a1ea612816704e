using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Escalations;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports;

/// <summary>领导一页纸: what a leader has to know this week, short enough for one sheet of paper.</summary>
[Requires(Permission.ViewReports)]
public sealed record GetLeaderSheet(Guid CampaignId) : IQuery<LeaderSheet>, IFigures;

/// <param name="WeekEnds">The last day of the week shown: Sunday.</param>
/// <param name="Worst">The five units furthest behind: most overdue, then the lowest close-out rate; none that is not behind.</param>
/// <param name="DueCount">All that falls due this week; <paramref name="Due"/> names the first.</param>
/// <param name="SecondCount">All notices on the second rung that have not ended and were not followed by a third; <paramref name="Second"/> names the first.</param>
/// <param name="Decisions">What waits for the office leader, by kind; what nobody waits for is left out.</param>
public sealed record LeaderSheet(
    Guid CampaignId, string CampaignTitle, string Office, DateOnly Today, DateOnly WeekEnds, int RateDecimals, ProgressRow Total, IReadOnlyList<ProgressRow> Worst,
    IReadOnlyList<DueItem> Due, int DueCount, IReadOnlyList<SecondNotice> Second, int SecondCount, IReadOnlyList<DecisionCount> Decisions)
{
    public const int MostUnits = 5;

    /// <summary>More lines would not fit on the page.</summary>
    public const int MostItems = 6;

    /// <summary>A description is cut to what stands in two lines.</summary>
    public const int MostSigns = 40;

    public static string Short(string text) => text.Length <= MostSigns ? text : text[..(MostSigns - 1)] + "…";
}

/// <summary>A notice on the second rung: one more and the matter can be referred.</summary>
/// <param name="IsFailed">Failed already; the third notice may follow.</param>
public sealed record SecondNotice(string Number, string UnitName, int ProblemNumber, string Description, DateOnly? ReplyDue, bool IsFailed);

/// <summary>What a leader has to decide.</summary>
public enum LeaderDecision
{
    AssignmentObjection = 1,
    Extension = 2,
    LongTerm = 3,
    CloseOut = 4,
    NoticeSignature = 5,
    NoticeObjection = 6,
    Bulletin = 7,
    Referral = 8,
}

public sealed record DecisionCount(LeaderDecision Decision, int Count);

internal sealed class GetLeaderSheetHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars) : IRequestHandler<GetLeaderSheet, Result<LeaderSheet>>
{
    public async Task<Result<LeaderSheet>> Handle(GetLeaderSheet query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        var today = clock.Today;
        var weekEnds = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var progress = await db.ProgressAsync(campaign, today, session.Actor, calendars.Current, cancellationToken);
        var due = db.Set<Problem>().Where(problem => problem.CampaignId == campaign.Id && Warning.WithUnit.Contains(problem.State) && problem.DueDate >= today && problem.DueDate <= weekEnds);
        var failed = db.Set<Notice>().Where(NoticeFailure.By(today));
        var second = db.Set<Notice>().Where(notice => notice.CampaignId == campaign.Id && notice.Ordinal == 2 && notice.IssuedOn != null && notice.State < NoticeState.Filed
            && !db.Set<Notice>().Any(third => third.ProblemId == notice.ProblemId && third.Ordinal > 2 && third.IssuedOn != null && third.State != NoticeState.Revoked));
        return new LeaderSheet(
            campaign.Id,
            campaign.Details.Title,
            campaign.Details.Office,
            today,
            weekEnds,
            progress.RateDecimals,
            progress.Total,
            [
                .. progress.Units.Where(row => row.Figures.Overdue > 0).OrderByDescending(row => row.Figures.Overdue).ThenBy(row => row.Figures.ClosedRate).ThenBy(row => row.Id)
                    .Take(LeaderSheet.MostUnits),
            ],
            await due.OrderBy(problem => problem.DueDate).ThenBy(problem => problem.Number).Take(LeaderSheet.MostItems)
                .Join(db.Set<Unit>(), problem => problem.UnitId, unit => unit.Id, (problem, unit) => new { problem, unit.Name }).OrderBy(row => row.problem.DueDate).ThenBy(row => row.problem.Number)
                .Select(row => new DueItem(row.problem.Number!.Value, row.Name, row.problem.Description, row.problem.State, row.problem.DueDate!.Value, row.problem.ResponsiblePerson))
                .ToListAsync(cancellationToken),
            await due.CountAsync(cancellationToken),
            [
                .. (await second.OrderBy(notice => notice.ReplyDue).ThenBy(notice => notice.Id).Take(LeaderSheet.MostItems)
                    .Join(db.Set<Problem>(), notice => notice.ProblemId, problem => problem.Id, (notice, problem) => new { notice, problem })
                    .Join(db.Set<Unit>(), row => row.notice.UnitId, unit => unit.Id, (row, unit) => new { row.notice, row.problem, unit.Name })
                    .OrderBy(row => row.notice.ReplyDue).ThenBy(row => row.notice.Id)
                    .Select(row => new
                    {
                        row.notice.Prefix, row.notice.Year, row.notice.Serial, row.Name, row.problem.Number, row.problem.Description, row.notice.ReplyDue, IsFailed = failed.Any(other => other.Id == row.notice.Id),
                    }).ToListAsync(cancellationToken))
                    .Select(row => new SecondNotice(new NoticeNumber(row.Prefix, row.Year!.Value, row.Serial!.Value).Text, row.Name, row.Number!.Value, row.Description, row.ReplyDue, row.IsFailed)),
            ],
            await second.CountAsync(cancellationToken),
            await DecisionsAsync(db, campaign.Id, cancellationToken));
    }

    private static async Task<IReadOnlyList<DecisionCount>> DecisionsAsync(RectifyDb db, Guid campaignId, CancellationToken cancellation)
    {
        var problems = db.Set<Problem>().Where(problem => problem.CampaignId == campaignId);
        var notices = db.Set<Notice>().Where(notice => notice.CampaignId == campaignId);
        DecisionCount[] all =
        [
            new(LeaderDecision.AssignmentObjection, await problems.CountAsync(problem => problem.Pending == PendingDecision.DecideObjection, cancellation)),
            new(LeaderDecision.Extension, await problems.CountAsync(problem => problem.Pending == PendingDecision.DecideExtension, cancellation)),
            new(LeaderDecision.LongTerm, await problems.CountAsync(problem => problem.Pending == PendingDecision.DecideLongTerm, cancellation)),
            new(LeaderDecision.CloseOut, await problems.CountAsync(problem => problem.State == ProblemState.Rechecked || problem.State == ProblemState.PublicNotice, cancellation)),
            new(LeaderDecision.NoticeSignature, await notices.CountAsync(notice => notice.State == NoticeState.Draft || notice.State == NoticeState.Signed, cancellation)),
            new(LeaderDecision.NoticeObjection, await notices.CountAsync(notice => notice.HasOpenObjection, cancellation)),
            new(LeaderDecision.Bulletin, await db.Set<Bulletin>().CountAsync(bulletin => bulletin.CampaignId == campaignId && bulletin.State == BulletinState.Draft, cancellation)),
            new(LeaderDecision.Referral, await db.Set<Referral>().CountAsync(referral => referral.CampaignId == campaignId && (referral.State == ReferralState.Drafted || referral.State == ReferralState.Approved), cancellation)),
        ];
        return [.. all.Where(one => one.Count > 0)];
    }
}
