namespace Rectify.Core.Reports.Workbooks;

/// <summary>The row with the headings, found by its words: titles, unit and date may stand above it.</summary>
/// <param name="Columns">Where each known column stands, from 1.</param>
internal sealed record ProblemHeading(int Row, IReadOnlyDictionary<ProblemColumn, int> Columns)
{
    private const int RowsToLookAt = 40;

    public static ProblemHeading? Find(WorkbookSheet sheet, ProblemChoices choices) =>
        sheet.Rows.Take(RowsToLookAt).Select(row => new ProblemHeading(row, ColumnsOf(sheet.Row(row), choices))).FirstOrDefault(heading => heading.IsOne);

    /// <summary>Whether a later row only says the headings again, as lists do on each printed page.</summary>
    public bool IsRepeatedIn(IReadOnlyDictionary<int, SheetCell> row, ProblemChoices choices) =>
        Columns.Count(column => row.TryGetValue(column.Value, out var cell) && cell.Text.Length < 60 && choices.Column(cell.Text) == column.Key) >= 3;

    private bool IsOne => Columns.Count >= 3 && Columns.ContainsKey(ProblemColumn.Description);

    private static Dictionary<ProblemColumn, int> ColumnsOf(IReadOnlyDictionary<int, SheetCell> row, ProblemChoices choices)
    {
        var columns = new Dictionary<ProblemColumn, int>();
        foreach (var (position, cell) in row.OrderBy(cell => cell.Key))
        {
            if (cell.Text.Length < 60 && !cell.CarriedDown && choices.Column(cell.Text) is { } column)
            {
                columns.TryAdd(column, position);
            }
        }

        return columns;
    }
}
