using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>What is wrong with one cell, or how one cell was understood.</summary>
/// <param name="Row">The row's number in the file.</param>
/// <param name="Column">Which column it is by its heading.</param>
/// <param name="Position">The column's number in the file, from 1.</param>
/// <param name="Error">What is to be said.</param>
public sealed record CellError(int Row, ProblemColumn Column, int Position, FieldError Error)
{
    /// <summary>Such as <c>F12</c>.</summary>
    public string Address => $"{WorkbookXml.Letters(Position)}{Row}";
}

/// <summary>Says that a cell is wrong, or how it was understood.</summary>
internal delegate void CellRemark(ProblemColumn column, FieldError remark);
