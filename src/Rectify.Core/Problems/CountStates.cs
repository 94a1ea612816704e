using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>How many problems of the ledger stand in each state, as far as this person may see them.</summary>
[Requires(Permission.ViewProblems)]
public sealed record CountStates(Guid CampaignId) : IQuery<IReadOnlyDictionary<ProblemState, int>>, IFigures;

internal sealed class CountStatesHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<CountStates, Result<IReadOnlyDictionary<ProblemState, int>>>
{
    public async Task<Result<IReadOnlyDictionary<ProblemState, int>>> Handle(CountStates query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        return !campaign.IsVisibleTo(session.Actor)
            ? new NotFound()
            : Result<IReadOnlyDictionary<ProblemState, int>>.Ok(await db.LedgerOf(campaign.Id, session.Actor).GroupBy(problem => problem.State)
                .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken));
    }
}
