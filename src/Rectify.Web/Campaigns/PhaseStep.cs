using Rectify.Core.Campaigns;
using Rectify.Web.Kit;

namespace Rectify.Web.Campaigns;

/// <summary>One phase on the campaign's timeline.</summary>
/// <param name="End">How it ended; null while it has not.</param>
/// <param name="IsCurrent">Whether it runs now. Phases share their boundary day, so this follows from the record, not from the dates.</param>
public sealed record PhaseStep(CampaignPhase Phase, PhaseEnd? End, bool IsCurrent)
{
    public Tone Tone => this switch { { End: not null } => Tone.Success, { IsCurrent: true } => Tone.Progress, _ => Tone.Neutral };

    public string Icon => this switch { { End: not null } => "check-circle-fill", { IsCurrent: true } => "play-circle-fill", _ => "circle" };

    /// <summary>The key of its word.</summary>
    public string Word => this switch { { End: not null } => "Ended", { IsCurrent: true } => "Current", _ => "Ahead" };

    public static IReadOnlyList<PhaseStep> Of(Campaign campaign) =>
        [.. campaign.Phases.Select(phase => new PhaseStep(phase, campaign.PhaseEnds.FirstOrDefault(end => end.Phase == phase.Kind), phase.Kind == campaign.CurrentPhase))];
}
