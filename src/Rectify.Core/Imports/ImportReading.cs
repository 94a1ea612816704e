using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Imports;

/// <summary>What a file says, before it is held against what has been entered.</summary>
/// <param name="On">The day it was read: words such as 立即 count from it.</param>
/// <param name="HeadingRow">The row of the headings; 0 when the table is empty.</param>
/// <param name="Missing">Needed columns that no heading stands for.</param>
/// <param name="UnknownWords">Words in columns of choices that are not known, and names that are no unit's.</param>
/// <param name="Columns">The columns the file has, or the unit has given for all rows.</param>
/// <param name="Errors">At most one a cell, row by row.</param>
/// <param name="HasMoreErrors">Whether reading stopped at <see cref="MostErrors"/>.</param>
/// <param name="Meanings">How cells were understood that do not say it outright.</param>
public sealed record ImportReading(
    DateOnly On,
    int HeadingRow,
    IReadOnlyList<HeadingSample> Headings,
    IReadOnlyList<ProblemColumn> Missing,
    IReadOnlyList<UnknownWord> UnknownWords,
    IReadOnlySet<ProblemColumn> Columns,
    IReadOnlyList<ImportedEntry> Entries,
    IReadOnlyList<CellError> Errors,
    bool HasMoreErrors,
    IReadOnlyList<CellError> Meanings)
{
    public const int MostErrors = 500;

    /// <summary>Which of the file's visible sheets it was read from, from 0.</summary>
    public int Sheet { get; init; }

    /// <summary>That sheet's name; null for a file without sheets.</summary>
    public string? SheetName { get; init; }

    /// <summary>The names of other visible sheets that hold a list of problems, which was not read.</summary>
    public IReadOnlyList<string> UnreadLists { get; init; } = [];

    /// <summary>The names of other visible sheets that hold something else, or a list whose headings are not known.</summary>
    public IReadOnlyList<string> UnreadSheets { get; init; } = [];

    /// <summary>Whether the unit has to say first what the headings mean.</summary>
    public bool NeedsMapping => Missing.Count > 0 || Headings.Any(heading => !heading.Cell.IsDecided);

    /// <summary>Where a column stands; errors of columns the file lacks stand at the description.</summary>
    public int PositionOf(ProblemColumn column) =>
        (Headings.FirstOrDefault(heading => heading.Cell.Column == column) ?? Headings.First(heading => heading.Cell.Column == ProblemColumn.Description)).Cell.Position;
}

/// <summary>A heading with the first values below it.</summary>
public sealed record HeadingSample(HeadingCell Cell, IReadOnlyList<string> Values)
{
    public const int Most = 3;
}

/// <param name="Column">The column its meaning is kept under.</param>
/// <param name="Count">How often it stands in the file.</param>
public sealed record UnknownWord(ProblemColumn Column, string Word, int Count);
