using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports.Workbooks;

public sealed class ErrorWorkbookTests
{
    private static readonly ErrorMark[] Marks = [new(3, 2, "整改时限", "不是日期：=1+1"), new(4, 1, "问题描述", "必填")];

    [Fact]
    public async Task The_senders_table_comes_back_with_a_comment_in_each_wrong_cell_and_other_programs_open_it()
    {
        List<byte[]> returned = [];
        foreach (var sent in new[] { Workbook(), Encoding.UTF8.GetBytes("清单,\n问题描述,整改时限\n窗口空岗,下周\n,2026-06-30\n") })
        {
            var file = ErrorWorkbook.Build(new MemoryStream(sent), Marks, Books.Wording);
            returned.Add(file);
            using var book = Books.Reopen(new MemoryStream(file));

            var table = book.Worksheet(1);
            table.Cell("A3").GetString().ShouldBe("窗口空岗");
            Commented(table).ShouldBe(["B3 不是日期：=1+1", "A4 必填"], ignoreOrder: true);
            book.Worksheets.Last().CellsUsed().Select(cell => cell.GetString()).ShouldContain("B3");
            book.Worksheets.SelectMany(sheet => sheet.CellsUsed()).ShouldAllBe(cell => !cell.HasFormula);
        }

        foreach (var again in await LibreOffice.ConvertAsync(returned, "xlsx", "xlsx"))
        {
            // The library cannot open LibreOffice's comments; a sender's file with such ones comes back as a copy of its cells.
            using var document = SpreadsheetDocument.Open(new MemoryStream(again), isEditable: false);
            document.WorkbookPart!.WorksheetParts.SelectMany(part => part.WorksheetCommentsPart?.Comments.CommentList!.Elements<Comment>() ?? []).Select(comment => comment.Reference!.Value)
                .ShouldBe(["B3", "A4"], ignoreOrder: true);
            using var book = Books.Reopen(new MemoryStream(ErrorWorkbook.Build(new MemoryStream(again), Marks, Books.Wording)));
            book.Worksheet(1).Cell("A3").GetString().ShouldBe("窗口空岗");
            Commented(book.Worksheet(1)).Count.ShouldBe(2);
        }
    }

    private static List<string> Commented(IXLWorksheet sheet) =>
        [.. sheet.CellsUsed(XLCellsUsedOptions.All).Where(cell => cell.HasComment).Select(cell => $"{cell.Address} {cell.Comment.Text.Trim()}")];

    private static byte[] Workbook()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("清单");
        sheet.Range("A1:B1").Merge().FirstCell().SetValue("清单");
        sheet.Cell("A2").SetValue("问题描述");
        sheet.Cell("B2").SetValue("整改时限");
        sheet.Cell("A3").SetValue("窗口空岗");
        sheet.Cell("B3").SetValue("下周");
        sheet.Cell("B4").SetValue("2026-06-30");
        using var file = new MemoryStream();
        book.SaveAs(file);
        return file.ToArray();
    }
}
