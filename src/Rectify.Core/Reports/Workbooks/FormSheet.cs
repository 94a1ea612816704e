using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>A form of one thing: labels with what belongs to them, on an upright page. Rows are as high as their texts, for merged cells do not grow by themselves.</summary>
internal sealed class FormSheet
{
    private const int TitleRow = 1;

    /// <summary>The box a picture is fitted into, in millimetres: narrower than its column, so that it never reaches over an edge in any program.</summary>
    private const double PictureWidth = 52;
    private const double PictureHeight = 46;

    /// <summary>What a digit's width is, in millimetres.</summary>
    private const double Digit = 1.85;

    private readonly IXLWorksheet _sheet;
    private readonly List<PlacedPicture> _pictures = [];
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

    /// <summary>The pictures placed so far; the library cannot draw them.</summary>
    public IReadOnlyList<PlacedPicture> Pictures => _pictures;

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

    /// <summary>Two labels with a picture each, and what stands under it; null leaves the place free.</summary>
    public void PicturePair(string label, EvidencePicture? picture, string caption, string otherLabel, EvidencePicture? otherPicture, string otherCaption)
    {
        Label(1, label);
        Label(3, otherLabel);
        Place(2, picture, caption);
        Place(4, otherPicture, otherCaption);
        Sheet.Frame(_sheet.Range(_row, 1, _row, _widths.Length));
        _sheet.Row(_row).Height = ((PictureHeight + 2) * 72 / 25.4) + CellText.Height(Math.Max(CellText.Lines(caption, _widths[1]), CellText.Lines(otherCaption, _widths[3])));
        _row++;
    }

    /// <summary>One label with the rest of the row.</summary>
    /// <param name="least">The lines left free for a pen.</param>
    public void Line(string label, string text, int least = 1)
    {
        Label(1, label);
        Content(_sheet.Range(_row, 2, _row, _widths.Length).Merge(), text);
        End(Math.Max(Math.Max(CellText.Lines(text, _widths.Skip(1).Sum()), least), CellText.Lines(label, _widths[0])));
    }

    public void Print(string pageOf) => Paper.A4Portrait.SetUp(_sheet.PageSetup, _row - 1, _widths.Length, pageOf);

    private void Label(int column, string text)
    {
        var cell = Sheet.Put(_sheet.Cell(_row, column), text);
        cell.Style.Fill.BackgroundColor = Sheet.HeadGround;
        cell.Style.Font.Bold = true;
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetWrapText(true);
    }

    private void Place(int column, EvidencePicture? picture, string caption)
    {
        var cell = _sheet.Range(_row, column, _row, column);
        Content(cell, caption);
        cell.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Bottom).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        if (picture is not null)
        {
            var (width, height) = picture.Within(PictureWidth, PictureHeight);
            _pictures.Add(new PlacedPicture(_row, column, Math.Max(0, ((_widths[column - 1] * Digit) - width) / 2), width, height, picture.Content, picture.Evidence.ContentType, picture.Evidence.FileName));
        }
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
