using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Says that a cell is wrong.</summary>
internal delegate void CellFault(int row, ProblemColumn column, string code, params object[] values);

/// <summary>Makes an entry of one row. A wrong cell leaves its property empty, so that the other cells are still looked at.</summary>
internal sealed class ProblemRowReader(int row, IReadOnlyDictionary<ProblemColumn, SheetCell> cells, ProblemChoices choices, bool starts1904, CellFault fail)
{
    /// <summary>No list word is longer; a longer text is not looked up.</summary>
    private const int LongestWord = 250;

    public ImportedEntry Entry()
    {
        foreach (var column in ProblemColumns.Required.Where(column => !cells.ContainsKey(column)))
        {
            fail(row, column, "Required");
        }

        OwnUnit();
        var (category, symptom) = Category();
        var finding = new Finding(
            category?.Id ?? Guid.Empty,
            symptom?.Id,
            Choice(ProblemColumn.Source, choices.Source) ?? default,
            Choice(ProblemColumn.Severity, choices.Severity) ?? default,
            Choice(ProblemColumn.Kind, choices.Kind) ?? default,
            WorkStyles.None,
            Text(ProblemColumn.Place),
            Text(ProblemColumn.Description),
            Text(ProblemColumn.Matter),
            Date(ProblemColumn.FoundOn) ?? default,
            Text(ProblemColumn.Remark));
        var plan = new RectificationPlan(
            Text(ProblemColumn.Goal),
            [.. CellValues.Measures(Text(ProblemColumn.Measures)).Select(text => new Measure(text))],
            Date(ProblemColumn.DueDate),
            Text(ProblemColumn.ResponsibleLeader),
            Text(ProblemColumn.ResponsiblePerson));
        return new ImportedEntry(row, Ids.New(), finding, plan, Assisting());
    }

    private void OwnUnit()
    {
        if (Word(ProblemColumn.Unit) is { } unit && choices.Unit(unit) != choices.OwnUnit.Id)
        {
            fail(row, ProblemColumn.Unit, "NotOwnUnit", choices.OwnUnit.Name);
        }

        if (Choice(ProblemColumn.Level, choices.Level) is { } level && level != choices.OwnUnit.Level)
        {
            fail(row, ProblemColumn.Level, "NotOwnLevel", choices.OwnUnit.Level);
        }
    }

    private (ProblemCategory?, Symptom?) Category()
    {
        var category = Word(ProblemColumn.Category) is { } name ? choices.Category(name) : null;
        if (category is null && cells.TryGetValue(ProblemColumn.Category, out var cell) && cell.Kind != SheetCellKind.Error)
        {
            fail(row, ProblemColumn.Category, "NotAChoice", Short(cell.Text));
        }

        if (Word(ProblemColumn.Symptom) is not { } symptom)
        {
            return (category, null);
        }

        var meant = choices.Symptoms(symptom).ToList();
        var fitting = meant.FirstOrDefault(pair => category is null || pair.Category.Id == category.Id);
        if (meant.Count == 0)
        {
            fail(row, ProblemColumn.Symptom, "NotAChoice", Short(symptom));
        }
        else if (fitting.Symptom is null)
        {
            fail(row, ProblemColumn.Symptom, "SymptomOfOtherCategory", meant[0].Category.Name);
        }

        return (category, fitting.Symptom);
    }

    private List<Guid> Assisting()
    {
        var text = Text(ProblemColumn.AssistingUnits);
        var names = text.Length <= LongestWord && choices.Unit(text) is not null ? [text] : CellValues.Names(text);
        var unknown = names.Where(name => choices.Unit(name) is null).ToList();
        if (unknown.Count > 0)
        {
            fail(row, ProblemColumn.AssistingUnits, "UnknownUnits", Short(string.Join("、", unknown)));
        }

        return [.. names.Select(choices.Unit).OfType<Guid>().Where(id => id != choices.OwnUnit.Id).Distinct()];
    }

    private T? Choice<T>(ProblemColumn column, Func<string, T?> known) where T : struct
    {
        var value = Word(column) is { } word ? known(word) : null;
        if (value is null && cells.TryGetValue(column, out var cell))
        {
            fail(row, column, "NotAChoice", Short(cell.Text));
        }

        return value;
    }

    private DateOnly? Date(ProblemColumn column)
    {
        if (!cells.TryGetValue(column, out var cell))
        {
            return null;
        }

        var date = cell.Kind == SheetCellKind.Error ? null : CellValues.Date(cell, starts1904);
        if (date is null)
        {
            fail(row, column, "DateNotUnderstood", Short(cell.Text));
        }

        return date;
    }

    /// <summary>A text as it was typed. Excel's own date out of "3-1" or a formula's error is no text.</summary>
    private string Text(ProblemColumn column)
    {
        if (!cells.TryGetValue(column, out var cell))
        {
            return "";
        }

        if (cell.Kind is SheetCellKind.Error or SheetCellKind.Date)
        {
            fail(row, column, cell.Kind == SheetCellKind.Error ? "CellHasError" : "DateInsteadOfText", Short(cell.Text));
            return "";
        }

        return cell.Text.Trim();
    }

    private string? Word(ProblemColumn column) => cells.TryGetValue(column, out var cell) && cell.Kind != SheetCellKind.Error && cell.Text.Length <= LongestWord ? cell.Text : null;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
