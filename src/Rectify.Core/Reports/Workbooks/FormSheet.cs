using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>A form of one thing: labels with what belongs to them, on an upright page. Rows are as high as their texts, for merged cells do not grow by themselves.</summary>
internal sealed class FormSheet
{
    private const int TitleRow = 1;

    private readonly IXLWorksheet _sheet;
    private readonly double[] _widths;
    private int _row = TitleRow + 2;

    /// <param name="widths">Of label, content, label, content.</param>
    public FormSheet(XLWorkbook book, string name, double[] widths)
    {
        (_sheet, _widths) = (Sheet.Add(book, name), widths);
        foreach (var (index, width) in widths.Index())
        {
            _sheet.Column(index + 1).Width = width;
        }
    }

    public void Title(string title, string left, string right)
    {
        var heading = _sheet.Range(TitleRow, 1, TitleRow, _widths.Length).Merge();
        Sheet.Put(_sheet.Cell(TitleRow, 1), title);
        heading.Style.Font.SetFontName("黑体").Font.SetFontSize(18);
        heading.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetWrapText(true);
        _sheet.Row(TitleRow).Height = 32 * CellText.Lines(title, _widths.Sum() / 1.9);
        var caption = TitleRow + 1;
        _sheet.Range(caption, 1, caption, 2).Merge();
        _sheet.Range(caption, 3, caption, _widths.Length).Merge().Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        Sheet.Put(_sheet.Cell(caption, 1), left);
        Sheet.Put(_sheet.Cell(caption, 3), right);
        _sheet.Row(caption).Height = 20;
    }

    /// <summary>Two labels in one row.</summary>
    public void Pair(string label, string text, string otherLabel, string otherText)
    {
        Label(1, label);
        Label(3, otherLabel);
        Content(_sheet.Range(_row, 2, _row, 2), text);
        Content(_sheet.Range(_row, 4, _row, 4), otherText);
        End(Math.Max(
            Math.Max(CellText.Lines(text, _widths[1]), CellText.Lines(otherText, _widths[3])),
            Math.Max(CellText.Lines(label, _widths[0]), CellText.Lines(otherLabel, _widths[2]))));
    }

    /// <summary>One label with the rest of the row.</summary>
    /// <param name="least">The lines left free for a pen.</param>
    public void Line(string label, string text, int least = 1)
    {
        Label(1, label);
        Content(_sheet.Range(_row, 2, _row, _widths.Length).Merge(), text);
        End(Math.Max(Math.Max(CellText.Lines(text, _widths.Skip(1).Sum()), least), CellText.Lines(label, _widths[0])));
    }

    public void Print(string pageOf)
    {
        var page = _sheet.PageSetup;
        page.PageOrientation = XLPageOrientation.Portrait;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PagesWide = 1;
        page.PagesTall = 0;
        page.CenterHorizontally = true;
        page.PrintAreas.Add(1, 1, _row - 1, _widths.Length);
        page.Margins.SetLeft(0.7).SetRight(0.7).SetTop(0.7).SetBottom(0.7).SetFooter(0.35);
        page.ScaleHFWithDocument = false;
        page.Footer.Center.AddText(pageOf);
    }

    private void Label(int column, string text)
    {
        var cell = Sheet.Put(_sheet.Cell(_row, column), text);
        cell.Style.Fill.BackgroundColor = Sheet.HeadGround;
        cell.Style.Font.Bold = true;
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetWrapText(true);
    }

    private static void Content(IXLRange range, string text)
    {
        Sheet.Put(range.FirstCell(), text);
        range.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetWrapText(true);
    }

    private void End(int lines)
    {
        Sheet.Frame(_sheet.Range(_row, 1, _row, _widths.Length));
        _sheet.Row(_row).Height = CellText.Height(lines) + 6;
        _row++;
    }
}
