using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>
/// One printed table in the shape officials know: title, a line with unit and cut-off, a framed table whose head repeats on every page, notes below.
/// Widths follow the content as it is written, because measuring text needs a drawing library.
/// </summary>
internal sealed partial class Sheet
{
    public const int TitleRow = 1;
    public const int CaptionRow = 2;

    internal static readonly XLColor HeadGround = XLColor.FromHtml("#DCE6F1");
    private static readonly XLColor Line = XLColor.FromHtml("#8C98A4");
    private static readonly XLColor BarColour = XLColor.FromHtml("#9DC3E6");

    /// <summary>Excel's.</summary>
    private const double WidestColumn = 255;

    private readonly IXLWorksheet _sheet;
    private readonly int _columns;
    private string _title = "";
    private string _left = "";
    private string _right = "";
    private Paper _paper = Paper.A4Landscape;
    private readonly int _firstBodyRow;

    /// <summary>Rows of the body that are one merged cell.</summary>
    private readonly HashSet<int> _wholeRows = [];

    public Sheet(XLWorkbook book, string name, int columns, int headRows)
    {
        _sheet = Add(book, name);
        _columns = columns;
        Widths = new ColumnWidths(columns);
        _firstBodyRow = CaptionRow + headRows + 1;
        Row = _firstBodyRow;
    }

    /// <summary>The row written next.</summary>
    public int Row { get; private set; }

    /// <summary>What the columns' widths are found from; each cell written adds to it.</summary>
    public ColumnWidths Widths { get; }

    public void Title(string title, string left, string right)
    {
        var heading = Merged(TitleRow, 1, _columns);
        Put(_sheet.Cell(TitleRow, 1), title);
        heading.Style.Font.SetFontName("黑体").Font.SetFontSize(18);
        heading.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        heading.Style.Alignment.WrapText = true;
        (_title, _left, _right) = (title, left, right);
        _sheet.Row(CaptionRow).Height = 20;
        if (_columns == 1)
        {
            Put(_sheet.Cell(CaptionRow, 1), $"{left}  {right}");
            return;
        }

        var half = _columns / 2;
        Merged(CaptionRow, 1, half);
        Merged(CaptionRow, half + 1, _columns).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        Put(_sheet.Cell(CaptionRow, 1), left);
        Put(_sheet.Cell(CaptionRow, half + 1), right);
    }

    /// <summary>A head of one row, a text for each column.</summary>
    public void Heads(IEnumerable<string> texts)
    {
        foreach (var (index, text) in texts.Index())
        {
            Head(1, index + 1, text);
        }
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
            Widths.Head(column, text);
        }
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

    /// <summary>Closes a table whose columns were chosen: paper and frozen columns follow from how many there are.</summary>
    /// <returns>The widths.</returns>
    public double[] Close() => Close(frozenColumns: _columns > 6 ? 2 : 0, Paper.For(_columns));

    /// <summary>Frames the table, freezes its head and gives the columns their widths and the rows their heights.</summary>
    /// <returns>The widths.</returns>
    public double[] Close(int frozenColumns, Paper paper)
    {
        _paper = paper;
        var table = _sheet.Range(CaptionRow + 1, 1, Math.Max(Row - 1, _firstBodyRow - 1), _columns);
        Frame(table);
        var widths = WithRoomForCaption(Widths.Fit(paper.Room));
        foreach (var (index, width) in widths.Index())
        {
            _sheet.Column(index + 1).Width = width;
        }

        for (var row = CaptionRow + 1; row < Row; row++)
        {
            _sheet.Row(row).Height = CellText.Height(_sheet.Row(row).CellsUsed(cell => cell.DataType == XLDataType.Text).Select(Lines).DefaultIfEmpty(1).Max());
        }

        // The title's characters are nearly twice as wide as the table's.
        _sheet.Row(TitleRow).Height = 32 * Lines(_title, 1.9);
        _sheet.SheetView.Freeze(_firstBodyRow - 1, frozenColumns);
        return widths;
    }

    /// <summary>A table of few narrow columns is made as wide as the line of unit and date above it.</summary>
    private double[] WithRoomForCaption(double[] widths)
    {
        var half = _columns / 2;
        var factor = _columns == 1
            ? (CellText.Width(_left) + CellText.Width(_right) + 4) / widths[0]
            : Math.Max((CellText.Width(_left) + 1) / widths[..half].Sum(), (CellText.Width(_right) + 1) / widths[half..].Sum());
        return factor > 1 ? [.. widths.Select(width => Math.Min(width * factor, WidestColumn))] : widths;
    }

    /// <summary>The cells of a row as one; a single cell is not merged with itself, which Excel calls damage.</summary>
    private IXLRange Merged(int row, int from, int to)
    {
        var range = _sheet.Range(row, from, row, to);
        return from == to ? range : range.Merge();
    }

    /// <summary>How many lines a cell needs in its row; one that reaches over several rows or columns has their room.</summary>
    private int Lines(IXLCell cell)
    {
        var text = cell.GetString();
        if ((cell.Address.RowNumber >= _firstBodyRow && !_wholeRows.Contains(cell.Address.RowNumber)) || cell.MergedRange() is not { } merged)
        {
            return CellText.Lines(text, Width(cell.Address.ColumnNumber));
        }

        var width = merged.Columns().Sum(column => Width(column.ColumnNumber()));
        return (int)Math.Ceiling(CellText.Lines(text, width) / (double)merged.RowCount());
    }

    private double Width(int column) => _sheet.Column(column).Width;

    /// <summary>How many lines a text takes over the whole width of the table.</summary>
    /// <param name="size">The text's size against the table's.</param>
    private double Lines(string text, double size = 1) => Math.Max(1, Math.Ceiling(CellText.Width(text) * size / Enumerable.Range(1, _columns).Sum(Width)));

    /// <summary>A new sheet in the type and size of all our tables.</summary>
    internal static IXLWorksheet Add(XLWorkbook book, string name)
    {
        var sheet = book.AddWorksheet(SafeName(name));
        sheet.Style.Font.FontName = "宋体";
        sheet.Style.Font.FontSize = 10;
        sheet.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        return sheet;
    }

    internal static void Frame(IXLRange range)
    {
        range.Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        range.Style.Border.SetInsideBorderColor(Line).Border.SetOutsideBorderColor(Line);
    }

    private static string SafeName(string name)
    {
        var safe = new string([.. name.Where(character => !"[]:*?/\\".Contains(character, StringComparison.Ordinal))]);
        return safe.Length <= 31 ? safe : safe[..31];
    }
}
