using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>What problems can wait for, seen from a desk. Each role has its own.</summary>
public enum ProblemQueue
{
    // A unit's desk
    Overdue = 1,
    Returned = 2,
    ToSign = 3,
    ToPlan = 4,
    DueSoon = 5,
    Working = 6,

    // The office's desks
    ToAssign = 10,
    PlansToReview = 11,
    ToFirstReview = 12,
    ToRecheck = 13,
    ToClose = 14,
    ToDecide = 15,
    ToReopen = 16,
    LookBackDue = 17,
    LongTermReviewDue = 18,
    OverdueAtUnits = 19,
}

/// <summary>The queues as conditions on the tables: one place for desks, counts and batch work.</summary>
public static class Queues
{
    /// <summary>The queues on this person's desk, most urgent first.</summary>
    public static IReadOnlyList<ProblemQueue> Of(Actor actor)
    {
        List<ProblemQueue> queues = [];
        if (actor.Has(Role.OfficeLeader))
        {
            queues.AddRange([ProblemQueue.ToDecide, ProblemQueue.ToClose, ProblemQueue.ToReopen]);
        }

        if (actor.Has(Role.OfficeClerk))
        {
            queues.AddRange([ProblemQueue.ToAssign, ProblemQueue.PlansToReview, ProblemQueue.ToFirstReview]);
        }

        if (actor.Has(Role.Checker))
        {
            queues.AddRange([ProblemQueue.ToRecheck, ProblemQueue.LookBackDue, ProblemQueue.LongTermReviewDue]);
        }

        if (actor.SeesAllUnits)
        {
            queues.Add(ProblemQueue.OverdueAtUnits);
        }

        if (actor.Has(Role.UnitLeader))
        {
            queues.Add(ProblemQueue.ToSign);
        }

        if (actor.Has(Role.UnitHandler | Role.UnitLeader))
        {
            queues.AddRange([ProblemQueue.Overdue, ProblemQueue.Returned, ProblemQueue.ToPlan, ProblemQueue.DueSoon, ProblemQueue.Working]);
        }

        return queues;
    }

    /// <summary>The campaign's problems in a queue; unit queues hold the person's own unit only.</summary>
    public static IQueryable<Problem> In(RectifyDb db, ProblemQueue queue, Campaign campaign, Actor actor, DateOnly today, WorkingCalendar calendar)
    {
        var unit = actor.UnitId;
        var all = db.Set<Problem>().Where(p => p.CampaignId == campaign.Id);
        var own = all.Where(p => p.UnitId == unit);
        var lists = db.Set<ProblemList>();
        var lookBacks = db.Set<LookBack>();

        // The last look-back of a closing decides. Looked for from here, since of many closed problems few come back.
        var recurred = lookBacks.Where(back => back.CampaignId == campaign.Id && back.Recurred
            && !lookBacks.Any(later => later.ProblemId == back.ProblemId && later.RecurrenceCount == back.RecurrenceCount && later.Ordinal > back.Ordinal));
        var soon = calendar.AddWorkingDays(today, campaign.Policy.ReminderWorkingDays).Date;
        var lookBackFrom = today.AddDays(-campaign.Policy.LookBackDays);
        var drawnFrom = 100 - campaign.Policy.LookBackPercent;
        return queue switch
        {
            ProblemQueue.Overdue => WithUnit(own).Where(p => p.DueDate < today),
            ProblemQueue.DueSoon => WithUnit(own).Where(p => p.DueDate >= today && p.DueDate <= soon),
            ProblemQueue.Returned => own.Where(p => (p.State == ProblemState.Assigned || p.State == ProblemState.Rectifying) && p.Returned != null),
            ProblemQueue.ToSign => own.Where(p => p.Pending >= PendingDecision.SignPlan && p.Pending <= PendingDecision.SignCloseOut),
            ProblemQueue.ToPlan => own.Where(p => p.State == ProblemState.Assigned && p.Pending == PendingDecision.None),
            ProblemQueue.Working => own.Where(p => p.State == ProblemState.Rectifying),
            ProblemQueue.ToAssign => all.Where(p => p.State == ProblemState.Registered && (p.ListId == null || lists.Any(list => list.Id == p.ListId && list.State == ProblemListState.Accepted))),
            ProblemQueue.PlansToReview => all.Where(p => p.State == ProblemState.PlanSubmitted),
            ProblemQueue.ToFirstReview => all.Where(p => p.State == ProblemState.CloseOutApplied && !campaign.Policy.ShortChain),
            ProblemQueue.ToRecheck => all.Where(p => p.State == ProblemState.FirstReviewed || (campaign.Policy.ShortChain && p.State == ProblemState.CloseOutApplied)),
            ProblemQueue.ToClose => all.Where(p => p.State == ProblemState.Rechecked || p.State == ProblemState.PublicNotice),
            ProblemQueue.ToDecide => all.Where(p => p.Pending >= PendingDecision.DecideObjection && p.Pending <= PendingDecision.DecideLongTerm),
            ProblemQueue.ToReopen => recurred.Join(all.Where(p => p.State == ProblemState.Closed), back => new { Id = back.ProblemId, back.RecurrenceCount }, p => new { p.Id, p.RecurrenceCount }, (_, p) => p),
            ProblemQueue.LookBackDue => all.Where(p => p.State == ProblemState.Closed && p.ClosedOn <= lookBackFrom && p.Draw >= drawnFrom && !lookBacks.Any(back => back.ProblemId == p.Id && back.RecurrenceCount == p.RecurrenceCount)),
            ProblemQueue.LongTermReviewDue => all.Where(p => p.State == ProblemState.LongTerm && p.NextReviewOn <= soon),
            ProblemQueue.OverdueAtUnits => WithUnit(all).Where(p => p.DueDate < today),
            _ => throw new ArgumentOutOfRangeException(nameof(queue), queue, null),
        };
    }

    private static IQueryable<Problem> WithUnit(IQueryable<Problem> problems) =>
        problems.Where(p => Warning.WithUnit.Contains(p.State));
}
