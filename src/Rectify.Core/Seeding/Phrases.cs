using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>What people write along the way, by occasion; the draw is fixed by the random source.</summary>
internal sealed partial class Phrases(JsonElement pools, JsonSerializerOptions json)
{
    /// <summary>One of the occasion's phrases, one of the category's own half the time where it has any.</summary>
    public string Text(string occasion, string category, Random random) => Any(occasion, category, random).GetString()!;

    public T Item<T>(string occasion, string category, Random random) => Any(occasion, category, random).Deserialize<T>(json)!;

    /// <summary>The item at its place in the list, counted round.</summary>
    public T Item<T>(string occasion, int index)
    {
        var pool = pools.GetProperty(occasion);
        return pool[index % pool.GetArrayLength()].Deserialize<T>(json)!;
    }

    /// <summary>A caption for a before picture, an after picture or a document.</summary>
    public string Caption(EvidencePurpose shows, Random random)
    {
        var captions = pools.GetProperty("evidenceCaptions").GetProperty(JsonNamingPolicy.CamelCase.ConvertName(shows.ToString()));
        return captions[random.Next(captions.GetArrayLength())].GetString()!;
    }

    private JsonElement Any(string occasion, string category, Random random)
    {
        var pool = pools.GetProperty(occasion);
        if (pool.ValueKind == JsonValueKind.Object)
        {
            pool = pool.TryGetProperty(category, out var own) && random.Next(2) == 0 ? own : pool.GetProperty("any");
        }

        return pool[random.Next(pool.GetArrayLength())];
    }

    /// <summary>Fills the slots of a text: a range such as <c>{3-9}</c> by a drawn number, a name by its value.</summary>
    /// <exception cref="InvalidDataException">A slot has no value.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values, Random random) => Slot().Replace(text, slot =>
        slot.Groups["from"].Success ? random.Next(Number(slot.Groups["from"]), Number(slot.Groups["to"]) + 1).ToString(CultureInfo.InvariantCulture)
        : values.TryGetValue(slot.Groups["name"].Value, out var value) ? value
        : throw new InvalidDataException($"Nothing to put into {slot.Value} of: {text}"));

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?:(?<from>\d+)-(?<to>\d+)|(?<name>\w+))\}")]
    private static partial Regex Slot();
}

/// <summary>A long-term item's phrases.</summary>
internal sealed record LongTermPhrase(string StageGoal, string Reason, string Review);

internal sealed record ObjectionPhrase(string Reasons, string Upheld, string Refused);

internal sealed record PublicObjectionPhrase(string Text, string Settlement);

internal sealed record NoticePhrase(string Basis, string ProblemsFound, string Demand);

internal sealed record ReferralPhrase(string Facts, string Request);
