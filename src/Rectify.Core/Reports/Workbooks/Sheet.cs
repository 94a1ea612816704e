using System.Globalization;
using System.Text;
using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>
/// One printed table in the shape officials know: title, a line with unit and cut-off, a framed table whose head repeats on every page, notes below.
/// Widths follow the content as it is written, because measuring text needs a drawing library.
/// </summary>
internal sealed class Sheet
{
    public const int TitleRow = 1;
    public const int CaptionRow = 2;

    private static readonly XLColor HeadGround = XLColor.FromHtml("#DCE6F1");
    private static readonly XLColor Line = XLColor.FromHtml("#8C98A4");
    private static readonly XLColor BarColour = XLColor.FromHtml("#9DC3E6");

    private readonly IXLWorksheet _sheet;
    private readonly int _columns;
    private readonly double[] _widths;
    private readonly int _firstBodyRow;

    public Sheet(XLWorkbook book, string name, int columns, int headRows)
    {
        _sheet = book.AddWorksheet(SafeName(name));
        _columns = columns;
        _widths = new double[columns + 1];
        _firstBodyRow = CaptionRow + headRows + 1;
        Row = _firstBodyRow;
        _sheet.Style.Font.FontName = "宋体";
        _sheet.Style.Font.FontSize = 10;
        _sheet.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
    }

    /// <summary>The row written next.</summary>
    public int Row { get; private set; }

    public void Title(string title, string left, string right)
    {
        var heading = _sheet.Range(TitleRow, 1, TitleRow, _columns).Merge();
        Put(_sheet.Cell(TitleRow, 1), title);
        heading.Style.Font.SetFontName("黑体").Font.SetFontSize(18);
        heading.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        _sheet.Row(TitleRow).Height = 32;
        var half = _columns / 2;
        _sheet.Range(CaptionRow, 1, CaptionRow, half).Merge();
        _sheet.Range(CaptionRow, half + 1, CaptionRow, _columns).Merge().Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        Put(_sheet.Cell(CaptionRow, 1), left);
        Put(_sheet.Cell(CaptionRow, half + 1), right);
        _sheet.Row(CaptionRow).Height = 20;
    }

    /// <summary>A cell of the head; it may reach over several rows and columns.</summary>
    public void Head(int row, int column, string text, int rows = 1, int columns = 1)
    {
        var range = _sheet.Range(CaptionRow + row, column, CaptionRow + row + rows - 1, column + columns - 1);
        if (rows > 1 || columns > 1)
        {
            range.Merge();
        }

        Put(range.FirstCell(), text);
        range.Style.Fill.BackgroundColor = HeadGround;
        range.Style.Font.Bold = true;
        range.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        range.Style.Alignment.WrapText = true;
        if (columns == 1)
        {
            Widen(column, Math.Min(Width(text), 10));
        }
    }

    public void Text(int column, string? text, bool isCentred = false)
    {
        var cell = Put(_sheet.Cell(Row, column), text ?? "");
        cell.Style.Alignment.WrapText = true;
        cell.Style.Alignment.Horizontal = isCentred ? XLAlignmentHorizontalValues.Center : XLAlignmentHorizontalValues.Left;
        Widen(column, (text ?? "").Split('\n').Max(Width));
    }

    public void Number(int column, int? value)
    {
        if (value is { } number)
        {
            Value(column, number, "0");
        }
        else
        {
            Text(column, Rate.None, isCentred: true);
        }
    }

    public void Percent(int column, Rate rate, int decimals)
    {
        if (rate.Percent(decimals) is { } percent)
        {
            Value(column, percent / 100, "0" + Decimals(decimals) + "%");
        }
        else
        {
            Text(column, Rate.None, isCentred: true);
        }
    }

    /// <summary>Percentage points, with their sign.</summary>
    public void Points(int column, decimal? points, int decimals)
    {
        if (points is { } change)
        {
            var digits = "0" + Decimals(decimals);
            Value(column, change, $"+{digits};-{digits};{digits}");
        }
        else
        {
            Text(column, Rate.None, isCentred: true);
        }
    }

    public void Date(int column, DateOnly? date)
    {
        if (date is { } day)
        {
            Value(column, day.ToDateTime(TimeOnly.MinValue), "yyyy-mm-dd");
            Widen(column, 10);
        }
        else
        {
            Text(column, "", isCentred: true);
        }
    }

    /// <summary>Gives the cell a colour; a word stands in it.</summary>
    public void Paint(int column, string ground, string ink)
    {
        _sheet.Cell(Row, column).Style.Fill.BackgroundColor = XLColor.FromHtml(ground);
        _sheet.Cell(Row, column).Style.Font.FontColor = XLColor.FromHtml(ink);
    }

    public void NextRow(bool isTotal = false)
    {
        if (isTotal)
        {
            var total = _sheet.Range(Row, 1, Row, _columns);
            total.Style.Font.Bold = true;
            total.Style.Fill.BackgroundColor = XLColor.FromHtml("#F2F2F2");
        }

        Row++;
    }

    /// <summary>Bars from nothing to the whole behind the rates of a column.</summary>
    public void Bars(int column)
    {
        if (Row > _firstBodyRow)
        {
            _sheet.Range(_firstBodyRow, column, Row - 1, column).AddConditionalFormat().DataBar(BarColour)
                .Minimum(XLCFContentType.Number, "0").Maximum(XLCFContentType.Number, "1");
        }
    }

    /// <summary>Frames the table and freezes its head.</summary>
    public void Close(int frozenColumns)
    {
        var table = _sheet.Range(CaptionRow + 1, 1, Math.Max(Row - 1, _firstBodyRow - 1), _columns);
        table.Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        table.Style.Border.SetInsideBorderColor(Line).Border.SetOutsideBorderColor(Line);
        for (var column = 1; column <= _columns; column++)
        {
            _sheet.Column(column).Width = Math.Clamp(_widths[column] + 1.5, 5, 46);
        }

        _sheet.SheetView.Freeze(_firstBodyRow - 1, frozenColumns);
    }

    /// <summary>Text below the table over its whole width; merged cells do not grow by themselves.</summary>
    public void Note(string text, double lineHeight = 15)
    {
        var line = _sheet.Range(Row, 1, Row, _columns).Merge();
        Put(_sheet.Cell(Row, 1), text);
        line.Style.Alignment.WrapText = true;
        _sheet.Row(Row).Height = lineHeight * Math.Ceiling(Width(text) / Enumerable.Range(1, _columns).Sum(column => _sheet.Column(column).Width));
        Row++;
    }

    public void PrintOn(XLPaperSize paper, string pageOf)
    {
        var page = _sheet.PageSetup;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.PaperSize = paper;
        page.PagesWide = 1;
        page.PagesTall = 0;
        page.CenterHorizontally = true;
        page.SetRowsToRepeatAtTop(CaptionRow + 1, _firstBodyRow - 1);
        page.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.6).SetBottom(0.6);
        page.Footer.Center.AddText(pageOf);
    }

    private void Value<T>(int column, T value, string format)
    {
        var cell = _sheet.Cell(Row, column).SetValue(value);
        cell.Style.NumberFormat.Format = format;
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        Widen(column, Convert.ToString(value, CultureInfo.InvariantCulture)!.Length > 10 ? 10 : 6);
    }

    /// <summary>Text stays text, whatever it begins with, also when somebody edits the cell later.</summary>
    private static IXLCell Put(IXLCell cell, string text)
    {
        cell.Style.NumberFormat.Format = "@";
        cell.SetValue(Printable(text));
        cell.DataType = XLDataType.Text;
        return cell;
    }

    private void Widen(int column, double width) => _widths[column] = Math.Max(_widths[column], width);

    /// <summary>In digits' widths: a Chinese character takes two.</summary>
    private static double Width(string text) => text.Sum(character => character >= 0x2E80 ? 2.1 : 1.1);

    private static string Decimals(int decimals) => decimals == 0 ? "" : "." + new string('0', decimals);

    /// <summary>Leaves out what no XML file can hold.</summary>
    private static string Printable(string text) => text.All(IsPrintable) ? text : new StringBuilder().AppendJoin("", text.Where(IsPrintable)).ToString();

    private static bool IsPrintable(char character) => character is '\t' or '\n' or (>= ' ' and not '\uFFFE' and not '\uFFFF' and not (>= '\uD800' and <= '\uDFFF'));

    private static string SafeName(string name)
    {
        var safe = new string([.. name.Where(character => !"[]:*?/\\".Contains(character, StringComparison.Ordinal))]);
        return safe.Length <= 31 ? safe : safe[..31];
    }
}
