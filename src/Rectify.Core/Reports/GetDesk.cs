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
public sealed record DeskCampaign(
    Guid Id, string Title, PhaseKind Phase, DateOnly PhaseEnds, bool TakesPart, ProblemListState? OwnList, int ListsToReview, int NoticesWaiting, IReadOnlyList<DeskQueue> Queues);

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
            queues);
    }
}
