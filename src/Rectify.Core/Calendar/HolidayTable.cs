namespace Rectify.Core.Calendar;

/// <summary>The days of one year on which the published arrangement departs from Monday to Friday.</summary>
/// <param name="Year">The year the arrangement is for.</param>
/// <param name="Papers">Where it was published.</param>
/// <param name="Days">Days off and make-up workdays; the turn of the year may reach into the neighbouring years.</param>
public sealed record HolidayTable(int Year, IReadOnlyList<string> Papers, IReadOnlyList<HolidayDay> Days)
{
    /// <summary>The first year a table may be for.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year a table may be for.</summary>
    public const int LastYear = 2100;

    private static readonly Lazy<IReadOnlyList<HolidayTable>> Shipped = new(LoadShipped);

    /// <summary>The tables that come with the product.</summary>
    public static IReadOnlyList<HolidayTable> BuiltIn => Shipped.Value;

    private static List<HolidayTable> LoadShipped()
    {
        var assembly = typeof(HolidayTable).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith("holidays/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Load)];

        HolidayTable Load(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var (table, errors) = HolidayFile.Read(reader.ReadToEnd());
            return table ?? throw new InvalidOperationException($"{name}: {string.Join("; ", errors)}");
        }
    }
}

/// <summary>One listed day.</summary>
/// <param name="Name">The holiday it belongs to, e.g. 端午节.</param>
/// <param name="Date">The day.</param>
/// <param name="IsOffDay">True for a day off, false for a day that is worked instead (调休).</param>
public sealed record HolidayDay(string Name, DateOnly Date, bool IsOffDay);
