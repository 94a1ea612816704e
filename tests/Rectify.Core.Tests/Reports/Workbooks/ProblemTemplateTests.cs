using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Imports;

namespace Rectify.Core.Tests.Reports.Workbooks;

public sealed class ProblemTemplateTests : IAsyncLifetime
{
    private RunningCampaign _campaign = null!;

    public async ValueTask InitializeAsync() => _campaign = await RunningCampaign.StartAsync();

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    [Fact]
    public async Task It_has_the_columns_of_the_domain_notes_with_stars_at_the_required_ones()
    {
        using var book = new XLWorkbook(await TemplateAsync(SampleWords.Chinese));
        var sheet = book.Worksheet(1);

        sheet.Cell("A1").GetString().ShouldContain("政务服务环境专项整治行动");
        sheet.Cell("A2").GetString().ShouldContain("市某某局");
        Enumerable.Range(1, 19).Select(column => sheet.Cell(3, column).GetString()).ShouldBe(
            ["序号", "发现日期*", "问题来源*", "责任单位*", "层级", "窗口/场所", "问题类别*", "具体表现", "问题描述*", "涉及事项", "严重程度*", "整改类型*", "整改目标", "整改措施", "整改时限*", "牵头领导(职务)", "责任人", "协办单位", "备注"]);
        sheet.SheetView.SplitRow.ShouldBe(3);
        sheet.PageSetup.FirstRowToRepeatAtTop.ShouldBe(1);
    }

    [Fact]
    public async Task Its_lists_to_choose_from_stand_on_a_hidden_sheet()
    {
        using var book = new XLWorkbook(await TemplateAsync(SampleWords.Chinese));
        var lists = book.Worksheet("Lists");

        lists.Visibility.ShouldBe(XLWorksheetVisibility.Hidden);
        var offered = lists.CellsUsed().Select(cell => cell.GetString()).ToList();
        foreach (var choice in new[] { "服务优化不到位", "服务优化不到位 » 自助设备难用", "市另一局", "市级", "立行立改", "12345热线", "严重" })
        {
            offered.ShouldContain(choice);
        }

        book.Worksheet(1).DataValidations.Count(validation => validation.AllowedValues == XLAllowedValues.List).ShouldBe(8);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Filled_in_it_is_read_and_its_example_and_empty_rows_are_not(string language)
    {
        var words = language == "zh" ? SampleWords.Chinese : SampleWords.English;
        using var book = new XLWorkbook(await TemplateAsync(words));
        var sheet = book.Worksheet(1);
        foreach (var (column, text) in new[] { (2, "2026-03-01"), (3, words.Sources[ProblemSource.Hotline]), (7, "服务优化不到位"), (8, "服务优化不到位 » 自助设备难用"), (9, "排队机故障"), (11, words.Severities[Severity.Serious]), (12, words.Kinds[ProblemKind.Immediate]), (15, "20260401") })
        {
            sheet.Cell(5, column).SetValue(text);
        }

        using var file = new MemoryStream();
        book.SaveAs(file);
        var import = await _campaign.LookAsync(file);

        import.Errors().ShouldBeEmpty();
        var entry = import.Reading!.Entries.ShouldHaveSingleItem();
        (entry.Row, entry.Finding.Source, entry.Finding.SymptomId).ShouldBe((5, ProblemSource.Hotline, _campaign.Category.Symptoms[0].Id));
    }

    [Fact]
    public async Task It_is_a_valid_workbook()
    {
        using var package = SpreadsheetDocument.Open(await TemplateAsync(SampleWords.Chinese), false);

        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_people_of_a_unit_that_takes_part_get_one()
    {
        var outsider = await _campaign.Rectify.AddPersonAsync("外单位", Core.Shared.Role.UnitHandler, await _campaign.Rectify.AddUnitAsync("县某局"));

        (await _campaign.As(outsider).Send(new GetProblemTemplate(_campaign.Id, SampleWords.Chinese))).ShouldBeNotFound();
        (await _campaign.As(_campaign.Clerk).Send(new GetProblemTemplate(_campaign.Id, SampleWords.Chinese))).ShouldBeNotAllowed();
    }

    private async Task<MemoryStream> TemplateAsync(ProblemWords words) => new(await _campaign.As(_campaign.Handler).Do(new GetProblemTemplate(_campaign.Id, words)));
}
