using System.Text.Json;
using Rectify.Core.Shared;

namespace Rectify.Core.Calendar;

/// <summary>
/// Reads a year's table in the common JSON shape: <c>year</c>, <c>papers[]</c>, <c>days[{name, date, isOffDay}]</c>.
/// Every error names its place, e.g. <c>days[3].date</c>; all errors are reported at once.
/// </summary>
public sealed class HolidayFile
{
    /// <summary>The longest file, in characters; a year needs about 4,000.</summary>
    public const int MaxLength = 100_000;

    /// <summary>The longest name of a holiday, in characters.</summary>
    public const int NameLength = 30;

    /// <summary>The longest address or title of a published paper, in characters.</summary>
    public const int PaperLength = 500;

    /// <summary>The property of <see cref="ImportHolidayYear"/> every error stands at; its first value is the place in the file.</summary>
    private const string Field = nameof(ImportHolidayYear.Json);

    private readonly List<FieldError> _errors = [];

    private HolidayFile()
    {
    }

    /// <summary>Gives the table, or null and every error found.</summary>
    public static (HolidayTable? Table, IReadOnlyList<FieldError> Errors) Read(string json)
    {
        var file = new HolidayFile();
        try
        {
            using var document = JsonDocument.Parse(json);
            var table = file.Table(document.RootElement);
            return file._errors.Count == 0 ? (table, []) : (null, file._errors);
        }
        catch (JsonException broken)
        {
            return (null, [new FieldError(Field, "HolidayFileNotJson", broken.LineNumber + 1 ?? 1, broken.BytePositionInLine + 1 ?? 1)]);
        }
    }

    private HolidayTable? Table(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Wrong("$", "HolidayFileNotObject");
        }

        if (!root.TryGetProperty("year", out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var year)
            || year is < HolidayTable.FirstYear or > HolidayTable.LastYear)
        {
            return Wrong("year", "HolidayYearWrong", HolidayTable.FirstYear, HolidayTable.LastYear);
        }

        return new HolidayTable(year, Papers(root), Days(root, year));
    }

    private List<string> Papers(JsonElement root)
    {
        if (!root.TryGetProperty("papers", out var list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Wrong("papers", "HolidayFileNotList");
            return [];
        }

        return [.. list.EnumerateArray().Select((paper, i) => Text(paper, $"papers[{i}]", PaperLength))];
    }

    private List<HolidayDay> Days(JsonElement root, int year)
    {
        var days = new List<HolidayDay>();
        if (!root.TryGetProperty("days", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            Wrong("days", "HolidayFileNotList");
            return days;
        }

        var seen = new Dictionary<DateOnly, int>();
        foreach (var (element, i) in list.EnumerateArray().Select((element, i) => (element, i)))
        {
            if (Day(element, $"days[{i}]", year) is not { } day)
            {
                continue;
            }

            days.Add(day);
            if (!seen.TryAdd(day.Date, i))
            {
                Wrong($"days[{i}].date", "HolidayDateTwice", day.Date, $"days[{seen[day.Date]}]");
            }
        }

        if (_errors.Count == 0 && !days.Exists(day => day.IsOffDay && day.Date.Year == year))
        {
            Wrong("days", "HolidayYearWithoutDayOff", year);
        }

        return days;
    }

    private HolidayDay? Day(JsonElement day, string place, int year)
    {
        if (day.ValueKind != JsonValueKind.Object)
        {
            Wrong(place, "HolidayFileNotObject");
            return null;
        }

        var name = Text(Member(day, "name"), $"{place}.name", NameLength);
        var date = Date(Member(day, "date"), $"{place}.date", year);
        var off = Member(day, "isOffDay");
        if (off.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Wrong($"{place}.isOffDay", "HolidayFlagWrong");
            return null;
        }

        return date is { } known ? new HolidayDay(name, known, off.GetBoolean()) : null;
    }

    private DateOnly? Date(JsonElement value, string place, int year)
    {
        if (value.ValueKind != JsonValueKind.String || !DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out var date))
        {
            Wrong(place, "HolidayDateWrong", value.ValueKind == JsonValueKind.Undefined ? "" : value.ToString());
            return null;
        }

        // The arrangement of the turn of the year may touch December before and January after.
        if (date < new DateOnly(year - 1, 12, 1) || date > new DateOnly(year + 1, 1, 31))
        {
            Wrong(place, "HolidayDateOutsideYear", date, year);
            return null;
        }

        return date;
    }

    private string Text(JsonElement value, string place, int longest)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
        if (text.Length == 0)
        {
            Wrong(place, "HolidayTextMissing");
        }
        else if (text.Length > longest)
        {
            Wrong(place, "HolidayTextTooLong", longest);
        }

        return text;
    }

    private static JsonElement Member(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value : default;

    private HolidayTable? Wrong(string place, string code, params object[] values)
    {
        _errors.Add(new FieldError(Field, code, [place, .. values]));
        return null;
    }
}
