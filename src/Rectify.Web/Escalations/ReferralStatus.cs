using Rectify.Core.Escalations;
using Rectify.Web.Kit;

namespace Rectify.Web.Escalations;

/// <summary>How a referral's state looks: tone, icon and word.</summary>
public static class ReferralStatus
{
    public static Status Of(ReferralState state) => state switch
    {
        ReferralState.Drafted => new(Tone.Neutral, "pencil", Words.Of(state)),
        ReferralState.Approved => new(Tone.Info, "pen", Words.Of(state)),
        ReferralState.Transferred => new(Tone.Progress, "send", Words.Of(state)),
        ReferralState.Acknowledged => new(Tone.Progress, "inbox", Words.Of(state)),
        ReferralState.Returned => new(Tone.Warning, "arrow-return-left", Words.Of(state)),
        ReferralState.OutcomeRecorded => new(Tone.Success, "chat-left-text", Words.Of(state)),
        ReferralState.Archived => new(Tone.Success, "check-circle-fill", Words.Of(state)),
        _ => new(Tone.Neutral, "slash-circle", Words.Of(state)),
    };
}
