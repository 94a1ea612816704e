using ClosedXML.Excel;

namespace Rectify.Core.Tests.Harness;

public sealed class LibreOfficeTests
{
    [Fact]
    public async Task A_file_is_printed_and_its_lines_are_found_on_the_page()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("表");
        sheet.Cell(2, 1).SetValue("某局窗口空岗");
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        using var file = new MemoryStream();
        book.SaveAs(file);

        var pdf = await LibreOffice.PrintAsync(file.ToArray(), "xlsx");

        var page = pdf.Pages.ShouldHaveSingleItem();
        (page.Width, page.Height).ShouldSatisfyAllConditions(size => size.Width.ShouldBe(210, 0.2), size => size.Height.ShouldBe(297, 0.2));
        page.Lines.ShouldContain(line => line.Text == "某局窗口空岗" && line.Left > 0 && line.Right < page.Width / 2 && line.Top > 0 && line.Bottom < page.Height / 4);
    }

    [Fact]
    public async Task What_it_cannot_open_is_told() =>
        await Should.ThrowAsync<InvalidOperationException>(() => LibreOffice.ConvertAsync([0x50, 0x4B, 3, 4, 0, 0], "docx", "pdf"));
}
