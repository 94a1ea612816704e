using System.Text.RegularExpressions;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

/// <summary>Goes through the rows below the headings and makes entries of them; keeps at most one error a cell.</summary>
internal sealed partial class ProblemListReader(WorkbookSheet sheet, ProblemHeading heading, ProblemChoices choices, DateReader dates, ColumnMapping mapping)
{
    private const int LongestMark = 60;

    private static readonly ProblemColumn[] SaysNothingAlone = [ProblemColumn.Ordinal, ProblemColumn.Unit, ProblemColumn.Level];

    /// <summary>What people write for "the same as the row above".</summary>
    private static readonly HashSet<string> Ditto = ["同上", "同前", "同上行", "上同", "〃", "″", "\"", "“", "”", "＂", "''", "〞", "ditto", "as above"];

    private readonly List<ImportedEntry> _entries = [];
    private readonly Dictionary<ProblemColumn, SheetCell> _above = [];
    private readonly Dictionary<ProblemColumn, SheetCell> _forAll = mapping.ForAll.Where(common => !heading.Columns.ContainsKey(common.Column))
        .ToDictionary(common => common.Column, common => new SheetCell(SheetCellKind.Text, common.Text));

    public IReadOnlyList<ImportedEntry> Entries => _entries;

    public CellErrors Errors { get; } = new();

    public CellErrors Meanings { get; } = new(int.MaxValue);

    /// <summary>Words for our choices that are not known, with how often they stand in the table.</summary>
    public Dictionary<(ProblemColumn Column, string Word), int> UnknownWords { get; } = [];

    public int PositionOf(ProblemColumn column) => heading.Columns.TryGetValue(column, out var position) ? position : heading.Columns[ProblemColumn.Description];

    /// <param name="report">Told how many of how many rows are read.</param>
    public void ReadAll(Action<int, int> report)
    {
        var rows = sheet.Rows.SkipWhile(row => row <= heading.LastRow).ToList();
        foreach (var (index, row) in rows.Index())
        {
            if (Errors.AreFull)
            {
                return;
            }

            report(index, rows.Count);
            Read(row);
        }
    }

    private void Read(int row)
    {
        var cells = Cells(row);
        if (IsFurtherMeasure(cells))
        {
            var measures = CellValues.Measures(cells[ProblemColumn.Measures].Text).Select(text => new Measure(text));
            _entries[^1] = _entries[^1] with { Plan = _entries[^1].Plan with { Measures = [.. _entries[^1].Plan.Measures, .. measures] } };
            return;
        }

        if (IsToSkip(row, cells))
        {
            return;
        }

        Repeat(row, cells);
        foreach (var (column, cell) in _forAll)
        {
            cells.TryAdd(column, cell);
        }

        _entries.Add(new ProblemRowReader(
            row, cells, choices, dates, heading, (column, error) => Fail(row, column, error, cells), (column, meaning) => Meanings.Add(At(row, column, meaning)),
            (column, name) => Ask(ProblemColumn.Unit, name, cells[column])).Entry());
    }

    private void Fail(int row, ProblemColumn column, FieldError error, Dictionary<ProblemColumn, SheetCell> cells)
    {
        Errors.Add(At(row, column, error));
        if (error.Code == "NotAChoice" && WordMeaning.Columns.Contains(column))
        {
            Ask(column, cells[column].Text.Trim(), cells[column]);
        }
    }

    private void Ask(ProblemColumn column, string word, SheetCell cell)
    {
        if (!IsDitto(cell) && word.Length is > 0 and <= WordMeaning.WordLength)
        {
            UnknownWords[(column, word)] = UnknownWords.GetValueOrDefault((column, word)) + 1;
        }
    }

    public CellError At(int row, ProblemColumn column, FieldError error) => new(row, column, PositionOf(column), error with { Field = $"{column}" });

    private Dictionary<ProblemColumn, SheetCell> Cells(int row)
    {
        var all = sheet.Row(row);
        return heading.Columns.Where(column => all.ContainsKey(column.Value)).ToDictionary(column => column.Key, column => all[column.Value]);
    }

    /// <summary>同上 and 〃 stand for the cell above, which may itself have been repeated.</summary>
    private void Repeat(int row, Dictionary<ProblemColumn, SheetCell> cells)
    {
        foreach (var column in cells.Keys.Where(column => column != ProblemColumn.Ordinal).ToList())
        {
            if (!IsDitto(cells[column]))
            {
                _above[column] = cells[column];
            }
            else if (_above.TryGetValue(column, out var above))
            {
                cells[column] = above;
                Meanings.Add(At(row, column, new FieldError("", "ReadAsAbove", Short(CellValues.Shown(above, sheet.Starts1904)))));
            }
            else
            {
                Errors.Add(At(row, column, new FieldError("", "NothingAbove", cells[column].Text)));
            }
        }
    }

    private static string Short(string text) => text.Length <= LongestMark ? text : text[..LongestMark] + "…";

    private static bool IsDitto(SheetCell cell) =>
        cell is { Kind: SheetCellKind.Text, Text.Length: < 20 } && (Ditto.Contains(cell.Text.Trim()) || Ditto.Contains(string.Concat(cell.Text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant()));

    /// <summary>One problem with a row for each measure: everything else is merged with the row above.</summary>
    private bool IsFurtherMeasure(Dictionary<ProblemColumn, SheetCell> cells) =>
        _entries.Count > 0 && cells.TryGetValue(ProblemColumn.Measures, out var measures) && measures is { CarriedDown: false, Kind: not SheetCellKind.Error }
        && cells.TryGetValue(ProblemColumn.Description, out var description) && description.CarriedDown
        && cells.All(cell => cell.Value.CarriedDown || cell.Key is ProblemColumn.Measures or ProblemColumn.Ordinal);

    private bool IsToSkip(int row, Dictionary<ProblemColumn, SheetCell> cells)
    {
        var all = sheet.Row(row);
        var own = cells.Where(cell => !cell.Value.CarriedDown && !SaysNothingAlone.Contains(cell.Key)).ToList();
        var said = all.Where(cell => !cell.Value.CarriedDown).ToList();
        return (cells.TryGetValue(ProblemColumn.Ordinal, out var first) && first.Text.Length < LongestMark && choices.IsExample(first.Text))
            || heading.IsRepeatedIn(all)
            || own.Count == 0
            || IsNumbering(row, said)
            || IsTotal(cells, said)
            || IsSection(row, said)
            || (own.Count < 4 && said.Any(cell => cell.Value.Text.Length < 200 && Signature().IsMatch(cell.Value.Text)));
    }

    /// <summary>Columns numbered 1, 2, 3 … below their headings.</summary>
    private bool IsNumbering(int row, List<KeyValuePair<int, SheetCell>> said) =>
        row <= heading.LastRow + 2 && said.Count >= 3 && said.OrderBy(cell => cell.Key).Index().All(cell => CellValues.Key(cell.Item.Value.Text) == $"{cell.Index + 1}");

    /// <summary>小计, 合计, 总计, with or without figures beside it.</summary>
    private static bool IsTotal(Dictionary<ProblemColumn, SheetCell> cells, List<KeyValuePair<int, SheetCell>> said) =>
        said.Any(cell => cell.Value.Text.Length < LongestMark && Total().IsMatch(cell.Value.Text))
        && (!cells.TryGetValue(ProblemColumn.Description, out var description) || description.CarriedDown || description.Kind == SheetCellKind.Number || Total().IsMatch(description.Text) || Figure().IsMatch(description.Text));

    /// <summary>A line over a group of rows: one text alone, over several columns or numbered 一、.</summary>
    private bool IsSection(int row, List<KeyValuePair<int, SheetCell>> said) =>
        said is [var alone] && (sheet.Merged.Any(merged => merged.Covers(row, alone.Key) && merged.Right - merged.Left >= 2)
            || (alone.Key != heading.Columns[ProblemColumn.Description] && Section().IsMatch(alone.Value.Text)));

    [GeneratedRegex(@"^\s*(本页|本单位|以上|全[市县区])?(小\s*计|合\s*计|总\s*计|共\s*计|累\s*计|(sub)?total)\s*([:：（(].*|\d+.{0,3})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"^\s*(共)?\s*\d+\s*[件个项条]?\s*(问题)?\s*$")]
    private static partial Regex Figure();

    [GeneratedRegex(@"^\s*[（(]?[一二三四五六七八九十]+[)）、.．]")]
    private static partial Regex Section();

    /// <summary>The foot of a paper list, or its head once more: who filled it in, who signs, remarks.</summary>
    [GeneratedRegex(@"^\s*(填表|填报|制表|审核|审批|联系|经办|签字|签名|盖章|负责|整改单位|主管部门|单位|主要领导|分管领导)(人|人员|单位|日期|时间|电话|负责人|领导)*(签字|签名|签章|盖章)?\s*[（(:：]|^\s*(注|备注|说明|填表说明|填报说明)\s*[:：]|^\s*(Filled in|Reviewed|Approved|Signed|Signature|Head of unit|Note|Remarks?)\b[^:]{0,30}:", RegexOptions.IgnoreCase)]
    private static partial Regex Signature();
}

/// <summary>What is said of cells, at most once a cell, in the order of rows and columns.</summary>
internal sealed class CellErrors(int most = ImportReading.MostErrors)
{
    private readonly SortedDictionary<(int Row, int Position), CellError> _errors = [];

    public bool AreFull { get; private set; }

    public IReadOnlyList<CellError> All => [.. _errors.Values];

    public void Add(CellError error)
    {
        AreFull = AreFull || _errors.Count >= most;
        if (!AreFull)
        {
            _errors.TryAdd((error.Row, error.Position), error);
        }
    }
}
