using System.Text.RegularExpressions;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Imports;

/// <summary>One heading of the table.</summary>
/// <param name="Position">The column's number in the file, from 1.</param>
/// <param name="Column">Our column; null when it is left out or not recognised.</param>
/// <param name="IsDecided">Whether the heading is recognised, or the unit has said that it is left out.</param>
public sealed record HeadingCell(int Position, string Text, ProblemColumn? Column, bool IsDecided)
{
    public string Letters => WorkbookXml.Letters(Position);
}

/// <summary>The headings, in one row or in two with groups over them, found by their words: titles, unit and date may stand above.</summary>
internal sealed partial class ProblemHeading
{
    private const int RowsToLookAt = 40;
    private const int LongestHeading = 60;

    private readonly WorkbookSheet _sheet;

    private ProblemHeading(WorkbookSheet sheet, int row, int lastRow, IReadOnlyList<HeadingCell> cells)
    {
        (_sheet, Row, LastRow, Cells) = (sheet, row, lastRow, cells);
        Columns = cells.Where(cell => cell.Column is not null).ToDictionary(cell => cell.Column!.Value, cell => cell.Position);
    }

    public int Row { get; }

    /// <summary>The second row of headings, or the first again.</summary>
    public int LastRow { get; }

    public IReadOnlyList<HeadingCell> Cells { get; }

    /// <summary>Where each known column stands, from 1.</summary>
    public IReadOnlyDictionary<ProblemColumn, int> Columns { get; }

    /// <summary>Whether enough is recognised to read rows by it.</summary>
    public bool IsOne => Columns.Count >= 3 && Columns.ContainsKey(ProblemColumn.Description);

    /// <summary>Whether the column of ordinals holds the campaign's own numbers.</summary>
    public bool HasNumbers => Cells.Any(cell => cell.Column == ProblemColumn.Ordinal && cell.Text.Contains("编号", StringComparison.Ordinal));

    /// <summary>The texts of each row of the table's head: titles, groups of headings, headings.</summary>
    private List<Dictionary<int, string>> Head => field ??=
        [.. _sheet.Rows.TakeWhile(row => row <= LastRow).Select(row => Texts(_sheet.Row(row)).ToDictionary(cell => cell.Position, cell => cell.Text))];

    /// <summary>The row that is recognised best, with the row of groups over it only where that tells more; where none is, the first with most cells, for a person to say what they mean. Null for an empty table.</summary>
    /// <param name="row">The row the unit has pointed at.</param>
    public static ProblemHeading? Find(WorkbookSheet sheet, ProblemChoices choices, int? row)
    {
        var rows = sheet.Rows.Take(RowsToLookAt).Where(at => row is null || at == row).ToList();
        var headings = rows.SelectMany(at => At(sheet, at, choices)).ToList();
        return headings.Where(heading => heading.IsOne || row is not null).OrderByDescending(heading => heading.Columns.Count).ThenBy(heading => heading.LastRow - heading.Row).FirstOrDefault()
            ?? headings.Where(heading => heading.LastRow == heading.Row).MaxBy(heading => heading.Cells.Count);
    }

    /// <summary>Whether a later row only says the headings again, or their groups, as lists do on each printed page.</summary>
    public bool IsRepeatedIn(IReadOnlyDictionary<int, SheetCell> row)
    {
        var own = row.Where(cell => !cell.Value.CarriedDown).ToList();
        return Cells.Count(cell => row.TryGetValue(cell.Position, out var again) && !again.CarriedDown && again.Text.Length <= LongestHeading && cell.Text.EndsWith(CellText(again), StringComparison.Ordinal)) >= 3
            || (own.Count >= 2 && Head.Any(head => own.All(cell => head.TryGetValue(cell.Key, out var text) && text == CellText(cell.Value))));
    }

    private static IEnumerable<ProblemHeading> At(WorkbookSheet sheet, int row, ProblemChoices choices)
    {
        var single = Texts(sheet.Row(row));
        var one = new ProblemHeading(sheet, row, row, Recognise(single, choices));
        yield return one;
        if (sheet.Rows.FirstOrDefault(next => next > row) is var below && below == row + 1 && !IsFilledIn(sheet.Row(row), choices))
        {
            var both = Texts(sheet, row, single);
            var two = new ProblemHeading(sheet, row, below, Recognise(both.Select(text => (text.Position, text.Text, text.Others)), choices));
            if (two.Columns.Count > one.Columns.Count && both.Where(text => text.IsSub).All(text => Array.Exists([text.Text, .. text.Others], word => choices.Column(word) is not null) || !one.Columns.Values.Contains(text.Position)))
            {
                yield return two;
            }
        }
    }

    /// <summary>Whether a row says who made the table and when: 填报单位：甲局, or the label, the unit and the date in cells of their own. Such a row is no group of headings.</summary>
    private static bool IsFilledIn(IReadOnlyDictionary<int, SheetCell> row, ProblemChoices choices) => row.Values.Any(cell =>
        cell.Kind == SheetCellKind.Date || (cell.Text.Length <= LongestHeading && (CellValues.Date(cell, false) is not null || choices.Unit(cell.Text) is not null || Label().IsMatch(CellText(cell)))));

    private static List<(int Position, string Text, string[] Others)> Texts(IReadOnlyDictionary<int, SheetCell> row) =>
        [.. row.Where(cell => !cell.Value.CarriedDown && cell.Value.Text.Length <= LongestHeading).OrderBy(cell => cell.Key).Select(cell => (cell.Key, CellText(cell.Value), Array.Empty<string>()))];

    /// <summary>Each column's heading under its group. A group reaches over merged cells, or over empty ones where a file knows no merging.</summary>
    private static List<(int Position, string Text, string[] Others, bool IsSub)> Texts(WorkbookSheet sheet, int row, List<(int Position, string Text, string[] Others)> tops)
    {
        var below = sheet.Row(row + 1);
        var texts = new List<(int, string, string[], bool)>();
        foreach (var position in tops.Select(top => top.Position).Union(below.Keys).Order())
        {
            var own = tops.Find(top => top.Position == position).Text;
            var sub = below.TryGetValue(position, out var cell) && !cell.CarriedDown && cell.Text.Length <= LongestHeading ? CellText(cell) : null;
            var group = own ?? GroupOver(sheet, row, position, tops);
            if (sub is not null)
            {
                texts.Add((position, group is null ? sub : $"{group}/{sub}", group is null ? [] : [sub, group + sub, group], true));
            }
            else if (own is not null)
            {
                texts.Add((position, own, [], false));
            }
        }

        return texts;
    }

    private static string? GroupOver(WorkbookSheet sheet, int row, int position, List<(int Position, string Text, string[] Others)> tops)
    {
        var merged = sheet.Merged.Where(cells => cells.Covers(row, position)).ToList();
        var at = merged.Count > 0 ? merged[0].Left : tops.Where(top => top.Position < position).Select(top => top.Position).DefaultIfEmpty().Max();
        return tops.Find(top => top.Position == at).Text;
    }

    /// <summary>Headings of the template take their column first, then others met in the field; a column has one heading.</summary>
    private static List<HeadingCell> Recognise(IEnumerable<(int Position, string Text, string[] Others)> texts, ProblemChoices choices)
    {
        var all = texts.Where(text => text.Text.Length > 0).ToList();
        var columns = new Dictionary<ProblemColumn, int>();
        foreach (var byAlias in new[] { false, true })
        {
            foreach (var (position, text, others) in all.Where(text => !columns.ContainsValue(text.Position)))
            {
                foreach (var word in choices.IsDecided(text) ? [text] : others.Prepend(text))
                {
                    if (choices.Column(word, byAlias) is { } column && columns.TryAdd(column, position))
                    {
                        break;
                    }
                }
            }
        }

        var known = columns.ToDictionary(column => column.Value, column => column.Key);
        return [.. all.Select(text => known.TryGetValue(text.Position, out var column) ? new HeadingCell(text.Position, text.Text, column, true) : new HeadingCell(text.Position, text.Text, null, choices.IsDecided(text.Text)))];
    }

    /// <summary>A heading without the line breaks that make it fit its column.</summary>
    private static string CellText(SheetCell cell) => string.Concat(cell.Text.Where(c => c is not '\r' and not '\n')).Trim();

    /// <summary>A colon with something behind it; in brackets it is a heading's remark.</summary>
    [GeneratedRegex(@"^[^（(]+[:：]\s*[^:：\s]")]
    private static partial Regex Label();
}
