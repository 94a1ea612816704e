using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Campaigns;

/// <summary>The campaigns, the running ones first. Unit people see those their unit takes part in, once they are open.</summary>
[Requires(Permission.ViewCampaign)]
public sealed record ListCampaigns : IQuery<IReadOnlyList<CampaignRow>>;

public sealed record CampaignRow(Guid Id, string Title, string DocumentNumber, CampaignState State, PhaseKind? CurrentPhase, DateOnly From, DateOnly To, int UnitCount);

internal sealed class ListCampaignsHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<ListCampaigns, Result<IReadOnlyList<CampaignRow>>>
{
    public async Task<Result<IReadOnlyList<CampaignRow>>> Handle(ListCampaigns query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaigns = await db.Set<Campaign>().OrderByDescending(campaign => campaign.Id).Take(200).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<CampaignRow>>.Ok([.. campaigns.Where(campaign => campaign.IsVisibleTo(session.Actor))
            .OrderBy(campaign => campaign.State switch { CampaignState.Open => 0, CampaignState.Preparing => 1, _ => 2 }).ThenByDescending(campaign => campaign.Phases[0].From)
            .Select(campaign => new CampaignRow(
                campaign.Id, campaign.Details.Title, campaign.Details.DocumentNumber, campaign.State, campaign.CurrentPhase, campaign.Phases[0].From, campaign.Phases[^1].To, campaign.Participants.Count))]);
    }
}
