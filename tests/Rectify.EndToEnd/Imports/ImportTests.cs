using ClosedXML.Excel;

namespace Rectify.EndToEnd.Imports;

/// <summary>A unit's table with a mistake: sent back with a mark at its cell, corrected, taken over, taken back.</summary>
public sealed class ImportTests(DemoSite site, Chromium chromium)
{
    private const string Right = "取号机无人引导，老人排错队。";
    private const string Wrong = "窗口公示的办理时限与指南不一致。";

    [Fact]
    public async Task A_table_with_a_mistake_comes_back_marked_and_once_corrected_is_imported_and_undone() =>
        await chromium.VisitAsync(site, "construction.handler", Visit.Chinese, async visitor =>
        {
            await visitor.GoAsync("/lists");
            var list = new Uri(visitor.Page.Url).AbsolutePath;
            await visitor.GoAsync($"{list}/import");
            using var table = await visitor.DownloadAsync(visitor.Page.Locator("main a[href$='template.xlsx']"));
            var sheet = table.Worksheets.First();
            var bad = FillIn(sheet);

            await SendAsync(visitor, table);
            await visitor.Page.Locator("main a[href$='/errors.xlsx']").WaitForAsync();
            (await visitor.Page.Locator("form:has(input[value='confirm'])").CountAsync()).ShouldBe(0, "nothing is taken over while a cell is wrong");
            (await visitor.Page.Locator("main").InnerTextAsync()).ShouldContain(bad.Address.ToString()!);

            using var marked = await visitor.DownloadAsync(visitor.Page.Locator("main a[href$='/errors.xlsx']"));
            var cell = marked.Worksheet(sheet.Name).Cell(bad.Address.ToString());
            cell.HasComment.ShouldBeTrue();
            marked.Worksheet(sheet.Name).CellsUsed(XLCellsUsedOptions.Comments).Where(commented => commented.HasComment).ShouldHaveSingleItem();
            marked.Worksheets.Last().CellsUsed().ShouldContain(told => told.GetString() == bad.Address.ToString());

            cell.SetValue(TimeProvider.System.GetUtcNow().AddDays(40).ToString("yyyy年M月d日", CultureInfo.InvariantCulture));
            await visitor.GoAsync($"{list}/import");
            await SendAsync(visitor, marked);
            await visitor.Page.Locator("form:has(input[value='confirm'])").WaitForAsync();
            var address = visitor.Page.Url;
            await visitor.SendAsync("confirm", null);
            await visitor.Page.Locator("form:has(input[value='undo'])").WaitForAsync();
            (await EntriesAsync(visitor, list)).ShouldBe([Right, Wrong]);

            await visitor.GoAsync(address);
            await visitor.SendAsync("undo", null);
            await Assertions.Expect(visitor.Page.Locator("form:has(input[value='undo'])")).ToHaveCountAsync(0);
            (await EntriesAsync(visitor, list)).ShouldBeEmpty();
        });

    private static async Task SendAsync(Visitor visitor, XLWorkbook table)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("rectify-table-").FullName, "问题清单.xlsx");
        table.SaveAs(path);
        await visitor.SendAsync("import", null, ("Upload.File", path));
    }

    /// <summary>Copies the example into two rows of the unit's own; the due date of the second is none.</summary>
    /// <returns>The wrong cell.</returns>
    private static IXLCell FillIn(IXLWorksheet sheet)
    {
        var heading = sheet.RowsUsed().First(row => row.Cells().Any(cell => cell.GetString().StartsWith("问题描述", StringComparison.Ordinal)));
        int Column(string words) => heading.Cells().First(cell => cell.GetString().StartsWith(words, StringComparison.Ordinal)).Address.ColumnNumber;
        var example = heading.RowBelow();
        foreach (var (row, description) in new[] { (example.RowBelow(), Right), (example.RowBelow(2), Wrong) })
        {
            foreach (var cell in example.CellsUsed().Skip(1))
            {
                row.Cell(cell.Address.ColumnNumber).Value = cell.Value;
            }

            row.Cell(Column("问题描述")).SetValue(description);
        }

        return example.RowBelow(2).Cell(Column("整改时限")).SetValue("下周");
    }

    private static async Task<IReadOnlyList<string>> EntriesAsync(Visitor visitor, string list)
    {
        await visitor.GoAsync(list);
        var text = await visitor.Page.Locator("main").InnerTextAsync();
        return [.. new[] { Right, Wrong }.Where(text.Contains)];
    }
}
