using System.Globalization;
using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>The cells of the row written next.</summary>
internal sealed partial class Sheet
{
    private const string TextFormat = "@";
    private const string DateFormat = "yyyy-mm-dd";

    private static readonly Dictionary<CellLook, (string Ground, string Ink)> Colours = new()
    {
        [CellLook.Red] = ("#FDE8E9", "#A3161F"),
        [CellLook.Yellow] = ("#FFF3D6", "#7A4F00"),
        [CellLook.Blue] = ("#E3EFFB", "#0B5394"),
        [CellLook.Green] = ("#E3F4E9", "#1A6638"),
    };

    public void Text(int column, string? text, bool isCentred = false)
    {
        var cell = Put(_sheet.Cell(Row, column), text ?? "");
        cell.Style.Alignment.WrapText = true;
        cell.Style.Alignment.Horizontal = isCentred ? XLAlignmentHorizontalValues.Center : XLAlignmentHorizontalValues.Left;
        Widths.Add(column, text ?? "");
    }

    /// <summary>A cell with the style of a look, for rows that are written without the library.</summary>
    public void Sample(CellLook look)
    {
        var cell = _sheet.Cell(Row, 1);
        var isValue = look is CellLook.Number or CellLook.Date;
        cell.Style.NumberFormat.Format = look switch { CellLook.Number => "0", CellLook.Date => DateFormat, _ => TextFormat };
        cell.Style.Alignment.WrapText = !isValue;
        cell.Style.Alignment.Horizontal = look == CellLook.Text ? XLAlignmentHorizontalValues.Left : XLAlignmentHorizontalValues.Center;
        cell.Style.Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetBottomBorder(XLBorderStyleValues.Thin)
            .Border.SetLeftBorder(XLBorderStyleValues.Thin).Border.SetRightBorder(XLBorderStyleValues.Thin);
        cell.Style.Border.SetTopBorderColor(Line).Border.SetBottomBorderColor(Line).Border.SetLeftBorderColor(Line).Border.SetRightBorderColor(Line);
        Paint(1, look);
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
            Value(column, day.ToDateTime(TimeOnly.MinValue), DateFormat);
            Widths.Ask(column, 10);
        }
        else
        {
            Text(column, "", isCentred: true);
        }
    }

    /// <summary>Gives the cell the colour of a look, if it has one; the cell's word says the same.</summary>
    public void Paint(int column, CellLook look)
    {
        if (Colours.TryGetValue(look, out var colours))
        {
            var style = _sheet.Cell(Row, column).Style;
            style.Fill.BackgroundColor = XLColor.FromHtml(colours.Ground);
            style.Font.FontColor = XLColor.FromHtml(colours.Ink);
        }
    }

    private void Value<T>(int column, T value, string format)
    {
        var cell = _sheet.Cell(Row, column).SetValue(value);
        cell.Style.NumberFormat.Format = format;
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        Widths.Ask(column, Convert.ToString(value, CultureInfo.InvariantCulture)!.Length > 10 ? 10 : 5);
    }

    /// <summary>Text stays text, whatever it begins with, also when somebody edits the cell later.</summary>
    internal static IXLCell Put(IXLCell cell, string text)
    {
        cell.Style.NumberFormat.Format = TextFormat;
        cell.SetValue(CellText.Printable(text));
        cell.DataType = XLDataType.Text;
        return cell;
    }

    private static string Decimals(int decimals) => decimals == 0 ? "" : "." + new string('0', decimals);
}
