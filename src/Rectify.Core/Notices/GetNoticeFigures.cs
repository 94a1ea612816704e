using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Notices;

/// <summary>Counts of a campaign's notices by unit and category, as far as this person sees them. Sums over either give the other's totals.</summary>
/// <param name="AsOf">The cut-off day; null is today. What was delivered or answered later is left out.</param>
[Requires(Permission.ViewNotices)]
public sealed record GetNoticeFigures(Guid CampaignId, DateOnly? AsOf = null) : IQuery<IReadOnlyList<NoticeFigures>>;

/// <summary>The notices on one unit's problems of one category; revoked ones do not count.</summary>
/// <param name="CategoryId">The problem's category as it is now.</param>
/// <param name="First">Delivered on the first rung.</param>
/// <param name="Third">Delivered on the third rung or a later one.</param>
/// <param name="Failed">Failed by the cut-off.</param>
/// <param name="RepliesDue">Replied to, or past the reply date: the denominator of 答复率.</param>
/// <param name="RepliedInTime">First reply not after the reply date: its numerator.</param>
public sealed record NoticeFigures(Guid UnitId, Guid CategoryId, int First, int Second, int Third, int Failed, int RepliesDue, int RepliedInTime);

internal sealed class GetNoticeFiguresHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetNoticeFigures, Result<IReadOnlyList<NoticeFigures>>>
{
    public async Task<Result<IReadOnlyList<NoticeFigures>>> Handle(GetNoticeFigures query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return Result<IReadOnlyList<NoticeFigures>>.Ok(await db.NoticeFiguresAsync(query.CampaignId, query.AsOf ?? clock.Today, session.Actor, cancellationToken));
    }
}

/// <summary>The count itself, which reports share.</summary>
internal static class NoticeCounts
{
    public static async Task<IReadOnlyList<NoticeFigures>> NoticeFiguresAsync(this RectifyDb db, Guid campaignId, DateOnly asOf, Actor actor, CancellationToken cancellation)
    {
        var failed = db.Set<Notice>().Where(NoticeFailure.By(asOf));
        return await db.Set<Notice>().VisibleTo(actor)
            .Where(notice => notice.CampaignId == campaignId && notice.IssuedOn <= asOf && notice.State != NoticeState.Revoked)
            .Join(db.Set<Problem>(), notice => notice.ProblemId, problem => problem.Id, (notice, problem) => new
            {
                notice.UnitId,
                problem.CategoryId,
                notice.Ordinal,
                Failed = failed.Any(other => other.Id == notice.Id) ? 1 : 0,
                Due = notice.FirstReplyOn <= asOf || (notice.ReplyDue < asOf && notice.SuspendedOn == null) ? 1 : 0,
                InTime = notice.FirstReplyOn <= asOf && (notice.FirstReplyOn <= notice.ReplyDue || notice.SuspendedOn != null) ? 1 : 0,
            })
            .GroupBy(row => new { row.UnitId, row.CategoryId })
            .OrderBy(rows => rows.Key.UnitId).ThenBy(rows => rows.Key.CategoryId)
            .Select(rows => new NoticeFigures(
                rows.Key.UnitId, rows.Key.CategoryId,
                rows.Count(row => row.Ordinal == 1), rows.Count(row => row.Ordinal == 2), rows.Count(row => row.Ordinal >= 3),
                rows.Sum(row => row.Failed), rows.Sum(row => row.Due), rows.Sum(row => row.InTime)))
            .ToListAsync(cancellation);
    }
}
