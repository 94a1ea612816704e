using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Imports;

/// <summary>What a unit's own words mean: its headings, what every row has in common, and its words for our choices.</summary>
/// <param name="HeadingRow">The row of the headings, where it was not found by its words; not remembered.</param>
/// <param name="ForAll">Columns the table lacks, with what holds for each of its rows.</param>
public sealed record ColumnMapping(int? HeadingRow, IReadOnlyList<HeadingMeaning> Headings, IReadOnlyList<CommonValue> ForAll, IReadOnlyList<WordMeaning> Words)
{
    public static readonly ColumnMapping None = new(null, [], [], []);

    public bool IsEmpty => HeadingRow is null && Headings.Count == 0 && ForAll.Count == 0 && Words.Count == 0;

    /// <summary>What a heading means by this mapping; null when it says nothing.</summary>
    public HeadingMeaning? Of(string heading)
    {
        var key = CellValues.Key(heading);
        return Headings.FirstOrDefault(meaning => CellValues.Key(meaning.Heading) == key);
    }

    /// <summary>This mapping with what a newer one says instead.</summary>
    public ColumnMapping With(ColumnMapping newer) => new(
        newer.HeadingRow,
        [.. newer.Headings, .. Headings.Where(old => newer.Of(old.Heading) is null)],
        newer.ForAll,
        [.. newer.Words, .. Words.Where(old => !newer.Words.Any(word => word.Column == old.Column && CellValues.Key(word.Word) == CellValues.Key(old.Word)))]);
}

/// <param name="Column">Our column; null leaves the column out.</param>
public sealed record HeadingMeaning(string Heading, ProblemColumn? Column)
{
    public const int HeadingLength = 120;
}

/// <param name="Text">What every row has in this column, in words a cell could hold.</param>
public sealed record CommonValue(ProblemColumn Column, string Text);

/// <param name="Word">A word in the file.</param>
/// <param name="Means">The choice it stands for: an enum's value, a category's name, a unit's id or <see cref="LeftOut"/>.</param>
public sealed record WordMeaning(ProblemColumn Column, string Word, string Means)
{
    public const int WordLength = 120;

    /// <summary>Stands for a name that is no unit's here and is not taken over, such as 各乡镇（街道）.</summary>
    public const string LeftOut = "LeftOut";

    /// <summary>
    /// Columns whose words can be explained. A unit's name is kept under <see cref="ProblemColumn.Unit"/> wherever it stands: leading or assisting, it is the same unit, and is asked about once.
    /// </summary>
    public static readonly IReadOnlyList<ProblemColumn> Columns = [ProblemColumn.Unit, ProblemColumn.Category, ProblemColumn.Source, ProblemColumn.Severity, ProblemColumn.Kind];

    /// <summary>The unit it stands for; null for a word of another column.</summary>
    public Guid? Unit() => Column == ProblemColumn.Unit && Guid.TryParse(Means, out var unit) ? unit : null;

    /// <summary>Whether it is the name of a unit that is not taken over.</summary>
    public bool IsLeftOut => Column == ProblemColumn.Unit && Means == LeftOut;

    /// <summary>Whether it has the form of what its column lets one choose. Whether there is such a category, or whether the unit takes part, is the campaign's to say.</summary>
    public bool CanBeMeant() => Column switch
    {
        ProblemColumn.Unit => Unit() is not null || IsLeftOut,
        ProblemColumn.Category => true,
        ProblemColumn.Source => Is<ProblemSource>(),
        ProblemColumn.Severity => Is<Severity>(),
        ProblemColumn.Kind => Is<ProblemKind>(),
        _ => false,
    };

    private bool Is<T>() where T : struct, Enum => Enum.TryParse<T>(Means, out var value) && Enum.IsDefined(value);
}
