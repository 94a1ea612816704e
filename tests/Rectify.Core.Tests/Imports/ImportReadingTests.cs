using ClosedXML.Excel;
using Rectify.Core.Campaigns;
using Rectify.Core.Imports;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Reports.Workbooks;

namespace Rectify.Core.Tests.Imports;

public sealed class ImportReadingTests : IAsyncLifetime
{
    private RunningCampaign _campaign = null!;

    public async ValueTask InitializeAsync() => _campaign = await RunningCampaign.StartAsync();

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    [Fact]
    public async Task A_filled_in_row_becomes_an_entry_with_every_column_in_its_place()
    {
        using var book = new SampleWorkbook().Row(
            4, "自助终端两台停用", (ProblemColumn.Level, "市级"), (ProblemColumn.Place, "3-1号窗口"), (ProblemColumn.Matter, "不动产登记"), (ProblemColumn.Severity, "严重"), (ProblemColumn.Kind, "立行立改"),
            (ProblemColumn.Goal, "终端恢复使用"), (ProblemColumn.Measures, "1.联系维保单位\n2.每日开机检查"), (ProblemColumn.ResponsibleLeader, "副局长"), (ProblemColumn.ResponsiblePerson, "科长"),
            (ProblemColumn.AssistingUnits, "市另一局"), (ProblemColumn.Remark, "无"));

        var entry = (await ReadAsync(book)).Entries.ShouldHaveSingleItem();

        entry.Row.ShouldBe(4);
        entry.Finding.ShouldBe(new Finding(
            _campaign.Category.Id, _campaign.Category.Symptoms[0].Id, ProblemSource.SelfInspection, Severity.Serious, ProblemKind.Immediate, WorkStyles.None,
            "3-1号窗口", "自助终端两台停用", "不动产登记", new DateOnly(2026, 3, 1), "无"));
        entry.Plan.Measures.Select(measure => measure.Text).ShouldBe(["联系维保单位", "每日开机检查"]);
        (entry.Plan.Goal, entry.Plan.DueDate, entry.Plan.ResponsibleLeader, entry.Plan.ResponsiblePerson).ShouldBe(("终端恢复使用", new DateOnly(2026, 4, 30), "副局长", "科长"));
        entry.AssistingUnits.ShouldBe([_campaign.OtherUnit.Id]);
    }

    [Theory]
    [InlineData("2026/3/1")]
    [InlineData("2026-03-01")]
    [InlineData("2026.3.1")]
    [InlineData("2026年3月1日")]
    [InlineData("20260301")]
    [InlineData("２０２６年３月１日")]
    [InlineData("2026-03-01 00:00:00")]
    [InlineData("2026年3月1日上午")]
    [InlineData("2026-03-01 下午")]
    [InlineData("2026年3月1日9时30分")]
    [InlineData("2026年3月1日（星期日）上午")]
    [InlineData("3月1日下午3点")]
    [InlineData("3月1日（周日）")]
    public async Task Dates_are_read_as_people_write_them(string written)
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障", (ProblemColumn.FoundOn, written));

        (await ReadAsync(book)).Entries[0].Finding.FoundOn.ShouldBe(new DateOnly(2026, 3, 1));
    }

    [Fact]
    public async Task Excels_own_dates_and_dates_typed_as_a_number_are_read_too()
    {
        using var book = new SampleWorkbook()
            .Row(4, "排队机故障", (ProblemColumn.FoundOn, new DateTime(2026, 3, 1)))
            .Row(5, "窗口空岗", (ProblemColumn.FoundOn, 20260301))
            .Row(6, "指南过时", (ProblemColumn.FoundOn, 46082));

        (await ReadAsync(book)).Entries.Select(entry => entry.Finding.FoundOn).ShouldAllBe(date => date == new DateOnly(2026, 3, 1));
    }

    [Fact]
    public async Task English_words_and_headings_are_accepted_as_well()
    {
        using var book = new SampleWorkbook([.. SampleWords.English.Headings.Values]).Row(
            4, "Terminals out of order", (ProblemColumn.Source, "hotline"), (ProblemColumn.Severity, "Serious"), (ProblemColumn.Kind, "Long-term"));

        var finding = (await ReadAsync(book)).Entries[0].Finding;

        (finding.Source, finding.Severity, finding.Kind).ShouldBe((ProblemSource.Hotline, Severity.Serious, ProblemKind.LongTerm));
    }

    [Fact]
    public async Task Headings_are_found_by_their_words_wherever_they_stand()
    {
        using var book = new SampleWorkbook("责任部门", "发现时间", "来源", "类别*", "存在问题", "程度", "整改类型", "完成时限\n（年月日）");
        string[] row = ["市某某局", "2026-03-01", "自查", "服务优化不到位", "排队机故障", "一般", "限期", "2026-04-01"];
        foreach (var (index, text) in row.Index())
        {
            book.Sheet.Cell(4, index + 1).SetValue(text);
        }

        var entry = (await ReadAsync(book)).Entries.ShouldHaveSingleItem();

        (entry.Finding.Description, entry.Finding.Kind, entry.Plan.DueDate).ShouldBe(("排队机故障", ProblemKind.TimeLimited, new DateOnly(2026, 4, 1)));
    }

    [Fact]
    public async Task Rows_that_are_no_entries_are_skipped()
    {
        using var book = new SampleWorkbook()
            .Row(4, "这是示例", (ProblemColumn.Ordinal, "示例"))
            .Row(5, "排队机故障")
            .Row(9, "窗口空岗");
        book.Cell(6, ProblemColumn.Ordinal).SetValue(2);
        book.Cell(6, ProblemColumn.Unit).SetValue("市某某局");
        foreach (var (column, heading) in SampleWords.Chinese.Headings)
        {
            book.Cell(8, column).SetValue(heading);
        }

        book.Sheet.Cell("A11").SetValue("填表人：甲");
        book.Sheet.Cell("E11").SetValue("审核人：乙");
        book.Sheet.Cell("I11").SetValue("单位负责人（签字）：");

        (await ReadAsync(book)).Entries.Select(entry => entry.Row).ShouldBe([5, 9]);
    }

    [Fact]
    public async Task Merged_cells_count_for_each_row_they_span()
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障").Row(5, "窗口空岗");
        book.Cell(5, ProblemColumn.Category).Clear();
        book.Cell(5, ProblemColumn.Unit).Clear();
        book.Sheet.Range("G4:G5").Merge();
        book.Sheet.Range("D4:D9").Merge();

        var entries = (await ReadAsync(book)).Entries;

        entries.Count.ShouldBe(2);
        entries[1].Finding.CategoryId.ShouldBe(_campaign.Category.Id);
    }

    [Fact]
    public async Task A_row_that_is_merged_but_for_its_measure_is_a_further_measure_of_the_problem_above()
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障", (ProblemColumn.Measures, "联系维保"));
        book.Cell(5, ProblemColumn.Measures).SetValue("每日检查");
        foreach (var column in ProblemColumns.All.Where(column => column != ProblemColumn.Measures))
        {
            book.Sheet.Range(4, (int)column + 1, 5, (int)column + 1).Merge();
        }

        (await ReadAsync(book)).Entries.ShouldHaveSingleItem().Plan.Measures.Select(measure => measure.Text).ShouldBe(["联系维保", "每日检查"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 转人工")]
    [InlineData("-5分钟")]
    [InlineData("@全体人员")]
    public async Task A_text_that_looks_like_a_formula_stays_a_text(string text)
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障");
        book.Cell(4, ProblemColumn.Description).SetDataType(XLDataType.Text);
        book.Cell(4, ProblemColumn.Description).SetValue(text);

        (await ReadAsync(book)).Entries[0].Finding.Description.ShouldBe(text);
    }

    [Theory]
    [InlineData(ProblemColumn.FoundOn, "", "Required")]
    [InlineData(ProblemColumn.FoundOn, "三月初", "FoundDateVague")]
    [InlineData(ProblemColumn.FoundOn, "2026-02-30", "FoundDateNotUnderstood")]
    [InlineData(ProblemColumn.FoundOn, "立即", "FoundDateNotUnderstood")]
    [InlineData(ProblemColumn.FoundOn, "1926-03-01", "DayFarOff")]
    [InlineData(ProblemColumn.FoundOn, "2026年3月1日（星期一）", "FoundDateVague")]
    [InlineData(ProblemColumn.FoundOn, "2026-03-03", "FoundInTheFuture")]
    [InlineData(ProblemColumn.Source, "", "Required")]
    [InlineData(ProblemColumn.Source, "听说", "NotAChoice")]
    [InlineData(ProblemColumn.Unit, "", "Required")]
    [InlineData(ProblemColumn.Unit, "市另一局", "NotOwnUnit")]
    [InlineData(ProblemColumn.Unit, "无此单位", "UnknownUnits")]
    [InlineData(ProblemColumn.Level, "国家级", "NotAChoice")]
    [InlineData(ProblemColumn.Level, "县级", "NotOwnLevel")]
    [InlineData(ProblemColumn.Category, "", "Required")]
    [InlineData(ProblemColumn.Category, "无此类别", "NotAChoice")]
    [InlineData(ProblemColumn.Symptom, "无此表现", "NotAChoice")]
    [InlineData(ProblemColumn.Description, "", "Required")]
    [InlineData(ProblemColumn.Severity, "要命", "NotAChoice")]
    [InlineData(ProblemColumn.Kind, "改日再说", "NotAChoice")]
    [InlineData(ProblemColumn.DueDate, "", "Required")]
    [InlineData(ProblemColumn.DueDate, "年底", "DateVague")]
    [InlineData(ProblemColumn.AssistingUnits, "市另一局、无此单位", "UnknownUnits")]
    public async Task A_bad_cell_gives_one_error_at_that_cell(ProblemColumn column, string text, string code)
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障").Row(5, "窗口空岗", (column, text));

        var error = (await ReadAsync(book)).Errors.ShouldHaveSingleItem();

        (error.Row, error.Column, error.Error.Code).ShouldBe((5, column, code));
        error.Address.ShouldBe($"{(char)('A' + (int)column)}5");
    }

    [Theory]
    [InlineData(ProblemColumn.Place, Finding.PlaceLength)]
    [InlineData(ProblemColumn.Description, Finding.DescriptionLength)]
    [InlineData(ProblemColumn.Matter, Finding.PlaceLength)]
    [InlineData(ProblemColumn.Goal, RectificationPlan.GoalLength)]
    [InlineData(ProblemColumn.Measures, RectificationPlan.MeasureLength)]
    [InlineData(ProblemColumn.ResponsibleLeader, RectificationPlan.PersonLength)]
    [InlineData(ProblemColumn.ResponsiblePerson, RectificationPlan.PersonLength)]
    [InlineData(ProblemColumn.Remark, Finding.RemarkLength)]
    public async Task A_text_longer_than_the_form_takes_is_an_error_at_its_cell(ProblemColumn column, int most)
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障", (column, new string('长', most))).Row(5, "窗口空岗", (column, new string('长', most + 1)));

        var error = (await ReadAsync(book)).Errors.ShouldHaveSingleItem();

        (error.Row, error.Column, error.Error.Code).ShouldBe((5, column, "TooLong"));
    }

    [Fact]
    public async Task Too_many_measures_are_one_error_at_their_cell()
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障", (ProblemColumn.Measures, string.Join('\n', Enumerable.Range(1, 21).Select(n => $"{n}.检查{n}"))));

        (await ReadAsync(book)).Errors.Select(error => (error.Address, error.Error.Code)).ShouldBe([("N4", "TooManyMeasures")]);
    }

    [Fact]
    public async Task Every_bad_cell_of_a_workbook_is_told_at_once_in_order()
    {
        using var book = new SampleWorkbook()
            .Row(4, "排队机故障", (ProblemColumn.Severity, "要命"), (ProblemColumn.FoundOn, ""))
            .Row(5, "窗口空岗", (ProblemColumn.Kind, "不改"))
            .Row(6, "排队机故障");

        (await ReadAsync(book)).Errors.Select(error => (error.Address, error.Error.Code))
            .ShouldBe([("B4", "Required"), ("K4", "NotAChoice"), ("L5", "NotAChoice"), ("I6", "SameAsRow")]);
    }

    [Fact]
    public async Task A_symptom_of_another_category_is_refused_with_its_category_named()
    {
        var other = new ProblemCategory(Ids.New(), "收费乱", [new Symptom(Ids.New(), "搭车收费", true)]);
        await _campaign.As(_campaign.Clerk).Do(new SetCategories(_campaign.Id, (await _campaign.Rectify.FindAsync<Campaign>(_campaign.Id)).Version, [_campaign.Category, other]));
        using var book = new SampleWorkbook().Row(4, "排队机故障", (ProblemColumn.Symptom, "收费乱 » 搭车收费"));

        var error = (await ReadAsync(book)).Errors.ShouldHaveSingleItem().Error;

        (error.Code, error.Values[0]).ShouldBe(("SymptomOfOtherCategory", "收费乱"));
    }

    [Fact]
    public async Task A_date_that_Excel_made_of_a_window_number_is_refused_as_such()
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障", (ProblemColumn.Place, new DateTime(2026, 3, 1)));

        (await ReadAsync(book)).Errors.Select(error => (error.Address, error.Error.Code)).ShouldBe([("F4", "DateInsteadOfText")]);
    }

    [Fact]
    public async Task A_table_whose_headings_are_unknown_or_too_few_waits_for_their_meaning()
    {
        using var none = new SampleWorkbook("一", "二");
        using var some = new SampleWorkbook("问题描述", "问题来源", "问题类别").Row(4, "x");
        using var empty = new SampleWorkbook();

        (await _campaign.LookAsync(none.File())).Reading!.Missing.ShouldContain(ProblemColumn.Description);
        (await _campaign.LookAsync(some.File())).Reading!.Missing.ShouldBe([ProblemColumn.FoundOn, ProblemColumn.Severity, ProblemColumn.DueDate], ignoreOrder: true);
        (await ReadAsync(empty)).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_workbook_without_a_single_cell_is_refused_as_empty()
    {
        using var book = new XLWorkbook();
        book.AddWorksheet("Sheet1");
        using var file = new MemoryStream();
        book.SaveAs(file);

        foreach (var empty in new[] { file.ToArray(), await LibreOffice.ConvertAsync(file.ToArray(), "xlsx", "xls") })
        {
            (await _campaign.As(_campaign.Handler).Send(new StartImport(_campaign.Id, Ids.New(), "空表", new MemoryStream(empty)))).ShouldBeInvalid("File", "TableIsEmpty");
        }
    }

    [Fact]
    public async Task Reading_stops_after_so_many_errors()
    {
        using var book = new SampleWorkbook();
        for (var row = 4; row < 160; row++)
        {
            book.Row(row, $"问题{row}", (ProblemColumn.Severity, "?"), (ProblemColumn.Kind, "?"), (ProblemColumn.Source, "?"), (ProblemColumn.FoundOn, "?"));
        }

        var workbook = await ReadAsync(book);

        workbook.Errors.Count.ShouldBe(ImportReading.MostErrors);
        workbook.View.Reading!.HasMoreErrors.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_people_of_a_unit_that_takes_part_may_send_one_and_nobody_else_sees_it()
    {
        using var book = new SampleWorkbook().Row(4, "排队机故障");
        var batch = await _campaign.StartImportAsync(book.File());

        (await _campaign.As(_campaign.Clerk).Send(new StartImport(_campaign.Id, Ids.New(), "a.xlsx", book.File()))).ShouldBeNotAllowed();
        (await _campaign.As(_campaign.OtherHandler).Send(new GetImport(batch, null, 1))).ShouldBeNotFound();
        (await _campaign.As(_campaign.OtherHandler).Send(new ReadImport(batch, SampleWords.Both))).ShouldBeNotFound();
        var others = await _campaign.StartImportAsync(book.File(), by: _campaign.OtherHandler);
        (await _campaign.LookAsync(others, by: _campaign.OtherHandler)).Errors().ShouldHaveSingleItem().Error.Code.ShouldBe("NotOwnUnit");
    }

    private async Task<Read> ReadAsync(SampleWorkbook book)
    {
        var view = await _campaign.LookAsync(book.File());
        return new Read(view.Reading!.Entries, view.Errors(), view);
    }

    private sealed record Read(IReadOnlyList<ImportedEntry> Entries, IReadOnlyList<CellError> Errors, ImportView View);
}
