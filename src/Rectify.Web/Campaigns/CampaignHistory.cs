using Microsoft.Extensions.Localization;
using Rectify.Core.Ledger;

namespace Rectify.Web.Campaigns;

/// <summary>The campaign's entries as its page tells them.</summary>
public static class CampaignHistory
{
    /// <summary>The same thing done again and again by one person, such as taking in forty units, becomes one line that says how often.</summary>
    /// <param name="entries">Oldest first.</param>
    public static IReadOnlyList<TimelineEntry> Told(IReadOnlyList<TimelineEntry> entries, IStringLocalizer<CampaignsText> text)
    {
        var runs = new List<List<TimelineEntry>>();
        foreach (var entry in entries)
        {
            if (runs.Count > 0 && Continues(runs[^1][^1], entry))
            {
                runs[^1].Add(entry);
            }
            else
            {
                runs.Add([entry]);
            }
        }

        return [.. runs.Select(run => run.Count == 1 ? run[0] : run[^1] with { Why = text["TimesInARow", run.Count] })];
    }

    private static bool Continues(TimelineEntry before, TimelineEntry entry) =>
        entry.Event == before.Event && entry.By == before.By && entry.From == entry.To && entry.Why.Length == 0 && before.Why.Length == 0;
}
