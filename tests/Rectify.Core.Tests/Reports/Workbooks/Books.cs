using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;

namespace Rectify.Core.Tests.Reports.Workbooks;

/// <summary>Writes a workbook and opens it again, after the format's own rules have been checked.</summary>
internal static class Books
{
    /// <summary>Says each key with its values, and each enum value by its name.</summary>
    public static readonly Wording Wording = new(
        (key, values) => values.Length == 0 ? key : $"{key}({string.Join(", ", values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))})",
        value => value.ToString());

    public static XLWorkbook Reopen(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        return Reopen(stream);
    }

    public static async Task<XLWorkbook> ReopenAsync(Table table, Wording? wording = null)
    {
        var stream = new MemoryStream();
        await TableWorkbook.WriteAsync(table, wording ?? Wording, stream);
        return Reopen(stream);
    }

    public static XLWorkbook Reopen(MemoryStream stream)
    {
        Check(stream);
        return new XLWorkbook(stream);
    }

    /// <summary>Holds a workbook against the format's rules. One with pictures the library cannot open again without a drawing library.</summary>
    public static void Check(MemoryStream stream)
    {
        stream.Position = 0;
        using (var document = SpreadsheetDocument.Open(stream, isEditable: false))
        {
            new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        }

        stream.Position = 0;
    }

    /// <summary>The cells of a row as they are kept: numbers as numbers, texts as texts.</summary>
    public static object[] Cells(this IXLWorksheet sheet, int row, int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(column => sheet.Cell(row, column).Value)];
}
