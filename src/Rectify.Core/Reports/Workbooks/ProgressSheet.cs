using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>The figures by unit or by category, the total first.</summary>
/// <param name="source">Counted just now, or frozen under an id.</param>
/// <param name="nameColumn">The head of the column that names the rows.</param>
internal sealed class ProgressSheet(XLWorkbook book, Progress progress, string source, Wording wording, string name, string nameColumn)
{
    private readonly Sheet _sheet = new(book, name, columns: 25, headRows: 2);
    private int _column;

    public void Write(IReadOnlyList<ProgressRow> rows)
    {
        _sheet.Title(
            wording["ProgressTitle", progress.CampaignTitle], wording["FilledInBy", progress.Office], $"{wording["CutOffLine", progress.CutOff.Iso()]}  {source}");
        Heads();
        Row(progress.Total with { Name = wording["TotalRow"] });
        foreach (var row in rows)
        {
            Row(row);
        }

        foreach (var rate in (int[])[14, 15, 16])
        {
            _sheet.Bars(rate);
        }

        _sheet.Close(frozenColumns: 2, Paper.A3Landscape);
        foreach (var note in ProgressNotes.Of(progress, wording))
        {
            _sheet.Note(note);
        }

        _sheet.Print(wording["PageOf"]);
    }

    private void Heads()
    {
        _column = 1;
        Head("RankColumn");
        Head(nameColumn, isKey: false);
        Head("TotalColumn");
        Group("KindGroup", "ImmediateColumn", "TimeLimitedColumn", "LongTermKindColumn");
        Group("StageGroup", "NotStartedColumn", "RectifyingColumn", "NearlyDoneColumn", "DoneColumn", "ClosedColumn", "LongTermColumn");
        Head("OverdueColumn");
        Head("RectifiedRateColumn");
        Head("ClosedRateColumn");
        Head("OnTimeRateColumn");
        Head("ChangeColumn");
        Group("NoticesGroup", "FirstNoticeColumn", "SecondNoticeColumn", "ThirdNoticeColumn");
        Head("RepliedRateColumn");
        Head("ComplaintsColumn");
        Head("SatisfactionColumn");
        Head("MonthlyReportColumn");
        Head("RemarkColumn");
    }

    private void Head(string text, bool isKey = true) => _sheet.Head(1, _column++, isKey ? wording[text] : text, rows: 2);

    private void Group(string group, params string[] columns)
    {
        _sheet.Head(1, _column, wording[group], columns: columns.Length);
        foreach (var column in columns)
        {
            _sheet.Head(2, _column++, wording[column]);
        }
    }

    private void Row(ProgressRow row)
    {
        var (figures, decimals) = (row.Figures, progress.RateDecimals);
        _column = 1;
        if (row.Id is null)
        {
            _sheet.Text(_column++, "", isCentred: true);
        }
        else
        {
            _sheet.Number(_column++, row.Rank);
        }

        _sheet.Text(_column++, row.Name);
        foreach (var count in (int[])
        [
            figures.Total, figures.Immediate, figures.TimeLimited, figures.LongTermKind,
            figures.NotStarted, figures.Rectifying, figures.NearlyDone, figures.Done, figures.Closed, figures.LongTerm, figures.Overdue,
        ])
        {
            _sheet.Number(_column++, count);
        }

        if (figures.Overdue > 0)
        {
            _sheet.Paint(_column - 1, "#FDE8E9", "#A3161F");
        }

        _sheet.Percent(_column++, figures.RectifiedRate, decimals);
        _sheet.Percent(_column++, figures.ClosedRate, decimals);
        _sheet.Percent(_column++, figures.OnTime, decimals);
        _sheet.Points(_column++, figures.Change(decimals), decimals);
        _sheet.Number(_column++, row.Notices.First);
        _sheet.Number(_column++, row.Notices.Second);
        _sheet.Number(_column++, row.Notices.Third);
        _sheet.Percent(_column++, row.Notices.Replied, decimals);

        // Complaints and satisfaction are not recorded yet.
        for (var i = 0; i < 2; i++)
        {
            _sheet.Text(_column++, Rate.None, isCentred: true);
        }

        _sheet.Text(_column++, row.Monthly?.Text ?? Rate.None, isCentred: true);

        _sheet.Text(_column, row.Remark == ProgressRemark.None ? "" : wording[row.Remark]);
        _sheet.NextRow(isTotal: row.Id is null);
    }
}
