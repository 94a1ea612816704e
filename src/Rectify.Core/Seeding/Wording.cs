using System.Globalization;
using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>The phrases as the people around one problem use them.</summary>
internal sealed class Wording(Phrases phrases, Random random, Cast cast, Case about, string symptom)
{
    private readonly string _category = about.Symptom[..about.Symptom.IndexOf('.', StringComparison.Ordinal)];

    public Case About => about;

    public string Text(string occasion, params (string Slot, string Value)[] further) => Fill(phrases.Text(occasion, _category, random), further);

    public T Item<T>(string occasion) => phrases.Item<T>(occasion, _category, random);

    public T Item<T>(string occasion, int index) => phrases.Item<T>(occasion, index);

    public string Caption(EvidencePurpose shows) => phrases.Caption(shows, random);

    public SeenOnSite SeenOnSite()
    {
        var seen = Item<SeenOnSite>("siteChecks");
        return seen with { Findings = Fill(seen.Findings) };
    }

    public string Fill(string text, params (string Slot, string Value)[] further)
    {
        var values = new Dictionary<string, string>
        {
            ["place"] = about.Place,
            ["matter"] = about.Matter,
            ["description"] = about.Description,
            ["symptom"] = symptom,
            ["unit"] = cast.UnitOf(about.Unit).Name,
        };
        foreach (var (slot, value) in further)
        {
            values[slot] = value;
        }

        return Phrases.Fill(text, values, random);
    }

    /// <summary>A day as people write it, e.g. 8月3日.</summary>
    public static string Day(DateOnly day) => day.ToString("M'月'd'日'", CultureInfo.InvariantCulture);
}
