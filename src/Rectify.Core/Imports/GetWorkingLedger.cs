using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Imports;

/// <summary>What the person's unit has to work on, row by row with what may be changed offline.</summary>
[Requires(Permission.PrepareRectification)]
public sealed record GetWorkingLedger(Guid CampaignId) : IQuery<WorkingLedger>
{
    /// <summary>The most problems one file holds; a unit with more works on the earliest numbers first.</summary>
    public const int LargestCount = 2000;
}

/// <param name="Total">How many problems the unit has to work on; more than the rows when the ledger was cut.</param>
public sealed record WorkingLedger(Campaign Campaign, Guid UnitId, string UnitName, DateTimeOffset DownloadedAt, string DownloadedAtLocal, int Total)
{
    internal IReadOnlyList<WorkingLedgerLine> Lines { get; init; } = [];
}

internal sealed class GetWorkingLedgerHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetWorkingLedger, Result<WorkingLedger>>
{
    public async Task<Result<WorkingLedger>> Handle(GetWorkingLedger query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var (actor, today) = (session.Actor, clock.Today);
        var campaign = await db.CampaignOfUnitAsync(query.CampaignId, actor);
        var running = db.Set<Problem>().Where(problem => problem.CampaignId == campaign.Id && problem.UnitId == actor.UnitId)
            .Where(problem => problem.State < ProblemState.Closed || problem.State == ProblemState.LongTerm);
        var problems = await running.OrderBy(problem => problem.Number == null).ThenBy(problem => problem.Number).ThenBy(problem => problem.Id)
            .Take(GetWorkingLedger.LargestCount).AsSplitQuery().ToListAsync(cancellationToken);
        var lists = await db.Set<ProblemList>().Where(list => list.CampaignId == campaign.Id && list.UnitId == actor.UnitId).ToDictionaryAsync(list => list.Id, cancellationToken);
        var notices = await db.Set<Notice>().VisibleTo(actor)
            .Where(notice => notice.CampaignId == campaign.Id && notice.UnitId == actor.UnitId && notice.State < NoticeState.Corrected)
            .Join(db.Set<Problem>(), notice => notice.ProblemId, problem => problem.Id, (notice, problem) => new { notice, problem.Number })
            .OrderBy(row => row.notice.Year).ThenBy(row => row.notice.Serial).ThenBy(row => row.notice.Id).ToListAsync(cancellationToken);
        var lines = problems.SelectMany(problem => WorkingLedgerLines.Of(problem, ProblemActions.For(problem, lists.ListOf(problem), campaign, actor)))
            .Where(line => line.Part == WorkingLedgerPart.Problems || line.Open.Count > 0)
            .Concat(notices.Select(row => WorkingLedgerLines.Of(row.notice, row.Number, NoticeMoves.OpenTo(row.notice, actor, today))));
        var now = clock.Now;
        return new WorkingLedger(
            campaign, actor.UnitId, await db.Set<Unit>().Where(unit => unit.Id == actor.UnitId).Select(unit => unit.Name).FirstAsync(cancellationToken),
            now, $"{clock.Local(now):yyyy-MM-dd HH:mm}", await running.CountAsync(cancellationToken)) { Lines = [.. lines] };
    }
}

internal static class WorkingLedgerScope
{
    /// <summary>The campaign, when the person's unit works in it.</summary>
    /// <exception cref="SubjectNotFound">There is none, as far as this unit may know.</exception>
    public static async Task<Campaign> CampaignOfUnitAsync(this RectifyDb db, Guid campaignId, Actor actor)
    {
        var campaign = await db.CampaignAsync(campaignId);
        return campaign.IsVisibleTo(actor) && campaign.TakesPart(actor.UnitId) ? campaign : throw new SubjectNotFound(campaignId);
    }

    public static ProblemList? ListOf(this Dictionary<Guid, ProblemList> lists, Problem problem) => problem.ListId is { } id ? lists.GetValueOrDefault(id) : null;
}
