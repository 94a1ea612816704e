using Rectify.Core.Campaigns;

namespace Rectify.Web.Campaigns;

/// <summary>What the fields of one phase post.</summary>
public sealed class PhaseInput
{
    public PhaseKind Kind { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Goals { get; set; }

    public static List<PhaseInput> Of(IEnumerable<CampaignPhase> phases) =>
        [.. phases.Select(phase => new PhaseInput { Kind = phase.Kind, From = phase.From, To = phase.To, Goals = phase.Goals })];

    /// <summary>A date left empty becomes the zero date, which the command refuses at its field.</summary>
    public CampaignPhase Phase() => new(Kind, From ?? default, To ?? default, Goals?.Trim() ?? "");
}
