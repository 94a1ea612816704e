using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>What every move on a problem has in common: scope by unit, the version the user saw, the campaign's rules, one transaction.</summary>
internal sealed class ProblemChanges(Database database, Session session, Clock clock)
{
    /// <param name="repeated">Recognises a post that has been done already, which then is neither stale nor done again.</param>
    public Task<Result<Done>> MakeAsync(
        Guid problemId, int version, Action<Problem, Campaign, Stamp> move, CancellationToken cancellation, Func<Problem, bool>? repeated = null) =>
        MakeAsync(problemId, version, (_, problem, campaign, stamp) => { move(problem, campaign, stamp); return Task.CompletedTask; }, cancellation, repeated);

    public Task<Result<Done>> MakeAsync(
        Guid problemId, int version, Func<RectifyDb, Problem, Campaign, Stamp, Task> move, CancellationToken cancellation, Func<Problem, bool>? repeated = null) =>
        database.WriteAsync<Result<Done>>(async db =>
        {
            var problem = await db.ForChangeAsync<Problem>(problemId);
            if (!problem.IsVisibleTo(session.Actor))
            {
                throw new SubjectNotFound(problemId);
            }

            if (repeated?.Invoke(problem) ?? false)
            {
                return new Done();
            }

            problem.MustBeAt(version);
            var campaign = await db.CampaignAsync(problem.CampaignId);
            await move(db, problem, campaign, clock.Stamp(session.Actor));
            return new Done();
        }, cancellation);
}
