namespace Rectify.Core.Reports.Workbooks;

internal enum SheetCellKind
{
    Text,
    Number,

    /// <summary>A number that the workbook shows as a date.</summary>
    Date,

    /// <summary>A formula that came to an error, such as <c>#REF!</c>.</summary>
    Error,
}

/// <summary>What a cell holds. A formula counts as the value it came to last; it is never worked out here.</summary>
/// <param name="CarriedDown">The value stands in the top cell of merged ones.</param>
internal sealed record SheetCell(SheetCellKind Kind, string Text, bool CarriedDown = false);
