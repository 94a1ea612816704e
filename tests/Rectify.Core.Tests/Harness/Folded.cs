using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rectify.Core.Ledger;
using Shouldly;

namespace Rectify.Core.Tests.Harness;

/// <summary>Holds a subject of the tables against the one folded from its ledger entries, field by field.</summary>
public static class Folded
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() }, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task ShouldEqualItsFoldAsync<T>(this TestRectify rectify, Guid id) where T : Subject =>
        (await rectify.DifferingAsync<T>(id)).ShouldBeEmpty();

    /// <summary>The fields in which the tables and the ledger differ, each after the name of its subject and with what both say.</summary>
    public static async Task<IEnumerable<string>> DifferingAsync<T>(this TestRectify rectify, Guid id) where T : Subject
    {
        var (stored, folded) = (JsonNode.Parse(Fields(await rectify.FindAsync<T>(id)))!.AsObject(), JsonNode.Parse(Fields(Fold.Of<T>(await rectify.EntriesOfAsync(id))))!.AsObject());
        return stored.Where(field => !JsonNode.DeepEquals(field.Value, folded[field.Key]))
            .Select(field => $"{typeof(T).Name} {field.Key}: {field.Value?.ToJsonString(Json)}, not {folded[field.Key]?.ToJsonString(Json)}");
    }

    /// <summary>Every public field as text; child rows in the order of their text, for tables have none of their own.</summary>
    public static string Fields<T>(T subject) where T : Subject
    {
        var node = JsonSerializer.SerializeToNode(subject, Json)!.AsObject();
        foreach (var rows in new[] { "AssistingUnits", "Evidence" })
        {
            if (node[rows] is JsonArray array)
            {
                node[rows] = JsonSerializer.SerializeToNode(array.Select(row => row!.ToJsonString(Json)).Order(StringComparer.Ordinal));
            }
        }

        return node.ToJsonString(Json);
    }
}
