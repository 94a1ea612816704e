using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rectify.Core.Reports;

/// <summary>
/// Turns figures into the JSON that is frozen, and back. Properties stand in the order they are declared in, without blanks, so that the
/// same figures give the same bytes. What was frozen stays readable: a property may be added, none may lose its name or meaning.
/// </summary>
public static class FigureFormat
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        IgnoreReadOnlyProperties = true,
    };

    public static string Write<T>(T figures) => JsonSerializer.Serialize(figures, Json);

    public static T Read<T>(string figures) => JsonSerializer.Deserialize<T>(figures, Json)!;
}
