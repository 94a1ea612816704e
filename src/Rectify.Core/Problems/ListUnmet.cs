using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>What still stands in the way of ending the running phase; for unit people only what their unit owes. Nothing when no phase runs.</summary>
[Requires(Permission.ViewCampaign)]
public sealed record ListUnmet(Guid CampaignId) : IQuery<IReadOnlyList<UnmetCondition>>;

internal sealed class ListUnmetHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<ListUnmet, Result<IReadOnlyList<UnmetCondition>>>
{
    public async Task<Result<IReadOnlyList<UnmetCondition>>> Handle(ListUnmet query, CancellationToken cancellationToken)
    {
        var actor = session.Actor;
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        if (!campaign.IsVisibleTo(actor))
        {
            return new NotFound();
        }

        var unit = actor.SeesWholeCampaigns() ? (Guid?)null : actor.UnitId;
        return Result<IReadOnlyList<UnmetCondition>>.Ok(campaign.State == CampaignState.Open ? await PhaseExit.UnmetAsync(db, campaign, unit, cancellationToken) : []);
    }
}
