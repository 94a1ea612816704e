using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Imports;

/// <summary>A row of the file with what it held when it was downloaded.</summary>
/// <param name="Id">Null when the row was added by hand.</param>
/// <param name="Base">Null when it was damaged.</param>
internal sealed record WorkingLedgerRow(
    WorkingLedgerPart Part, int Number, Guid? Id, int Index, int Version, WorkingLedgerBase? Base, IReadOnlyDictionary<WorkingLedgerColumn, SheetCell> Cells, IReadOnlyDictionary<WorkingLedgerColumn, int> Positions, bool Starts1904)
{
    public string Key => WorkingLedgerLine.KeyOf(Part, Id!.Value, Index);

    public SheetCell? Cell(WorkingLedgerColumn column) => Cells.GetValueOrDefault(column);

    /// <summary>Such as <c>F12</c>.</summary>
    public string Address(WorkingLedgerColumn column) => Positions.TryGetValue(column, out var position) ? $"{WorkbookXml.Letters(position)}{Number}" : $"{Number}";

    /// <summary>What of the row, and what it is about, told to a person.</summary>
    public WorkingLedgerPlace Place(WorkingLedgerColumn? column)
    {
        var number = Told(Part == WorkingLedgerPart.Notices ? WorkingLedgerColumn.NoticeNumber : WorkingLedgerColumn.Number);
        var text = Told(Part switch { WorkingLedgerPart.Notices => WorkingLedgerColumn.ProblemsFound, WorkingLedgerPart.Measures => WorkingLedgerColumn.MeasureText, _ => WorkingLedgerColumn.Description });
        return new WorkingLedgerPlace(Part, Number, column is { } of ? Address(of) : $"{Number}", column, Subject(number, text));

        string Told(WorkingLedgerColumn of) => Base?.Locked.GetValueOrDefault(of) ?? Base?.Open.GetValueOrDefault(of) ?? WorkingLedgerLines.Plain(Cell(of)?.Text);
    }

    /// <summary>All that it says, in its columns' order; null when that is nothing.</summary>
    public string? Words() =>
        string.Join(" | ", Cells.OrderBy(cell => Positions[cell.Key]).Select(cell => WorkingLedgerCells.ReadLocked(cell.Key, cell.Value, Starts1904)).Where(text => text.Length > 0)) is { Length: > 0 } words ? words : null;

    /// <summary>By what a person tells it from others: its locked number and words, as the file has them now.</summary>
    public string Identity() => string.Join('|', IdentityOf(Base!).Select(column => WorkingLedgerCells.ReadLocked(column, Cell(column), Starts1904)));

    /// <summary>The same as it was downloaded.</summary>
    public string FirstIdentity() => string.Join('|', IdentityOf(Base!).Select(column => Base!.Locked[column]));

    /// <summary>A number and the beginning of a text.</summary>
    public static string Subject(string number, string text)
    {
        var start = text.Length <= 40 ? text : text[..40] + "…";
        return number.Length == 0 ? start : $"{number} · {start}";
    }

    private static IEnumerable<WorkingLedgerColumn> IdentityOf(WorkingLedgerBase row) =>
        new[] { WorkingLedgerColumn.NoticeNumber, WorkingLedgerColumn.Number, WorkingLedgerColumn.Description, WorkingLedgerColumn.MeasureText }.Where(row.Locked.ContainsKey);
}
