using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>A unit's lists in a campaign, with the entries of one of them. Unit people see their own unit's only, the office any that was submitted.</summary>
/// <param name="UnitId">The unit; null for one's own.</param>
/// <param name="Ordinal">Which list; null for the latest.</param>
[Requires(Permission.ViewProblems)]
public sealed record GetUnitList(Guid CampaignId, Guid? UnitId, int? Ordinal) : IQuery<UnitListView>;

/// <param name="List">Null as long as the unit has started none.</param>
/// <param name="CanEnter">Whether this person may add and change entries of this list now.</param>
/// <param name="CanSupplement">Whether this person may begin a further list, because the office has accepted those before.</param>
/// <param name="CanSubmit">Whether this person may sign and send the list now.</param>
/// <param name="CanReview">Whether this person may accept it or send it back now.</param>
public sealed record UnitListView(
    Campaign Campaign,
    Guid UnitId,
    string UnitName,
    ProblemList? List,
    IReadOnlyList<int> Ordinals,
    IReadOnlyList<ListEntry> Entries,
    IReadOnlyList<TimelineEntry> Timeline,
    DateOnly Today,
    bool CanEnter,
    bool CanSupplement,
    bool CanSubmit,
    bool CanReview);

public sealed record ListEntry(
    Guid Id, int Version, int? Number, ProblemState State, Guid CategoryId, Guid? SymptomId, ProblemSource Source, Severity Severity, ProblemKind Kind, DateOnly FoundOn, string Place, string Description,
    string Matter, string Goal, IReadOnlyList<Measure> Measures, DateOnly? ProposedDueDate, string ResponsibleLeader, string ResponsiblePerson, string Remark);

internal sealed class GetUnitListHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetUnitList, Result<UnitListView>>
{
    public async Task<Result<UnitListView>> Handle(GetUnitList query, CancellationToken cancellationToken)
    {
        var actor = session.Actor;
        var unitId = query.UnitId ?? actor.UnitId;
        var own = unitId == actor.UnitId;
        if (!own && !actor.SeesAllUnits)
        {
            return new NotFound();
        }

        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        if (!campaign.TakesPart(unitId))
        {
            return new NotFound();
        }

        var lists = await db.Set<ProblemList>().Where(list => list.CampaignId == campaign.Id && list.UnitId == unitId && (own || list.State != ProblemListState.Draft))
            .OrderBy(list => list.Ordinal).ToListAsync(cancellationToken);
        var list = query.Ordinal is { } ordinal ? lists.Find(list => list.Ordinal == ordinal) : lists.LastOrDefault();
        var entries = list is null ? [] : await db.Set<Problem>().VisibleTo(actor).Where(problem => problem.ListId == list.Id && problem.State != ProblemState.Void)
            .OrderBy(problem => problem.Number == null).ThenBy(problem => problem.Number).ThenBy(problem => problem.Id)
            .Select(p => new ListEntry(
                p.Id, p.Version, p.Number, p.State, p.CategoryId, p.SymptomId, p.Source, p.Severity, p.Kind, p.FoundOn, p.Place, p.Description,
                p.Matter, p.Goal, p.Measures, p.ProposedDueDate, p.ResponsibleLeader, p.ResponsiblePerson, p.Remark))
            .ToListAsync(cancellationToken);
        var mayEnter = own && campaign.Allows(PhaseMove.EnterProblems) && actor.May(Permission.EnterProblems);
        var canEnter = mayEnter && (list?.TakesEntries ?? true);
        return new UnitListView(
            campaign,
            unitId,
            await db.Set<Organisations.Unit>().Where(unit => unit.Id == unitId).Select(unit => unit.Name).FirstAsync(cancellationToken),
            list,
            [.. lists.Select(list => list.Ordinal)],
            entries,
            list is null ? [] : await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == list.Id).OrderBy(entry => entry.Version).Select(TimelineEntry.Of).ToListAsync(cancellationToken),
            clock.Today,
            canEnter,
            mayEnter && lists.Count > 0 && lists.TrueForAll(list => list.State == ProblemListState.Accepted),
            canEnter && actor.May(Permission.SubmitProblemList),
            !own && list?.State == ProblemListState.Submitted && actor.May(Permission.ReviewProblemList));
    }
}
