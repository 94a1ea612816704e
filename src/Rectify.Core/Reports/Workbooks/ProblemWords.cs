using Rectify.Core.Organisations;
using Rectify.Core.Problems;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>What stands in the import template, in one language. The template is written in one; a workbook is read in all that are given.</summary>
/// <param name="Title">Row 1; {0} is the campaign.</param>
/// <param name="SheetName">The sheet's name on its tab.</param>
/// <param name="FilledInBy">Row 2, left; {0} is the unit.</param>
/// <param name="FilledInOn">Row 2, right; {0} is the date.</param>
/// <param name="Example">What marks the example row in the first column.</param>
/// <param name="Headings">A heading for every column, without the star.</param>
/// <param name="Hints">What a column expects, shown when its cell is chosen; not every column has one.</param>
/// <param name="Examples">The example row's texts; not every column has one.</param>
/// <param name="NotInList">Shown when a value is not on the list; the workbook then refuses it.</param>
public sealed record ProblemWords(
    string Title,
    string SheetName,
    string FilledInBy,
    string FilledInOn,
    string Example,
    string NotInList,
    IReadOnlyDictionary<ProblemColumn, string> Headings,
    IReadOnlyDictionary<ProblemColumn, string> Hints,
    IReadOnlyDictionary<ProblemColumn, string> Examples,
    IReadOnlyDictionary<ProblemSource, string> Sources,
    IReadOnlyDictionary<Severity, string> Severities,
    IReadOnlyDictionary<ProblemKind, string> Kinds,
    IReadOnlyDictionary<UnitLevel, string> Levels);
