namespace Rectify.Core.Reports.Workbooks;

/// <summary>How a cell of a table looks. Each has a style of its own in the workbook.</summary>
internal enum CellLook
{
    Text,
    Centred,
    Number,
    Date,
    Green,
    Blue,
    Yellow,
    Red,
}

/// <summary>One cell of a table: a text, or a number or day when there is no text.</summary>
/// <param name="Value">The number, or the day as Excel counts it.</param>
internal readonly record struct TableCell(CellLook Look, string? Text, int? Value)
{
    private static readonly int FirstDay = new DateOnly(1899, 12, 30).DayNumber;

    public static TableCell Of(string text, CellLook look = CellLook.Text) => new(look, text, null);

    public static TableCell Of(int number) => new(CellLook.Number, null, number);

    public static TableCell Of(DateOnly? day) => day is { } known ? new(CellLook.Date, null, known.DayNumber - FirstDay) : new(CellLook.Date, "", null);
}
