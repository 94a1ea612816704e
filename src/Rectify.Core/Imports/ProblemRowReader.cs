using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>Makes an entry of one row. A wrong cell leaves its property empty, so that the other cells are still looked at.</summary>
/// <param name="fail">Told what is wrong.</param>
/// <param name="explain">Told how a cell was understood that does not say it outright.</param>
/// <param name="ask">Told each name in a column of units that is no unit's.</param>
internal sealed class ProblemRowReader(
    int row, IReadOnlyDictionary<ProblemColumn, SheetCell> cells, ProblemChoices choices, DateReader dates, ProblemHeading heading, CellRemark fail, CellRemark explain, Action<ProblemColumn, string> ask)
{
    /// <summary>No list word is longer; a longer text is not looked up.</summary>
    private const int LongestWord = 250;

    private readonly List<Guid> _assisting = [];

    public ImportedEntry Entry()
    {
        Units();
        Assisting();
        var (category, symptom) = Category();
        var foundOn = FoundOn();
        var (kind, due) = KindAndDue(foundOn);
        var finding = new Finding(
            category?.Id ?? Guid.Empty,
            symptom?.Id,
            Choice(ProblemColumn.Source, choices.Source) ?? default,
            Choice(ProblemColumn.Severity, choices.Severity) ?? default,
            kind ?? default,
            WorkStyles.None,
            Text(ProblemColumn.Place),
            Text(ProblemColumn.Description),
            Text(ProblemColumn.Matter),
            foundOn ?? default,
            Text(ProblemColumn.Remark));
        var plan = new RectificationPlan(
            Text(ProblemColumn.Goal),
            [.. CellValues.Measures(Text(ProblemColumn.Measures)).Select(text => new Measure(text))],
            due,
            Text(ProblemColumn.ResponsibleLeader),
            Text(ProblemColumn.ResponsiblePerson));
        foreach (var column in ProblemColumns.Required.Where(column => !cells.ContainsKey(column) && !GoesWithout(column, kind)))
        {
            fail(column, new FieldError("", "Required"));
        }

        return new ImportedEntry(row, Ids.New(), Number(), finding, plan, [.. _assisting.Distinct()]);
    }

    /// <summary>A list of the unit's own needs no column for the unit; without a column of kinds a date makes it time-limited; what is corrected at once or for ever needs no date.</summary>
    private bool GoesWithout(ProblemColumn column, ProblemKind? kind) => column switch
    {
        ProblemColumn.DueDate => kind is ProblemKind.Immediate or ProblemKind.LongTerm,
        ProblemColumn.Kind => kind is not null,
        ProblemColumn.Unit => !HasColumn(column),
        _ => false,
    };

    private bool HasColumn(ProblemColumn column) => heading.Columns.ContainsKey(column);

    private int? Number() => heading.HasNumbers && cells.TryGetValue(ProblemColumn.Ordinal, out var cell) && int.TryParse(CellValues.Key(cell.Text), out var number) ? number : null;

    private void Units()
    {
        if (Word(ProblemColumn.Unit) is { } text)
        {
            Lead(UnitNames.Of(text, name => choices.Unit(name) is not null || choices.IsLeftOut(name)));
        }

        if (Choice(ProblemColumn.Level, choices.Level) is { } level && level != choices.OwnUnit.Level)
        {
            fail(ProblemColumn.Level, new FieldError("", "NotOwnLevel", choices.OwnUnit.Level));
        }
    }

    /// <summary>Which of several leads is only told where all of them are known.</summary>
    private void Lead(UnitNames names)
    {
        if (HasUnknown(ProblemColumn.Unit, names))
        {
            return;
        }

        var (lead, assisting) = (names.Lead.Select(choices.Unit).OfType<Guid>().ToList(), names.Assisting.Select(choices.Unit).OfType<Guid>().ToList());
        if (lead is [var first, .. var also] && first == choices.OwnUnit.Id && !choices.IsLeftOut(names.Lead[0]))
        {
            _assisting.AddRange(also.Concat(assisting).Where(id => id != first));
        }
        else if (lead.Concat(assisting).Contains(choices.OwnUnit.Id))
        {
            fail(ProblemColumn.Unit, new FieldError("", "OwnUnitDoesNotLead", choices.OwnUnit.Name, Short(names.Lead is [var leading, ..] ? leading : "")));
        }
        else
        {
            fail(ProblemColumn.Unit, new FieldError("", "NotOwnUnit", choices.OwnUnit.Name));
        }
    }

    private void Assisting()
    {
        var text = Text(ProblemColumn.AssistingUnits);
        if (text.Length == 0 || text is "无" or "—" or "-" or "/")
        {
            return;
        }

        var names = UnitNames.Of(text, name => choices.Unit(name) is not null || choices.IsLeftOut(name));
        HasUnknown(ProblemColumn.AssistingUnits, names);
        _assisting.AddRange(names.Lead.Concat(names.Assisting).Select(choices.Unit).OfType<Guid>().Where(id => id != choices.OwnUnit.Id));
    }

    private bool HasUnknown(ProblemColumn column, UnitNames names)
    {
        var known = names.Lead.Concat(names.Assisting).Distinct().ToLookup(name => choices.IsLeftOut(name) ? NameStanding.LeftOut : choices.Unit(name) is null ? NameStanding.Unknown : NameStanding.Known);
        var unknown = known[NameStanding.Unknown].ToList();
        if (known[NameStanding.LeftOut].ToList() is { Count: > 0 } left)
        {
            explain(column, new FieldError("", "UnitsLeftOut", Short(string.Join("、", left))));
        }

        unknown.ForEach(name => ask(column, name));
        if (unknown.Count > 0)
        {
            fail(column, new FieldError("", "UnknownUnits", Short(string.Join("、", unknown))));
        }

        return unknown.Count > 0;
    }

    private (ProblemCategory?, Symptom?) Category()
    {
        var category = Word(ProblemColumn.Category) is { } name ? choices.Category(name) : null;
        if (category is null && cells.TryGetValue(ProblemColumn.Category, out var cell))
        {
            fail(ProblemColumn.Category, NotAChoice(cell));
        }

        if (Word(ProblemColumn.Symptom) is not { } symptom)
        {
            return (category, null);
        }

        var meant = choices.Symptoms(symptom).ToList();
        var fitting = meant.FirstOrDefault(pair => category is null || pair.Category.Id == category.Id);
        if (meant.Count == 0)
        {
            fail(ProblemColumn.Symptom, NotAChoice(cells[ProblemColumn.Symptom]));
        }
        else if (fitting.Symptom is null)
        {
            fail(ProblemColumn.Symptom, new FieldError("", "SymptomOfOtherCategory", meant[0].Category.Name));
        }

        return (category, fitting.Symptom);
    }

    /// <summary>The date's words may say the kind, and the kind may do without a date; where they contradict each other or the day found, the unit is asked.</summary>
    private (ProblemKind?, DateOnly?) KindAndDue(DateOnly? foundOn)
    {
        var kind = Choice(ProblemColumn.Kind, choices.Kind);
        if (!cells.TryGetValue(ProblemColumn.DueDate, out var cell))
        {
            return kind == ProblemKind.Immediate && cells.TryGetValue(ProblemColumn.Kind, out var said) ? (kind, Understood(ProblemColumn.Kind, dates.Immediate(said.Text)).Date) : (kind ?? WithoutColumn(), null);
        }

        var due = Read(ProblemColumn.DueDate, cell, dates.Due);
        if (due.Kind is { } meant && kind is { } chosen && meant != chosen)
        {
            fail(ProblemColumn.DueDate, new FieldError("", "DateAndKindDiffer", Short(cell.Text), chosen));
        }
        else if (due.Kind is null && due.Date is { } date && date < foundOn)
        {
            fail(ProblemColumn.DueDate, new FieldError("", "DueBeforeFound", date, foundOn));
        }

        return (kind ?? (cells.ContainsKey(ProblemColumn.Kind) ? null : due.Kind ?? WithoutColumn()), due.Date);
    }

    /// <summary>In a table without a column of kinds everything has its date, also where that is missing: the date alone is asked for.</summary>
    private ProblemKind? WithoutColumn() => HasColumn(ProblemColumn.Kind) || cells.ContainsKey(ProblemColumn.Kind) ? null : ProblemKind.TimeLimited;

    private DateOnly? FoundOn() => cells.TryGetValue(ProblemColumn.FoundOn, out var cell) ? Read(ProblemColumn.FoundOn, cell, dates.Found).Date : null;

    private DateReading Read(ProblemColumn column, SheetCell cell, Func<SheetCell, DateReading> read) =>
        Understood(column, cell.Kind == SheetCellKind.Error ? new DateReading(null, null, new FieldError("", "CellHasError", Short(cell.Text)), IsUnderstood: false) : read(cell));

    private DateReading Understood(ProblemColumn column, DateReading reading)
    {
        if (reading.Remark is { } remark)
        {
            (reading.IsUnderstood ? explain : fail)(column, remark);
        }

        return reading;
    }

    private T? Choice<T>(ProblemColumn column, Func<string, T?> known) where T : struct
    {
        var value = Word(column) is { } word ? known(word) : null;
        if (value is null && cells.TryGetValue(column, out var cell))
        {
            fail(column, NotAChoice(cell));
        }

        return value;
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
            fail(column, new FieldError("", cell.Kind == SheetCellKind.Error ? "CellHasError" : "DateInsteadOfText", Short(cell.Text)));
            return "";
        }

        return cell.Text.Trim();
    }

    private string? Word(ProblemColumn column) => cells.TryGetValue(column, out var cell) && cell.Kind != SheetCellKind.Error && cell.Text.Length <= LongestWord ? cell.Text : null;

    private static FieldError NotAChoice(SheetCell cell) => cell.Kind == SheetCellKind.Error ? new FieldError("", "CellHasError", Short(cell.Text)) : new FieldError("", "NotAChoice", Short(cell.Text));

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private enum NameStanding
    {
        Known,
        LeftOut,
        Unknown,
    }
}
