using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>What waits for this person in the running campaigns, the most urgent first.</summary>
[Requires(Permission.OwnAccount)]
public sealed record GetDesk : IQuery<Desk>;

public sealed record Desk(Actor Person, DateOnly Today, IReadOnlyList<DeskCampaign> Campaigns);

/// <param name="PhaseEnds">Planned last day of the running phase.</param>
/// <param name="OwnList">For unit people: the state of the unit's latest list; null when it has started none.</param>
/// <param name="ListsToReview">For the office: submitted lists that wait for acceptance.</param>
/// <param name="NoticesWaiting">Notices on which this person has the next move.</param>
/// <param name="OwnMonths">For unit people: the monthly reports their unit has to send, the oldest first.</param>
/// <param name="ReportsToReview">For the office: signed monthly reports that wait for acceptance.</param>
/// <param name="ReportsMissing">For the office: units that have sent nothing for the latest month whose report was due.</param>
public sealed record DeskCampaign(
    Guid Id, string Title, PhaseKind Phase, DateOnly PhaseEnds, bool TakesPart, ProblemListState? OwnList, int ListsToReview, int NoticesWaiting,
    IReadOnlyList<DeskMonth> OwnMonths, int ReportsToReview, DeskMissing? ReportsMissing, IReadOnlyList<DeskQueue> Queues);

/// <summary>A monthly report that a unit owes.</summary>
/// <param name="State">Null when the unit has not begun it.</param>
/// <param name="IsOverdue">Nothing was signed by the due date; one that was sent back counts by its first signature.</param>
public sealed record DeskMonth(DateOnly Month, DateOnly Due, MonthlyReportState? State, bool IsOverdue);

/// <param name="Units">How many.</param>
public sealed record DeskMissing(DateOnly Month, DateOnly Due, int Units);

/// <param name="Count">All that waits in the queue.</param>
/// <param name="First">The first few of it.</param>
public sealed record DeskQueue(ProblemQueue Queue, int Count, IReadOnlyList<QueueRow> First);

internal sealed class GetDeskHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars) : IRequestHandler<GetDesk, Result<Desk>>
{
    private const int Shown = 5;

    public async Task<Result<Desk>> Handle(GetDesk query, CancellationToken cancellationToken)
    {
        var actor = session.Actor;
        await using var db = databases.CreateDbContext();
        var running = actor.May(Permission.ViewProblems) ? await db.Set<Campaign>().Where(campaign => campaign.State == CampaignState.Open).OrderByDescending(campaign => campaign.Id).ToListAsync(cancellationToken) : [];
        List<DeskCampaign> campaigns = [];
        foreach (var campaign in running.Where(campaign => campaign.IsVisibleTo(actor)))
        {
            campaigns.Add(await CampaignAsync(db, campaign, actor, cancellationToken));
        }

        return new Desk(actor, clock.Today, campaigns);
    }

    private async Task<DeskCampaign> CampaignAsync(RectifyDb db, Campaign campaign, Actor actor, CancellationToken cancellation)
    {
        List<DeskQueue> queues = [];
        foreach (var queue in Queues.Of(actor))
        {
            var problems = Queues.In(db, queue, campaign, actor, clock.Today, calendars.Current);
            var count = await problems.CountAsync(cancellation);
            queues.Add(new DeskQueue(queue, count, count == 0 ? [] : await QueueRow.From(problems, db, clock.Today, 0, Shown).ToListAsync(cancellation)));
        }

        var lists = db.Set<ProblemList>().Where(list => list.CampaignId == campaign.Id);
        return new DeskCampaign(
            campaign.Id,
            campaign.Details.Title,
            campaign.CurrentPhase!.Value,
            campaign.Plan(campaign.CurrentPhase.Value).To,
            campaign.TakesPart(actor.UnitId),
            await lists.Where(list => list.UnitId == actor.UnitId).OrderByDescending(list => list.Ordinal).Select(list => (ProblemListState?)list.State).FirstOrDefaultAsync(cancellation),
            actor.May(Permission.ReviewProblemList) ? await lists.CountAsync(list => list.State == ProblemListState.Submitted, cancellation) : 0,
            await db.Set<Notice>().VisibleTo(actor).Where(notice => notice.CampaignId == campaign.Id).Where(NoticeMoves.WaitingFor(actor, clock.Today)).CountAsync(cancellation),
            actor.May(Permission.ReportMonthly) && campaign.TakesPart(actor.UnitId) ? await db.MonthsOwedAsync(campaign, actor.UnitId, clock.Today, calendars.Current, cancellation) : [],
            actor.May(Permission.ReviewMonthlyReports) ? await db.Set<MonthlyReport>().CountAsync(report => report.CampaignId == campaign.Id && report.State == MonthlyReportState.Submitted, cancellation) : 0,
            actor.May(Permission.ReviewMonthlyReports) ? await db.MonthMissingAsync(campaign, clock.Today, calendars.Current, cancellation) : null,
            queues);
    }
}
