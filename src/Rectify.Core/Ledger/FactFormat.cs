using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rectify.Core.Ledger;

/// <summary>Turns facts into the ledger's JSON and back. The fact's class name is the event's name for ever.</summary>
public static class FactFormat
{
    public static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        IgnoreReadOnlyProperties = true,
    };

    private static readonly Dictionary<string, Type> Types = typeof(Fact).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract)
        .ToDictionary(type => type.Name);

    public static string Write(Fact fact) => JsonSerializer.Serialize(fact, fact.GetType(), Json);

    /// <exception cref="InvalidOperationException">The ledger holds an event this version does not know.</exception>
    public static Fact Read(string name, string body) =>
        Types.TryGetValue(name, out var type)
            ? (Fact)JsonSerializer.Deserialize(body, type, Json)!
            : throw new InvalidOperationException($"The ledger holds an unknown event {name}");
}
