namespace Rectify.Core.Campaigns;

/// <summary>Lays the four phases out from a chosen first day.</summary>
public static class PhaseLayout
{
    /// <summary>Calendar days from the first to the last day of each phase in the 2018 plan, where neighbours share their boundary day.</summary>
    private static readonly IReadOnlyList<int> Usual = [10, 15, 31, 21];

    /// <summary>Dates in the rhythm of an earlier campaign with its goals; without one, in the rhythm of the 2018 plan and with no goals.</summary>
    public static IReadOnlyList<CampaignPhase> From(DateOnly start, IReadOnlyList<CampaignPhase>? template) =>
        template is null ? Blank(start) : Moved(template, start.DayNumber - template[0].From.DayNumber);

    private static List<CampaignPhase> Moved(IReadOnlyList<CampaignPhase> template, int days) =>
        [.. template.Select(phase => phase with { From = phase.From.AddDays(days), To = phase.To.AddDays(days) })];

    private static List<CampaignPhase> Blank(DateOnly start)
    {
        var phases = new List<CampaignPhase>();
        foreach (var (kind, days) in Enum.GetValues<PhaseKind>().Zip(Usual))
        {
            var from = phases.Count == 0 ? start : phases[^1].To;
            phases.Add(new CampaignPhase(kind, from, from.AddDays(days), ""));
        }

        return phases;
    }
}
