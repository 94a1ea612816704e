using ClosedXML.Excel;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>One wrong cell, in the words of the person who gets the workbook back.</summary>
/// <param name="Column">From 1.</param>
public sealed record ErrorMark(int Row, int Column, string Heading, string Wrong)
{
    public string Address => $"{WorkbookXml.Letters(Column)}{Row}";
}

/// <summary>
/// A sender's table with a comment in each wrong cell and a sheet that lists them. An .xlsx comes back as it was sent but for that;
/// of an .xls or a .csv, and of an .xlsx the library cannot open, the same cells come back in a new workbook.
/// </summary>
public static class ErrorWorkbook
{
    /// <summary>The summary's columns: the key of the heading, and the width.</summary>
    private static readonly (string Key, double Width)[] Columns = [("Cell", 9), ("Heading", 16), ("Found", 26), ("Wrong", 60)];

    private static readonly XLColor Ground = XLColor.FromHtml("#FDE2E0");

    /// <param name="file">The table as it was sent; seekable, and looked through once more.</param>
    /// <param name="place">Which of the visible sheets the table is, from 0.</param>
    /// <exception cref="InvalidDataException">The file is none that may be read.</exception>
    public static byte[] Build(Stream file, IReadOnlyList<ErrorMark> marks, Wording wording, int place = 0)
    {
        if (TableFile.FlawOf(file) is { } flaw)
        {
            throw new InvalidDataException($"{flaw}");
        }

        using var book = Open(file, place);
        var visible = book.Worksheets.Where(sheet => sheet.Visibility == XLWorksheetVisibility.Visible).ToList();
        var sheet = visible[Math.Min(place, visible.Count - 1)];
        foreach (var mark in marks)
        {
            Mark(sheet.Cell(mark.Row, mark.Column), mark.Wrong, wording["ErrorBook.Author"]);
        }

        Summarise(book, sheet, marks, wording);
        using var bytes = new MemoryStream();
        book.Save(bytes);
        return bytes.ToArray();
    }

    private static XLWorkbook Open(Stream file, int place)
    {
        if (TableFile.FormatOf(file) == TableFormat.Xlsx)
        {
            try
            {
                return new XLWorkbook(file);
            }
            catch (Exception beyond) when (beyond is not OutOfMemoryException)
            {
                // Other programs write parts the library stumbles over; the cells are what the sender needs.
                file.Position = 0;
            }
        }

        return Copy(TableFile.Read(file, sheet => sheet.Place == place));
    }

    private static XLWorkbook Copy(WorkbookSheet table)
    {
        var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Sheet1");
        sheet.Style.Font.FontName = "宋体";
        sheet.Style.Font.FontSize = 10;
        foreach (var row in table.Rows)
        {
            foreach (var (column, cell) in table.Row(row).Where(cell => !cell.Value.CarriedDown))
            {
                Put(sheet.Cell(row, column), CellText.Printable(cell.Text));
            }
        }

        foreach (var merged in table.Merged.Where(merged => merged.Right <= WorkbookScan.MostColumns))
        {
            sheet.Range(merged.Top, merged.Left, merged.Bottom, merged.Right).Merge();
        }

        sheet.Columns(1, sheet.LastColumnUsed()?.ColumnNumber() ?? 1).Width = 16;
        return book;
    }

    private static void Mark(IXLCell cell, string wrong, string author)
    {
        cell.Style.Fill.BackgroundColor = Ground;
        if (cell.HasComment)
        {
            cell.Comment.AddNewLine();
        }
        else
        {
            cell.Comment.Author = author;
        }

        cell.Comment.AddText(CellText.Printable(wrong));
        cell.Comment.Style.Size.SetWidth(32).Size.SetHeight(6);
    }

    private static void Summarise(XLWorkbook book, IXLWorksheet marked, IReadOnlyList<ErrorMark> marks, Wording wording)
    {
        var name = Enumerable.Range(1, 99).Select(number => number == 1 ? wording["ErrorBook.Sheet"] : $"{wording["ErrorBook.Sheet"]}{number}").First(name => !book.Worksheets.Contains(name));
        var sheet = book.AddWorksheet(name);
        sheet.Style.Font.FontName = "宋体";
        sheet.Style.Font.FontSize = 10;
        sheet.Range(1, 1, 1, 4).Merge();
        Put(sheet.Cell(1, 1), wording["ErrorBook.Title", marks.Count]);
        sheet.Row(1).Height = 26;
        sheet.Cell(1, 1).Style.Font.SetFontSize(14).Font.SetBold();
        foreach (var (index, (key, _)) in Columns.Index())
        {
            Put(sheet.Cell(2, index + 1), wording[$"ErrorBook.{key}"]);
        }

        sheet.Range(2, 1, 2, 4).Style.Font.SetBold().Fill.SetBackgroundColor(XLColor.FromHtml("#DCE6F1"));
        foreach (var (index, mark) in marks.Index())
        {
            Put(sheet.Cell(index + 3, 1), mark.Address);
            sheet.Cell(index + 3, 1).Hyperlink = new XLHyperlink(marked.Cell(mark.Row, mark.Column));
            Put(sheet.Cell(index + 3, 2), mark.Heading);
            Put(sheet.Cell(index + 3, 3), Shown(marked.Cell(mark.Row, mark.Column)));
            Put(sheet.Cell(index + 3, 4), mark.Wrong);
        }

        var table = sheet.Range(2, 1, marks.Count + 2, 4).Style;
        table.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        table.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        foreach (var (index, (_, width)) in Columns.Index())
        {
            sheet.Column(index + 1).Width = width;
        }

        sheet.SheetView.Freeze(2, 0);
        sheet.PageSetup.FitToPages(1, 0);
    }

    /// <summary>What stands in the wrong cell, short; a number is not formatted, for the library would need another one for it.</summary>
    private static string Shown(IXLCell cell)
    {
        var text = cell.HasFormula ? cell.CachedValue?.ToString() ?? "" : cell.Value is DateTime date ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : Convert.ToString(cell.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return text.Length <= 200 ? text : text[..200] + "…";
    }

    /// <summary>Text stays text, whatever it begins with.</summary>
    private static void Put(IXLCell cell, string text)
    {
        cell.Style.NumberFormat.Format = "@";
        cell.SetValue(CellText.Printable(text));
        cell.DataType = XLDataType.Text;
    }
}
