using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Tests.Imports.Corpus;

/// <summary>The cells of a made-up table, which several writers turn into files.</summary>
internal sealed record Grid(IReadOnlyDictionary<(int Row, int Column), object> Cells, IReadOnlyList<string> Merged)
{
    private const int DateStyle = 1;

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>Rows of cells from row 1 on; null leaves a cell empty.</summary>
    public static Grid Of(params object?[][] rows) => new(
        rows.Index().SelectMany(row => row.Item.Index().Where(cell => cell.Item is not null).Select(cell => (At: (row.Index + 1, cell.Index + 1), Value: cell.Item!))).ToDictionary(cell => cell.At, cell => cell.Value), []);

    public Grid Merge(params string[] ranges) => this with { Merged = [.. Merged, .. ranges] };

    public Grid With(string address, object value) =>
        this with { Cells = new Dictionary<(int, int), object>(Cells) { [(WorkbookXml.Row(address)!.Value, WorkbookXml.Column(address)!.Value)] = value } };

    public byte[] ByClosedXml()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Sheet1");
        foreach (var ((row, column), value) in Cells)
        {
            switch (value)
            {
                case DateTime date:
                    sheet.Cell(row, column).SetValue(date);
                    sheet.Cell(row, column).Style.NumberFormat.SetFormat("yyyy\"年\"m\"月\"d\"日\"");
                    break;
                case int number:
                    sheet.Cell(row, column).SetValue(number);
                    break;
                default:
                    sheet.Cell(row, column).SetValue((string)value);
                    sheet.Cell(row, column).DataType = XLDataType.Text;
                    break;
            }
        }

        foreach (var range in Merged)
        {
            sheet.Range(range).Merge();
        }

        using var file = new MemoryStream();
        book.SaveAs(file);
        return file.ToArray();
    }

    /// <summary>Written part by part, with the texts in the cells and no more styles than it takes.</summary>
    public byte[] BySdk()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>("rId7");
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()), new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            var rows = Cells.GroupBy(cell => cell.Key.Row).OrderBy(row => row.Key)
                .Select(row => (OpenXmlElement)new Row(row.OrderBy(cell => cell.Key.Column).Select(cell => Cell(cell.Key.Row, cell.Key.Column, cell.Value))) { RowIndex = (uint)row.Key });
            part.Worksheet = new Worksheet(new SheetData(rows));
            if (Merged.Count > 0)
            {
                part.Worksheet.AppendChild(new MergeCells(Merged.Select(range => (OpenXmlElement)new MergeCell { Reference = range })));
            }

            book.Workbook = new Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "问题", SheetId = 1, Id = "rId7" }));
        }

        return file.ToArray();
    }

    /// <summary>Hand-written text; merged cells are lost, as they are when a program saves so.</summary>
    public byte[] ByHand(bool chinese)
    {
        var text = new StringBuilder();
        for (var row = 1; row <= Cells.Keys.Max(at => at.Row); row++)
        {
            text.AppendJoin(chinese ? '\t' : ',', Enumerable.Range(1, Cells.Keys.Max(at => at.Column)).Select(column => Cells.TryGetValue((row, column), out var value) ? Quoted(value) : "")).Append("\r\n");
        }

        return chinese ? Chinese.GetBytes(text.ToString()) : Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(object value) => value switch
    {
        DateTime date => date.ToString("yyyy/M/d", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => $"\"{((string)value).Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
    };

    private static Cell Cell(int row, int column, object value)
    {
        var at = $"{WorkbookXml.Letters(column)}{row}";
        return value switch
        {
            DateTime date => new Cell { CellReference = at, StyleIndex = DateStyle, CellValue = new CellValue(date.ToOADate().ToString(CultureInfo.InvariantCulture)) },
            int number => new Cell { CellReference = at, CellValue = new CellValue(number) },
            _ => new Cell { CellReference = at, DataType = DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString, InlineString = new InlineString(new Text((string)value) { Space = SpaceProcessingModeValues.Preserve }) },
        };
    }
}
