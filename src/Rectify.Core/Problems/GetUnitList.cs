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
/// <param name="Page">Which page of its entries, from 1; null for all, as on paper.</param>
[Requires(Permission.ViewProblems)]
public sealed record GetUnitList(Guid CampaignId, Guid? UnitId, int? Ordinal, int? Page = null) : IQuery<UnitListView>;

/// <param name="List">Null as long as the unit has started none.</param>
/// <param name="Shown">The page of entries asked for.</param>
/// <param name="Bare">How many entries of the whole list have no measures or no date.</param>
/// <param name="ShowsState">Whether an entry has gone on from being registered.</param>
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
    Page<ListEntry> Shown,
    int Bare,
    bool ShowsState,
    IReadOnlyList<TimelineEntry> Timeline,
    DateOnly Today,
    bool CanEnter,
    bool CanSupplement,
    bool CanSubmit,
    bool CanReview)
{
    public IReadOnlyList<ListEntry> Entries => Shown.Items;
}

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
        var listId = list?.Id ?? Guid.Empty;
        var entries = db.Set<Problem>().VisibleTo(actor).Where(problem => problem.ListId == listId && problem.State != ProblemState.Void);
        IReadOnlyList<Measure> none = [];
        var mayEnter = own && campaign.Allows(PhaseMove.EnterProblems) && actor.May(Permission.EnterProblems);
        var canEnter = mayEnter && (list?.TakesEntries ?? true);
        return new UnitListView(
            campaign,
            unitId,
            await db.Set<Organisations.Unit>().Where(unit => unit.Id == unitId).Select(unit => unit.Name).FirstAsync(cancellationToken),
            list,
            [.. lists.Select(list => list.Ordinal)],
            await PageAsync(entries, query.Page, cancellationToken),
            await entries.CountAsync(problem => problem.ProposedDueDate == null || problem.Measures == none, cancellationToken),
            await entries.AnyAsync(problem => problem.State > ProblemState.Registered, cancellationToken),
            list is null ? [] : await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == list.Id).OrderBy(entry => entry.Version).Select(TimelineEntry.Of).ToListAsync(cancellationToken),
            clock.Today,
            canEnter,
            mayEnter && lists.Count > 0 && lists.TrueForAll(list => list.State == ProblemListState.Accepted),
            canEnter && actor.May(Permission.SubmitProblemList),
            !own && list?.State == ProblemListState.Submitted && actor.May(Permission.ReviewProblemList));
    }

    /// <summary>More than any list has.</summary>
    private const int Whole = 1_000_000;

    private static Task<Page<ListEntry>> PageAsync(IQueryable<Problem> entries, int? number, CancellationToken cancellation) => entries
        .OrderBy(problem => problem.Number == null).ThenBy(problem => problem.Number).ThenBy(problem => problem.Id)
        .Select(p => new ListEntry(
            p.Id, p.Version, p.Number, p.State, p.CategoryId, p.SymptomId, p.Source, p.Severity, p.Kind, p.FoundOn, p.Place, p.Description,
            p.Matter, p.Goal, p.Measures, p.ProposedDueDate, p.ResponsibleLeader, p.ResponsiblePerson, p.Remark))
        .PageAsync(number ?? 1, cancellation, number is null ? Whole : Page<ListEntry>.UsualSize);
}
