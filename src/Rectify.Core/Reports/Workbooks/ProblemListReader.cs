using System.Text.RegularExpressions;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>Goes through the rows below the headings and makes entries of them; keeps at most one error a cell.</summary>
internal sealed partial class ProblemListReader(WorkbookSheet sheet, ProblemHeading heading, ProblemChoices choices)
{
    private static readonly ProblemColumn[] SaysNothingAlone = [ProblemColumn.Ordinal, ProblemColumn.Unit, ProblemColumn.Level];

    private readonly List<ImportedEntry> _entries = [];
    private readonly SortedDictionary<(int Row, int Position), CellError> _errors = [];
    private bool _hasMore;

    public IReadOnlyList<ImportedEntry> Entries => _entries;

    public ProblemWorkbook Workbook => new(_entries, [.. _errors.Values], _hasMore, heading.Columns);

    public void ReadAll()
    {
        foreach (var row in sheet.Rows.SkipWhile(row => row <= heading.Row))
        {
            if (_hasMore)
            {
                return;
            }

            var cells = Cells(row);
            if (IsFurtherMeasure(cells))
            {
                var measures = CellValues.Measures(cells[ProblemColumn.Measures].Text).Select(text => new Measure(text));
                _entries[^1] = _entries[^1] with { Plan = _entries[^1].Plan with { Measures = [.. _entries[^1].Plan.Measures, .. measures] } };
            }
            else if (!IsToSkip(row, cells))
            {
                _entries.Add(new ProblemRowReader(row, cells, choices, sheet.Starts1904, Fail).Entry());
            }
        }
    }

    /// <summary>Adds what the command would find wrong, wherever the cell has no error yet.</summary>
    /// <param name="check">The checks against the campaign and what is on the list.</param>
    public async Task CheckAsync(Func<IReadOnlyList<ImportedEntry>, Task<IReadOnlyList<FieldError>>> check)
    {
        var shape = _entries.Index().SelectMany(entry => Shape.Errors(new ImportedEntryShape(), entry.Item).Select(error => error with { Field = $"Rows[{entry.Index}].{error.Field}" }));
        foreach (var error in shape.Concat(await check(_entries)).Select(Workbook.At).OfType<CellError>())
        {
            Fail(error);
        }

        if (_entries.Count > ImportedEntry.MostAtOnce)
        {
            var first = _entries[ImportedEntry.MostAtOnce];
            Fail(first.Row, ProblemColumn.Description, "TooManyRows");
        }
    }

    private Dictionary<ProblemColumn, SheetCell> Cells(int row)
    {
        var all = sheet.Row(row);
        return heading.Columns.Where(column => all.ContainsKey(column.Value)).ToDictionary(column => column.Key, column => all[column.Value]);
    }

    /// <summary>One problem with a row for each measure: everything else is merged with the row above.</summary>
    private bool IsFurtherMeasure(Dictionary<ProblemColumn, SheetCell> cells) =>
        _entries.Count > 0 && cells.TryGetValue(ProblemColumn.Measures, out var measures) && measures is { CarriedDown: false, Kind: not SheetCellKind.Error }
        && cells.TryGetValue(ProblemColumn.Description, out var description) && description.CarriedDown
        && cells.All(cell => cell.Value.CarriedDown || cell.Key is ProblemColumn.Measures or ProblemColumn.Ordinal);

    private bool IsToSkip(int row, Dictionary<ProblemColumn, SheetCell> cells)
    {
        var own = cells.Where(cell => !cell.Value.CarriedDown && !SaysNothingAlone.Contains(cell.Key)).ToList();
        return (cells.TryGetValue(ProblemColumn.Ordinal, out var first) && first.Text.Length < 60 && choices.IsExample(first.Text))
            || heading.IsRepeatedIn(sheet.Row(row), choices)
            || own.Count == 0
            || (own.Count < 4 && sheet.Row(row).Any(cell => !cell.Value.CarriedDown && cell.Value.Text.Length < 200 && Signature().IsMatch(cell.Value.Text)));
    }

    private void Fail(int row, ProblemColumn column, string code, params object[] values) => Fail(new CellError(row, column, heading.Columns[column], new FieldError($"{column}", code, values)));

    private void Fail(CellError error)
    {
        _hasMore = _errors.Count >= ProblemWorkbook.MostErrors;
        if (!_hasMore)
        {
            _errors.TryAdd((error.Row, error.Position), error);
        }
    }

    /// <summary>The foot of a paper list: who filled it in, who signs, remarks.</summary>
    [GeneratedRegex(@"^\s*(填表|填报|制表|审核|审批|联系|经办|签字|签名|盖章|负责|整改单位|主管部门|单位)(人|人员|单位|日期|时间|电话|负责人|领导)*(签字|签名|签章|盖章)?\s*[（(:：]|^\s*(注|备注|说明|填表说明|填报说明)\s*[:：]|^\s*(Filled in|Reviewed|Approved|Signed|Signature|Head of unit|Note|Remarks?)\b[^:]{0,30}:", RegexOptions.IgnoreCase)]
    private static partial Regex Signature();
}
