using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>A campaign with its phases, units and history.</summary>
[Requires(Permission.ViewCampaign)]
public sealed record GetCampaign(Guid CampaignId) : IQuery<CampaignView>;

/// <param name="Campaign">Read only; pages change nothing but by commands.</param>
/// <param name="MayManage">Whether this person may change the campaign.</param>
/// <param name="MayDecide">Whether this person may open it, set its policy and end phases.</param>
public sealed record CampaignView(
    Campaign Campaign, IReadOnlyDictionary<Guid, string> UnitNames, IReadOnlyList<TimelineEntry> Timeline, DateOnly Today, bool MayManage, bool MayDecide);

internal sealed class GetCampaignHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetCampaign, Result<CampaignView>>
{
    public async Task<Result<CampaignView>> Handle(GetCampaign query, CancellationToken cancellationToken)
    {
        var actor = session.Actor;
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        if (!campaign.IsVisibleTo(actor))
        {
            return new NotFound();
        }

        var all = actor.SeesWholeCampaigns();
        var units = campaign.Participants.Select(participant => participant.UnitId).Where(id => all || id == actor.UnitId).ToList();
        return new CampaignView(
            campaign,
            await db.Set<Organisations.Unit>().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken),
            all ? await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == campaign.Id).OrderBy(entry => entry.Version).Select(TimelineEntry.Of).ToListAsync(cancellationToken) : [],
            clock.Today,
            actor.May(Permission.ManageCampaign) && campaign.State != CampaignState.Finished,
            actor.May(Permission.DecideCampaign) && campaign.State != CampaignState.Finished);
    }
}
