using Rectify.Core.Problems;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>What each column tells of a problem, in the reader's words.</summary>
internal sealed class TableCells(Table table, Wording wording)
{
    private readonly IReadOnlyList<TableColumn> _columns = table.Columns;

    /// <summary>A table without a column for the place tells it with the problem; the public one leaves it out.</summary>
    private readonly bool _placeStandsAlone = table.Kind == TableKind.PublicTable || table.Columns.Contains(TableColumn.Place);

    /// <summary>Puts one problem's cells into the row.</summary>
    /// <param name="serial">Its place in the table, from 1.</param>
    public void Fill(Span<TableCell> cells, TableRow row, int serial)
    {
        for (var index = 0; index < _columns.Count; index++)
        {
            cells[index] = Cell(_columns[index], row, serial);
        }
    }

    private TableCell Cell(TableColumn column, TableRow row, int serial) => column switch
    {
        TableColumn.Serial => TableCell.Of(serial),
        TableColumn.Number => TableCell.Of(row.Number),
        TableColumn.Source => TableCell.Of(wording[row.Source]),
        TableColumn.Found => TableCell.Of(row.FoundOn),
        TableColumn.ResponsibleUnit => TableCell.Of(row.UnitName),
        TableColumn.AssistingUnits => TableCell.Of(string.Join('\n', row.AssistingUnits)),
        TableColumn.Category => TableCell.Of(row.CategoryName),
        TableColumn.Place => TableCell.Of(row.Place),
        TableColumn.Description => TableCell.Of(Description(row)),
        TableColumn.Matter => TableCell.Of(row.Matter),
        TableColumn.Severity => TableCell.Of(wording[row.Severity], CellLook.Centred),
        TableColumn.Kind => TableCell.Of(wording[row.Kind], CellLook.Centred),
        TableColumn.Goal => TableCell.Of(row.Goal),
        TableColumn.Measures => TableCell.Of(string.Join('\n', row.Measures.Select((measure, index) => $"{index + 1}. {measure.Text}"))),
        TableColumn.Leader => TableCell.Of(row.ResponsibleLeader),
        TableColumn.Person => TableCell.Of(row.ResponsiblePerson),
        TableColumn.DueOldNew => TableCell.Of(Due(row), CellLook.Centred),
        TableColumn.OriginalDue => TableCell.Of(row.OriginalDueDate),
        TableColumn.Due => TableCell.Of(row.DueDate),
        TableColumn.Progress => TableCell.Of(Progress(row)),
        TableColumn.Result => TableCell.Of(row.CloseOut?.Result ?? ""),
        TableColumn.State => TableCell.Of(wording[row.State], CellLook.Centred),
        TableColumn.Warning => Problems.Warning.WithUnit.Contains(row.State) ? TableCell.Of(wording[row.Warning], Colour(row.Warning)) : TableCell.Of(Rate.None, CellLook.Centred),
        TableColumn.Completed => TableCell.Of(row.CompletedOn),
        TableColumn.Evidence => TableCell.Of(row.EvidenceCount),
        TableColumn.FirstReview => TableCell.Of(Hand(row.CloseOut?.FirstReview), CellLook.Centred),
        TableColumn.Recheck => TableCell.Of(Hand(row.CloseOut?.Recheck), CellLook.Centred),
        TableColumn.ClosedOn => TableCell.Of(row.ClosedOn),
        TableColumn.NoticeCount => TableCell.Of(row.NoticeCount),
        TableColumn.LookBack => TableCell.Of(row.LookBack is { } back ? $"{back.On.Iso()}\n{wording[back.Recurred ? "Recurred" : "NotRecurred"]}" : "", CellLook.Centred),
        TableColumn.Remark => TableCell.Of(Remark(row)),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };

    private string Description(TableRow row) => row.Place.Length == 0 || _placeStandsAlone ? row.Description : $"{row.Place}\n{row.Description}";

    private static string Due(TableRow row) => row.DueDate is not { } due ? ""
        : row.OriginalDueDate is { } first && first != due ? $"{first.Iso()}\n{due.Iso()}"
        : due.Iso();

    /// <summary>How far the work is, from what is recorded: measures done, what is still required, the result.</summary>
    private string Progress(TableRow row)
    {
        List<string> lines = [];
        if (row.Measures.Count > 0 && row.State != ProblemState.Registered)
        {
            lines.Add(wording["MeasuresDone", row.Measures.Count(measure => measure.DoneOn is not null), row.Measures.Count]);
        }

        if (row.Returned is { } returned)
        {
            lines.Add(wording["ReturnedWith", returned.FurtherRequirement]);
        }

        if (row.CloseOut is { Result.Length: > 0 } closeOut)
        {
            lines.Add(closeOut.Result);
        }

        return string.Join('\n', lines);
    }

    private string Remark(TableRow row)
    {
        List<string> lines = [];
        if (row.MergedInto is { } target)
        {
            lines.Add(wording["MergedInto", target]);
        }

        if (row.RecurrenceCount > 0)
        {
            lines.Add(wording["Recurrences", row.RecurrenceCount]);
        }

        if (row.Remark.Length > 0)
        {
            lines.Add(row.Remark);
        }

        return string.Join('\n', lines);
    }

    private static CellLook Colour(WarningColour colour) => colour switch
    {
        WarningColour.Red => CellLook.Red,
        WarningColour.Yellow => CellLook.Yellow,
        WarningColour.Blue => CellLook.Blue,
        _ => CellLook.Green,
    };

    private static string Hand(Opinion? opinion) => opinion is null ? "" : $"{opinion.ByName}\n{opinion.On.Iso()}";
}
