namespace Rectify.Web.Kit;

/// <summary>Reads what an address carries; nonsense typed there counts as nothing.</summary>
public static class Address
{
    public static T? Enum<T>(string? text) where T : struct, Enum =>
        System.Enum.TryParse<T>(text, out var value) && System.Enum.IsDefined(value) ? value : null;

    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date : null;

    public static bool? Flag(string? text) => bool.TryParse(text, out var flag) ? flag : null;

    public static int? Number(string? text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int Number(string? text, int otherwise) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
