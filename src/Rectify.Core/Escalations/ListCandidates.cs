using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Escalations;

/// <summary>The problems that meet the conditions for a referral today and have none; for the office alone.</summary>
[Requires(Permission.ViewCandidates)]
public sealed record ListCandidates(Guid? CampaignId = null, int Page = 1) : IQuery<Page<CandidateLine>>;

/// <param name="Limit">Failed notices the campaign's policy bears.</param>
/// <param name="Since">The day the last of the needed notices failed.</param>
/// <param name="Notices">The failed notices, in the order of their numbers.</param>
public sealed record CandidateLine(
    Guid ProblemId, int ProblemNumber, Guid CampaignId, Guid UnitId, string UnitName, string Description, int Limit, DateOnly Since, IReadOnlyList<FailedNotice> Notices);

/// <param name="IsUncorrected">A check said so; otherwise no reply came in time.</param>
public sealed record FailedNotice(Guid Id, string Number, int Ordinal, DateOnly IssuedOn, DateOnly ReplyDue, DateOnly? FirstReplyOn, bool IsUncorrected, DateOnly FailedOn);

internal sealed class ListCandidatesHandler(IDbContextFactory<RectifyDb> databases, Clock clock) : IRequestHandler<ListCandidates, Result<Page<CandidateLine>>>
{
    public async Task<Result<Page<CandidateLine>>> Handle(ListCandidates query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var today = clock.Today;
        var limits = await db.Set<Campaign>().Where(campaign => query.CampaignId == null || campaign.Id == query.CampaignId)
            .Select(campaign => new { campaign.Id, campaign.Policy }).ToDictionaryAsync(campaign => campaign.Id, campaign => campaign.Policy.NoticeLimit, cancellationToken);
        var candidates = await CandidatesAsync(db, limits, today, cancellationToken);
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (candidates.Count + Page<CandidateLine>.UsualSize - 1) / Page<CandidateLine>.UsualSize));
        var onPage = candidates.Skip((number - 1) * Page<CandidateLine>.UsualSize).Take(Page<CandidateLine>.UsualSize).ToList();
        var lines = await LinesAsync(db, onPage, limits, today, cancellationToken);
        return new Page<CandidateLine>(lines, number, Page<CandidateLine>.UsualSize, candidates.Count);
    }

    /// <summary>
    /// The answering problems with enough failed notices to their present unit, each with the problems merged into it. The database counts
    /// per problem over its indexes; only the few problems that were merged are followed further.
    /// </summary>
    private static async Task<List<IGrouping<Guid, Counted>>> CandidatesAsync(RectifyDb db, Dictionary<Guid, int> limits, DateOnly today, CancellationToken cancellation)
    {
        var campaigns = limits.Keys.ToList();
        var covered = db.Set<Referral>().SelectMany(referral => referral.Covered);
        var counted = await db.Set<Notice>().Where(NoticeFailure.By(today)).Where(notice => campaigns.Contains(notice.CampaignId))
            .Join(db.Set<Problem>(), notice => notice.ProblemId, problem => problem.Id, (notice, problem) => new { notice, problem })
            .Where(row => row.notice.UnitId == row.problem.UnitId || row.problem.MergedIntoId != null)
            .Select(row => new { row.notice.CampaignId, row.notice.ProblemId, row.notice.UnitId, IsMerged = row.problem.MergedIntoId != null, Fresh = covered.Any(known => known.NoticeId == row.notice.Id) ? 0 : 1 })
            .GroupBy(notice => new { notice.CampaignId, notice.ProblemId, notice.UnitId, notice.IsMerged })
            .Select(notices => new Counted(notices.Key.CampaignId, notices.Key.ProblemId, notices.Key.UnitId, notices.Key.IsMerged, notices.Count(), notices.Sum(notice => notice.Fresh)))
            .ToListAsync(cancellation);
        var running = await db.Set<Referral>().Where(referral => referral.State < ReferralState.Archived).Select(referral => new { referral.ProblemId, referral.UnitId }).ToListAsync(cancellation);
        var answering = await db.AnsweringProblemsAsync([.. counted.Where(one => one.IsMerged).Select(one => one.ProblemId).Union(running.Select(referral => referral.ProblemId))]);
        var targets = answering.Values.Distinct().ToList();
        var units = await db.Set<Problem>().Where(problem => targets.Contains(problem.Id)).ToDictionaryAsync(problem => problem.Id, problem => problem.UnitId, cancellation);
        var taken = running.Where(referral => units[answering[referral.ProblemId]] == referral.UnitId).Select(referral => answering[referral.ProblemId]).ToHashSet();
        return
        [
            .. counted.Where(one => !one.IsMerged || units[answering[one.ProblemId]] == one.UnitId)
                .GroupBy(one => answering.GetValueOrDefault(one.ProblemId, one.ProblemId))
                .Where(same => same.Sum(one => one.Failed) >= limits[same.First().CampaignId] && same.Sum(one => one.Fresh) > 0 && !taken.Contains(same.Key))
                .OrderBy(same => same.Key),
        ];
    }

    private static async Task<IReadOnlyList<CandidateLine>> LinesAsync(
        RectifyDb db, List<IGrouping<Guid, Counted>> candidates, Dictionary<Guid, int> limits, DateOnly today, CancellationToken cancellation)
    {
        var answering = candidates.SelectMany(same => same.Select(one => (one.ProblemId, same.Key))).ToDictionary(pair => pair.ProblemId, pair => pair.Key);
        var (ids, keys) = (answering.Keys.ToList(), candidates.ConvertAll(same => same.Key));
        var problems = await db.Set<Problem>().Where(problem => keys.Contains(problem.Id))
            .Join(db.Set<Unit>(), problem => problem.UnitId, unit => unit.Id, (problem, unit) => new { problem.Id, problem.Number, problem.CampaignId, UnitId = unit.Id, unit.Name, problem.Description })
            .OrderBy(problem => problem.Id).ToListAsync(cancellation);
        var units = problems.ToDictionary(problem => problem.Id, problem => problem.UnitId);
        var notices = (await db.Set<Notice>().Where(notice => ids.Contains(notice.ProblemId)).Where(NoticeFailure.By(today))
            .OrderBy(notice => notice.Year).ThenBy(notice => notice.Serial).ToListAsync(cancellation))
            .Where(notice => notice.UnitId == units[answering[notice.ProblemId]]).ToLookup(notice => answering[notice.ProblemId]);
        return
        [
            .. problems.Select(problem => new CandidateLine(
                problem.Id, problem.Number ?? 0, problem.CampaignId, problem.UnitId, problem.Name, problem.Description, limits[problem.CampaignId],
                notices[problem.Id].Select(notice => notice.FailedOn(today)!.Value).Order().ElementAt(limits[problem.CampaignId] - 1),
                [.. notices[problem.Id].Select(notice => notice.Told(today))])),
        ];
    }

    private sealed record Counted(Guid CampaignId, Guid ProblemId, Guid UnitId, bool IsMerged, int Failed, int Fresh);
}

internal static class FailedNotices
{
    public static FailedNotice Told(this Notice notice, DateOnly today) => new(
        notice.Id, notice.Number!.Text, notice.Ordinal, notice.IssuedOn!.Value, notice.ReplyDue!.Value, notice.FirstReplyOn,
        notice.UncorrectedOn is not null, notice.FailedOn(today)!.Value);
}
