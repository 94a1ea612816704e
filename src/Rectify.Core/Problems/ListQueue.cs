using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>One queue of the person's desk in a campaign, the earliest due date first.</summary>
/// <param name="Page">From 1.</param>
[Requires(Permission.ViewProblems)]
public sealed record ListQueue(Guid CampaignId, ProblemQueue Queue, int Page = 1, int PageSize = 50) : IQuery<QueuePage>;

public sealed record QueuePage(Campaign Campaign, ProblemQueue Queue, int Total, int Page, int PageSize, IReadOnlyList<QueueRow> Rows);

/// <param name="Version">What a batch form carries for each ticked row.</param>
public sealed record QueueRow(
    Guid Id, int Version, int? Number, Guid UnitId, string UnitName, Guid CategoryId, string Description, Severity Severity, ProblemKind Kind, ProblemState State, PendingDecision Pending,
    DateOnly? DueDate, DateOnly? ProposedDueDate, int ReturnCount, int NoticeCount, bool IsOverdue)
{
    /// <summary>Some of the queue, from where it is in order; only those rows are then read whole.</summary>
    internal static IQueryable<QueueRow> From(IQueryable<Problem> problems, RectifyDb db, DateOnly today, int skip, int take)
    {
        var wanted = problems.OrderBy(problem => problem.DueDate == null).ThenBy(problem => problem.DueDate).ThenBy(problem => problem.Id).Skip(skip).Take(take).Select(problem => problem.Id);
        return
            from problem in db.Set<Problem>()
            where wanted.Contains(problem.Id)
            join unit in db.Set<Organisations.Unit>() on problem.UnitId equals unit.Id
            orderby problem.DueDate == null, problem.DueDate, problem.Id
            select new QueueRow(
                problem.Id, problem.Version, problem.Number, problem.UnitId, unit.Name, problem.CategoryId, problem.Description, problem.Severity, problem.Kind, problem.State, problem.Pending,
                problem.DueDate, problem.ProposedDueDate, problem.ReturnCount, problem.NoticeCount,
                Warning.WithUnit.Contains(problem.State) && problem.DueDate < today);
    }
}

internal sealed class ListQueueHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars) : IRequestHandler<ListQueue, Result<QueuePage>>
{
    public async Task<Result<QueuePage>> Handle(ListQueue query, CancellationToken cancellationToken)
    {
        if (!Queues.Of(session.Actor).Contains(query.Queue))
        {
            return new NotAllowed();
        }

        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        var problems = Queues.In(db, query.Queue, campaign, session.Actor, clock.Today, calendars.Current);
        var size = Math.Clamp(query.PageSize, 1, 200);
        var page = Math.Max(1, query.Page);
        return new QueuePage(
            campaign, query.Queue, await problems.CountAsync(cancellationToken), page, size,
            await QueueRow.From(problems, db, clock.Today, (page - 1) * size, size).ToListAsync(cancellationToken));
    }
}
