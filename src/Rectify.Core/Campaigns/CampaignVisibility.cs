using Rectify.Core.Shared;

namespace Rectify.Core.Campaigns;

public static class CampaignVisibility
{
    /// <summary>The office, officials and administrators see every campaign; a unit those it takes part in, once they are open.</summary>
    public static bool IsVisibleTo(this Campaign campaign, Actor actor) =>
        actor.SeesWholeCampaigns() || (campaign.State != CampaignState.Preparing && campaign.TakesPart(actor.UnitId));

    /// <summary>Whether this person sees what every unit has to do in a campaign, not only the own one.</summary>
    internal static bool SeesWholeCampaigns(this Actor actor) => actor.SeesAllUnits || actor.Has(Role.Administrator);
}
