using Rectify.Core.Campaigns;
using Rectify.Web.Kit;

namespace Rectify.Web.Campaigns;

/// <summary>How a campaign's state and its phases look: tone, icon and word.</summary>
public static class CampaignStatus
{
    public static Status Of(CampaignState state) => state switch
    {
        CampaignState.Open => new(Tone.Progress, "play-circle", Words.Of(state)),
        CampaignState.Finished => new(Tone.Success, "check-circle-fill", Words.Of(state)),
        _ => new(Tone.Neutral, "pencil", Words.Of(state)),
    };
}
