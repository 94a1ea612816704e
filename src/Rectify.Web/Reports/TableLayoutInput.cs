using Rectify.Core.Reports;

namespace Rectify.Web.Reports;

/// <summary>A table's layout as its form holds it: every column the table may show, those shown first.</summary>
public sealed class TableLayoutInput
{
    public Guid Id { get; set; }

    public int Version { get; set; }

    public string? Title { get; set; }

    public List<ColumnLine> Lines { get; set => field = value ?? []; } = [];

    public static TableLayoutInput Of(TableLayoutView layout) => new()
    {
        Id = layout.Id,
        Version = layout.Version,
        Title = layout.Title,
        Lines = [.. layout.Columns.Concat(TableForm.Of(layout.Kind).Choices.Except(layout.Columns))
            .Select((column, index) => new ColumnLine { Column = column, Place = index + 1, Shown = index < layout.Columns.Count })],
    };

    /// <summary>The columns shown, in the order of their numbers. A column moved up comes before the one that has its new number, one moved down after it.</summary>
    public IReadOnlyList<TableColumn> Chosen() =>
    [
        .. Lines.Select((line, index) => (line, Place: line.Place is { } place ? place + (0.5 * Math.Sign(place - (index + 1))) : index + 1))
            .OrderBy(line => line.Place).Where(line => line.line.Shown).Select(line => line.line.Column),
    ];
}

public sealed class ColumnLine
{
    public TableColumn Column { get; set; }

    /// <summary>Its number in the table; left as it was when nothing is typed.</summary>
    public int? Place { get; set; }

    public bool Shown { get; set; }
}

public sealed class ResetLayoutInput
{
    public int Version { get; set; }
}
