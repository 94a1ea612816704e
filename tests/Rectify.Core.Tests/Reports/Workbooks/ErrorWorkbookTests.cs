using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Tests.Harness;
using SheetOfBook = DocumentFormat.OpenXml.Spreadsheet.Sheet;

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
            Commented(file).ShouldBe(["B3 ErrorBook.Sign不是日期：=1+1", "A4 ErrorBook.Sign必填"]);
            book.Worksheets.Last().CellsUsed().Select(cell => cell.GetString()).ShouldContain("B3");
            book.Worksheets.SelectMany(sheet => sheet.CellsUsed()).ShouldAllBe(cell => !cell.HasFormula);
        }

        foreach (var again in await LibreOffice.ConvertAsync(returned, "xlsx", "xlsx"))
        {
            Commented(again).ShouldBe(["B3 ErrorBook.Sign不是日期：=1+1", "A4 ErrorBook.Sign必填"], ignoreOrder: true);
            var second = ErrorWorkbook.Build(new MemoryStream(again), [Marks[1] with { Wrong = "仍为空" }], Books.Wording);
            Books.Check(new MemoryStream(second));
            Commented(second).ShouldBe(["A4 ErrorBook.Sign仍为空"]);
            Names(second).ShouldBe(Names(again));
        }
    }

    [Fact]
    public void Everything_else_of_the_senders_workbook_stays_as_it_was()
    {
        var sent = Workbook(book =>
        {
            book.Worksheet(1).Cell("A3").Comment.SetAuthor("经办").AddText("已核对");
            book.Worksheet(1).Cell("B3").Comment.SetAuthor("经办").AddText("问过科长");
            book.Worksheet(1).Cell("B4").SetValue(new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Unspecified)).Style.NumberFormat.Format = "yyyy\"年\"m\"月\"d\"日\"";
            book.AddWorksheet("说明").Cell("A1").SetFormulaA1("1+1");
        });

        var file = ErrorWorkbook.Build(new MemoryStream(sent), Marks, Books.Wording);

        Books.Check(new MemoryStream(file));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var book = document.WorkbookPart!;
        Names(file).ShouldBe(["清单", "说明", "ErrorBook.Sheet"]);
        var table = (WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<SheetOfBook>().First().Id!.Value!);
        table.DrawingsPart!.ImageParts.Count().ShouldBe(1);
        table.Worksheet.Descendants<Cell>().Single(cell => cell.CellReference == "B4").CellValue!.Text.ShouldBe("46203");
        book.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()).Select(formula => formula.Text).ShouldBe(["1+1"]);
        Commented(file).ShouldBe(["A3 已核对", "B3 问过科长\nErrorBook.Sign不是日期：=1+1", "A4 ErrorBook.Sign必填"]);
        Ground(file).ShouldBe(["B3", "A4"]);
    }

    [Fact]
    public void A_second_round_leaves_nothing_of_the_first()
    {
        var first = ErrorWorkbook.Build(new MemoryStream(Workbook(book => book.Worksheet(1).Cell("B3").Comment.SetAuthor("经办").AddText("问过科长"))), Marks, Books.Wording);

        var second = ErrorWorkbook.Build(new MemoryStream(first), [Marks[1] with { Wrong = "仍为空" }], Books.Wording);

        Books.Check(new MemoryStream(second));
        Commented(second).ShouldBe(["B3 问过科长", "A4 ErrorBook.Sign仍为空"]);
        Ground(second).ShouldBe(["A4"]);
        Names(second).ShouldBe(["清单", "ErrorBook.Sheet"]);
        WorkbookSheet.ReadAll(new MemoryStream(second))[1].Rows.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Other_programs_show_the_comments_beside_the_senders_own_and_its_pictures()
    {
        var file = ErrorWorkbook.Build(new MemoryStream(Workbook(book => book.Worksheet(1).Cell("A3").Comment.SetAuthor("经办").AddText("已核对"))), Marks, Books.Wording);

        var again = (await LibreOffice.ConvertAsync([file], "xlsx", "xlsx")).Single();

        Commented(again).ShouldBe(["A3 已核对", "B3 ErrorBook.Sign不是日期：=1+1", "A4 ErrorBook.Sign必填"], ignoreOrder: true);
        using var document = SpreadsheetDocument.Open(new MemoryStream(again), isEditable: false);
        document.WorkbookPart!.WorksheetParts.Sum(part => part.DrawingsPart?.ImageParts.Count() ?? 0).ShouldBe(1);
    }

    [Fact]
    public void Workbooks_of_every_shape_and_writer_come_back_as_the_senders_own()
    {
        foreach (var table in Imports.Corpus.Tables.All)
        {
            foreach (var sent in new[] { table.Grid.ByClosedXml(), table.Grid.BySdk() })
            {
                var file = ErrorWorkbook.Build(new MemoryStream(sent), Marks, Books.Wording);

                Books.Check(new MemoryStream(file));
                Names(file).ShouldBe([.. Names(sent), "ErrorBook.Sheet"], table.Name);
                Ground(file).ShouldBe(["B3", "A4"], ignoreOrder: true, table.Name);
            }
        }
    }

    private static List<string?> Names(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. document.WorkbookPart!.Workbook.Sheets!.Elements<SheetOfBook>().Select(sheet => sheet.Name?.Value)];
    }

    private static List<string> Commented(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(part => part.WorksheetCommentsPart?.Comments.CommentList!.Elements<Comment>() ?? []).Select(comment => $"{comment.Reference!.Value} {comment.CommentText!.InnerText.Trim()}")];
    }

    /// <summary>The cells of the first sheet with the ground of a wrong cell.</summary>
    private static List<string> Ground(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var ground = styles.Fills!.Elements<Fill>().ToList().FindIndex(fill => fill.PatternFill?.ForegroundColor?.Rgb?.Value == "FFFDE2E0");
        var part = (WorksheetPart)document.WorkbookPart.GetPartById(document.WorkbookPart.Workbook.Sheets!.Elements<SheetOfBook>().First().Id!.Value!);
        return [.. part.Worksheet.Descendants<Cell>().Where(cell => cell.StyleIndex is { } style && styles.CellFormats!.Elements<CellFormat>().ElementAt((int)style.Value).FillId?.Value == ground).Select(cell => cell.CellReference!.Value!)];
    }

    /// <summary>With a picture, which makes it one the spreadsheet library cannot open.</summary>
    private static byte[] Workbook(Action<XLWorkbook> change)
    {
        using var book = new XLWorkbook(new MemoryStream(Workbook()));
        book.Worksheet(1).PageSetup.Footer.Center.AddText("1");
        change(book);
        using var file = new MemoryStream();
        PicturedBook.Save(book, [new PlacedPicture(3, 3, 1, 20, 15, EvidencePictures.Png(Rectify.Core.Problems.EvidencePurpose.Before), "image/png", "现场.png")], file);
        return file.ToArray();
    }

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
