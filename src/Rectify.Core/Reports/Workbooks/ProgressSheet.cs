using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>The figures by unit or by category, the total first.</summary>
/// <param name="source">Counted just now, or frozen under an id.</param>
/// <param name="nameColumn">The head of the column that names the rows.</param>
internal sealed class ProgressSheet(
    XLWorkbook book, Progress progress, string title, IReadOnlyList<TableColumn> columns, string source, Wording wording, string name, string nameColumn)
{
    private readonly Sheet _sheet = new(book, name, columns.Count, headRows: 2);

    public void Write(IReadOnlyList<ProgressRow> rows)
    {
        _sheet.Title(title, wording["FilledInBy", progress.Office], $"{wording["CutOffLine", progress.CutOff.Iso()]}  {source}");
        Heads();
        foreach (var row in rows.Prepend(progress.Total with { Name = wording["TotalRow"] }))
        {
            foreach (var (index, column) in columns.Index())
            {
                Cell(index + 1, column, row);
            }

            _sheet.NextRow(isTotal: row.Id is null);
        }

        foreach (var (index, _) in columns.Index().Where(column => column.Item is TableColumn.RectifiedRate or TableColumn.ClosedRate or TableColumn.OnTimeRate))
        {
            _sheet.Bars(index + 1);
        }

        _sheet.Close();
        foreach (var note in ProgressNotes.Of(progress, wording))
        {
            _sheet.Note(note);
        }

        _sheet.Print(wording["PageOf"]);
    }

    /// <summary>Neighbours of one group stand under its name.</summary>
    private void Heads()
    {
        for (var from = 0; from < columns.Count;)
        {
            var (group, to) = (TableWorkbook.Group(columns[from]), from + 1);
            if (group is null)
            {
                _sheet.Head(1, to, Head(columns[from]), rows: 2);
            }
            else
            {
                while (to < columns.Count && TableWorkbook.Group(columns[to]) == group)
                {
                    to++;
                }

                _sheet.Head(1, from + 1, wording[group], columns: to - from);
                for (var column = from; column < to; column++)
                {
                    _sheet.Head(2, column + 1, Head(columns[column]));
                }
            }

            from = to;
        }
    }

    private string Head(TableColumn column) => column == TableColumn.Name ? nameColumn : TableWorkbook.Head(TableKind.Progress, column, wording);

    private void Cell(int at, TableColumn column, ProgressRow row)
    {
        var (figures, notices, decimals) = (row.Figures, row.Notices, progress.RateDecimals);
        switch (column)
        {
            case TableColumn.Rank when row.Id is null:
                _sheet.Text(at, "", isCentred: true);
                break;
            case TableColumn.Rank:
                _sheet.Number(at, row.Rank);
                break;
            case TableColumn.Name:
                _sheet.Text(at, row.Name);
                break;
            case TableColumn.RectifiedRate:
                _sheet.Percent(at, figures.RectifiedRate, decimals);
                break;
            case TableColumn.ClosedRate:
                _sheet.Percent(at, figures.ClosedRate, decimals);
                break;
            case TableColumn.OnTimeRate:
                _sheet.Percent(at, figures.OnTime, decimals);
                break;
            case TableColumn.Change:
                _sheet.Points(at, figures.Change(decimals), decimals);
                break;
            case TableColumn.RepliedRate:
                _sheet.Percent(at, notices.Replied, decimals);
                break;
            case TableColumn.Complaints or TableColumn.Satisfaction:
                // Not recorded yet.
                _sheet.Text(at, Rate.None, isCentred: true);
                break;
            case TableColumn.MonthlyReport:
                _sheet.Text(at, row.Monthly?.Text ?? Rate.None, isCentred: true);
                break;
            case TableColumn.Remark:
                _sheet.Text(at, row.Remark == ProgressRemark.None ? "" : wording[row.Remark]);
                break;
            default:
                _sheet.Number(at, Count(column, figures, notices));
                break;
        }

        if (column == TableColumn.Overdue && figures.Overdue > 0)
        {
            _sheet.Paint(at, CellLook.Red);
        }
    }

    private static int Count(TableColumn column, ProgressFigures figures, NoticeTotals notices) => column switch
    {
        TableColumn.Total => figures.Total,
        TableColumn.Immediate => figures.Immediate,
        TableColumn.TimeLimited => figures.TimeLimited,
        TableColumn.LongTermKind => figures.LongTermKind,
        TableColumn.NotStarted => figures.NotStarted,
        TableColumn.Rectifying => figures.Rectifying,
        TableColumn.NearlyDone => figures.NearlyDone,
        TableColumn.Done => figures.Done,
        TableColumn.Closed => figures.Closed,
        TableColumn.LongTerm => figures.LongTerm,
        TableColumn.Overdue => figures.Overdue,
        TableColumn.FirstNotice => notices.First,
        TableColumn.SecondNotice => notices.Second,
        TableColumn.ThirdNotice => notices.Third,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };
}
