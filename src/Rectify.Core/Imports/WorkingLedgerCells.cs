using System.Globalization;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>Reads what a cell of a working ledger holds into the plain form of its column, and tells it again in words.</summary>
internal sealed class WorkingLedgerCells(ProblemChoices choices, Campaign campaign, DateOnly today)
{
    private const int LongestWord = 250;

    private static readonly HashSet<string> Yes = ["是", "已改正", "yes", "y", "true", "√", "✓"];
    private static readonly HashSet<string> No = ["否", "未改正", "no", "n", "false", "×", ""];

    /// <returns>The plain form, or what is wrong with the cell.</returns>
    public (string Value, FieldError? Error) Read(WorkingLedgerColumn column, SheetCell? cell, bool starts1904)
    {
        if (cell?.Kind == SheetCellKind.Error)
        {
            return Wrong(column, "CellHasError", Short(cell.Text));
        }

        var shape = column.Shape();
        var text = WorkingLedgerLines.Plain(cell?.Text);
        if (text.Length == 0)
        {
            return column == WorkingLedgerColumn.ClaimsCorrected ? (WorkingLedgerLines.Plain(false), null)
                : shape.IsRequired ? Wrong(column, "Required")
                : ("", null);
        }

        return shape.Kind switch
        {
            OfflineKind.Date => CellValues.Date(cell!, starts1904) is not { } date ? Wrong(column, CellValues.IsFarOff(cell!, starts1904) ? "DayFarOff" : "DayNotUnderstood", Short(text))
                : date > today && column is (WorkingLedgerColumn.DoneOn or WorkingLedgerColumn.FoundOn) ? Wrong(column, "DayToCome", date)
                : (WorkingLedgerLines.Plain(date), null),
            OfflineKind.Choice => (text.Length <= LongestWord ? Choice(column, text) : null) is { } choice ? (choice, null) : Wrong(column, "NotAChoice", Short(text)),
            _ when cell!.Kind == SheetCellKind.Date => Wrong(column, "DateInsteadOfText", Short(text)),
            _ when column == WorkingLedgerColumn.Measures => Measures(text),
            _ when text.Length > shape.MostCharacters => Wrong(column, "TooLong", shape.MostCharacters),
            _ => (text, null),
        };
    }

    /// <summary>A locked cell as it can be compared: its words, and dates in one form whatever the cell's style became.</summary>
    public static string ReadLocked(WorkingLedgerColumn column, SheetCell? cell, bool starts1904) =>
        cell is not null && column.Shape().Kind == OfflineKind.Date && CellValues.Date(cell, starts1904) is { } date ? WorkingLedgerLines.Plain(date) : WorkingLedgerLines.Plain(cell?.Text);

    /// <summary>What the plain form stands for: a text, a date or the value of an enum; null for nothing.</summary>
    public static object? Meaning(WorkingLedgerColumn column, string value, Campaign campaign) => (column, column.Shape().Kind) switch
    {
        _ when value.Length == 0 => null,
        (_, OfflineKind.Date) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : value,
        (WorkingLedgerColumn.State, _) => Named<ProblemState>(value),
        (WorkingLedgerColumn.Source, _) => Named<ProblemSource>(value),
        (WorkingLedgerColumn.Severity, _) => Named<Severity>(value),
        (WorkingLedgerColumn.Kind, _) => Named<ProblemKind>(value),
        (WorkingLedgerColumn.ClaimsCorrected, _) => value == bool.TrueString,
        (WorkingLedgerColumn.Category, _) => campaign.Categories.FirstOrDefault(category => $"{category.Id:N}" == value)?.Name ?? "",
        (WorkingLedgerColumn.Symptom, _) => campaign.Categories.SelectMany(category => category.Symptoms.Select(symptom => (category, symptom)))
            .Where(pair => $"{pair.symptom.Id:N}" == value).Select(pair => ProblemColumns.SymptomWords(pair.category, pair.symptom)).FirstOrDefault() ?? "",
        _ => value,
    };

    public object? Meaning(WorkingLedgerColumn column, string value) => Meaning(column, value, campaign);

    private string? Choice(WorkingLedgerColumn column, string word)
    {
        var key = CellValues.Key(word);
        return column switch
        {
            WorkingLedgerColumn.Source => choices.Source(word)?.ToString(),
            WorkingLedgerColumn.Severity => choices.Severity(word)?.ToString(),
            WorkingLedgerColumn.Kind => choices.Kind(word)?.ToString(),
            WorkingLedgerColumn.Category => choices.Category(word) is { } category ? $"{category.Id:N}" : null,
            WorkingLedgerColumn.Symptom => choices.Symptoms(word).Select(pair => $"{pair.Symptom.Id:N}").FirstOrDefault(),
            WorkingLedgerColumn.ClaimsCorrected => Yes.Contains(key) ? bool.TrueString : No.Contains(key) ? bool.FalseString : null,
            _ => null,
        };
    }

    private static (string, FieldError?) Measures(string text)
    {
        var measures = CellValues.Measures(text);
        return measures.Count > RectificationPlan.MeasureCount ? Wrong(WorkingLedgerColumn.Measures, "TooManyMeasures")
            : measures.Any(measure => measure.Length > RectificationPlan.MeasureLength) ? Wrong(WorkingLedgerColumn.Measures, "TooLong", RectificationPlan.MeasureLength)
            : (string.Join('\n', measures), null);
    }

    private static object Named<T>(string value) where T : struct, Enum => Enum.TryParse<T>(value, out var named) ? named : value;

    private static (string, FieldError) Wrong(WorkingLedgerColumn column, string code, params object[] values) => ("", new FieldError($"{column}", code, values));

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
