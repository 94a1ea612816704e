using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Problems;

public enum LedgerOrder
{
    Number = 0,
    Due = 1,
    Found = 2,
    Closed = 3,
    State = 4,
    Severity = 5,
}

/// <summary>The ledger: every registered problem this person may see, filtered, ordered and paged. Drafts are not in it.</summary>
/// <param name="Descending">The last or latest first.</param>
[Requires(Permission.ViewProblems)]
public sealed record ListLedger(
    Guid CampaignId, LedgerFilter Filter, LedgerOrder Order = LedgerOrder.Number, bool Descending = false, int Page = 1, int Size = Page<LedgerRow>.UsualSize) : IQuery<Page<LedgerRow>>
{
    /// <summary>The most rows a page may hold.</summary>
    public const int LargestSize = 200;
}

/// <param name="CategoryName">The category as the campaign names it.</param>
/// <param name="OriginalDueDate">The first due date; differs from <paramref name="DueDate"/> after an extension.</param>
/// <param name="IsReturned">Sent back and not in again.</param>
public sealed record LedgerRow(
    Guid Id, int Number, Guid UnitId, string UnitName, Guid CategoryId, string CategoryName, ProblemSource Source, string Description, string Place,
    ProblemKind Kind, Severity Severity, ProblemState State, PendingDecision Pending, PhaseKind? Phase, DateOnly FoundOn, DateOnly? OriginalDueDate, DateOnly? DueDate,
    DateOnly? CompletedOn, DateOnly? ClosedOn, string ResponsibleLeader, string ResponsiblePerson, int NoticeCount, int RecurrenceCount, bool IsReturned, WarningColour Warning);

internal sealed class ListLedgerShape : AbstractValidator<ListLedger>
{
    public ListLedgerShape()
    {
        RuleFor(query => query.Order).IsInEnum();
        RuleFor(query => query.Size).InclusiveBetween(1, ListLedger.LargestSize);
        RuleFor(query => query.Filter).SetValidator(new LedgerFilterShape());
    }
}

internal sealed class ListLedgerHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars)
    : IRequestHandler<ListLedger, Result<Page<LedgerRow>>>
{
    public async Task<Result<Page<LedgerRow>>> Handle(ListLedger request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(request.CampaignId);
        if (!campaign.IsVisibleTo(session.Actor))
        {
            return new NotFound();
        }

        var dates = WarningDates.For(clock.Today, campaign.Policy, calendars.Current);
        var matching = db.LedgerOf(campaign.Id, session.Actor).Matching(request.Filter, db, campaign.Id, dates);

        // The page is found on the covering index alone; only its own rows are then read from the table.
        var ids = await FindAsync(Ordered(matching, request.Order, request.Descending).Select(problem => problem.Id), request, cancellationToken);
        var rows = await RowsAsync(db, campaign, ids.Items, dates, cancellationToken);
        return new Page<LedgerRow>([.. ids.Items.Select(id => rows[id])], ids.Number, ids.Size, ids.Total);
    }

    /// <summary>One pass over the index finds a short list whole; only a longer one takes a second pass to be counted.</summary>
    private static async Task<Page<Guid>> FindAsync(IQueryable<Guid> ids, ListLedger request, CancellationToken cancellation)
    {
        const int shortList = 500;
        var first = await ids.Take(shortList + 1).ToListAsync(cancellation);
        if (first.Count > shortList)
        {
            return await ids.PageAsync(request.Page, cancellation, request.Size);
        }

        var page = Math.Clamp(request.Page, 1, Math.Max(1, (first.Count + request.Size - 1) / request.Size));
        return new Page<Guid>([.. first.Skip((page - 1) * request.Size).Take(request.Size)], page, request.Size, first.Count);
    }

    private static IQueryable<Problem> Ordered(IQueryable<Problem> problems, LedgerOrder order, bool descending) => (order, descending) switch
    {
        (LedgerOrder.Due, false) => problems.OrderBy(problem => problem.DueDate == null).ThenBy(problem => problem.DueDate).ThenBy(problem => problem.Number),
        (LedgerOrder.Due, true) => problems.OrderByDescending(problem => problem.DueDate).ThenBy(problem => problem.Number),
        (LedgerOrder.Found, false) => problems.OrderBy(problem => problem.FoundOn).ThenBy(problem => problem.Number),
        (LedgerOrder.Found, true) => problems.OrderByDescending(problem => problem.FoundOn).ThenBy(problem => problem.Number),
        (LedgerOrder.Closed, false) => problems.OrderBy(problem => problem.ClosedOn == null).ThenBy(problem => problem.ClosedOn).ThenBy(problem => problem.Number),
        (LedgerOrder.Closed, true) => problems.OrderByDescending(problem => problem.ClosedOn).ThenBy(problem => problem.Number),
        (LedgerOrder.State, false) => problems.OrderBy(problem => problem.State).ThenBy(problem => problem.Number),
        (LedgerOrder.State, true) => problems.OrderByDescending(problem => problem.State).ThenBy(problem => problem.Number),
        (LedgerOrder.Severity, false) => problems.OrderBy(problem => problem.Severity).ThenBy(problem => problem.Number),
        (LedgerOrder.Severity, true) => problems.OrderByDescending(problem => problem.Severity).ThenBy(problem => problem.Number),
        (_, false) => problems.OrderBy(problem => problem.Number),
        (_, true) => problems.OrderByDescending(problem => problem.Number),
    };

    private static async Task<Dictionary<Guid, LedgerRow>> RowsAsync(RectifyDb db, Campaign campaign, IReadOnlyList<Guid> ids, WarningDates dates, CancellationToken cancellation)
    {
        var categories = campaign.Categories.ToDictionary(category => category.Id, category => category.Name);
        var rows = await db.Set<Problem>().Where(problem => ids.Contains(problem.Id))
            .Join(db.Set<Unit>(), problem => problem.UnitId, unit => unit.Id, (problem, unit) => new LedgerRow(
                problem.Id, problem.Number!.Value, problem.UnitId, unit.Name, problem.CategoryId, "", problem.Source, problem.Description, problem.Place,
                problem.Kind, problem.Severity, problem.State, problem.Pending, problem.RegisteredInPhase, problem.FoundOn, problem.OriginalDueDate, problem.DueDate,
                problem.CompletedOn, problem.ClosedOn, problem.ResponsibleLeader, problem.ResponsiblePerson, problem.NoticeCount, problem.RecurrenceCount,
                problem.Returned != null, WarningColour.Green))
            .ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Id, row => row with
        {
            CategoryName = categories.GetValueOrDefault(row.CategoryId, ""),
            Warning = Warning.Of(row.State, row.DueDate, row.IsReturned, dates),
        });
    }
}
