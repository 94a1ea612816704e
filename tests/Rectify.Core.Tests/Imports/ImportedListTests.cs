using ClosedXML.Excel;
using Rectify.Core.Campaigns;
using Rectify.Core.Imports;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Imports.Corpus;
using Rectify.Core.Tests.Reports.Workbooks;

namespace Rectify.Core.Tests.Imports;

/// <summary>Lists as units really write them: what stands above the headings, on later pages, and in single cells.</summary>
public sealed class ImportedListTests : IAsyncLifetime
{
    private static readonly object[] Headings = ["序号", "发现日期", "问题来源", "责任单位", "问题类别", "问题描述", "严重程度", "整改类型", "整改时限"];

    private static readonly object?[][][] RowsOverTheHeadings =
    [
        [["问题清单"], ["填报单位：市某某局", null, null, null, null, "填报日期：2025年10月25日"]],
        [["问题清单"], ["填报单位：市某某局", null, null, null, null, "填报日期：2025年10月25日"], []],
        [["问题清单"], ["填报单位（盖章）", "市某某局", null, null, null, "填报日期", new DateTime(2025, 10, 25)]],
        [["填报日期：2025-10-25"], ["问题清单", null, null, "附件一"]],
    ];

    private RunningCampaign _campaign = null!;

    public async ValueTask InitializeAsync() => _campaign = await RunningCampaign.StartAsync();

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_stands_over_the_headings_is_no_group_of_them_and_its_date_gives_dates_their_year(int shape)
    {
        var above = RowsOverTheHeadings[shape];
        var reading = await ReadAsync(Grid.Of([.. above, Headings, Line("排队机故障", found: "10月20日", due: "11月10日")]));

        reading.HeadingRow.ShouldBe(above.Length + 1);
        reading.Headings.Select(heading => heading.Cell.Text).ShouldBe(Headings);
        var entry = reading.Entries.ShouldHaveSingleItem();
        (entry.Finding.FoundOn, entry.Plan.DueDate).ShouldBe((new DateOnly(2025, 10, 20), new DateOnly(2025, 11, 10)));
    }

    [Fact]
    public async Task A_meaning_is_remembered_for_the_heading_alone_and_holds_for_the_next_months_file()
    {
        Grid Month(string date) => Grid.Of(["问题清单"], ["填报单位：市某某局", null, null, null, null, $"填报日期：{date}"], [.. Headings[..^1], "完工的日子"], Line("排队机故障"));
        var first = await _campaign.StartImportAsync(new MemoryStream(Month("2026年2月25日").ByClosedXml()));
        var asked = (await _campaign.LookAsync(first)).Reading!;
        asked.NeedsMapping.ShouldBeTrue();
        var unknown = asked.Headings.Single(heading => !heading.Cell.IsDecided).Cell.Text;
        await _campaign.As(_campaign.Handler).Do(new MapImport(first, await _campaign.ImportVersionAsync(first), ColumnMapping.None with { Headings = [new HeadingMeaning(unknown, ProblemColumn.DueDate)] }));

        var next = await ReadAsync(Month("2026年3月1日"));

        next.NeedsMapping.ShouldBeFalse();
        next.Entries.ShouldHaveSingleItem().Plan.DueDate.ShouldBe(new DateOnly(2026, 4, 30));
    }

    [Fact]
    public async Task Headings_of_two_rows_are_no_entries_where_they_are_repeated_on_a_later_page()
    {
        object?[][] headings =
        [
            ["序号", "基本情况", null, null, "整改要求", null, null, "责任分工", null],
            [null, "发现日期", "问题来源", "问题类别", "问题描述", "严重程度", "整改类型", "责任单位", "整改时限"],
        ];
        object?[] Row(string description, string unit = "市某某局") => [1, "2026-03-01", "自查自纠", "服务优化不到位", description, "一般", "限期整改", unit, "2026-04-30"];
        var grid = Grid.Of([["问题清单"], ["填报单位：市某某局", null, null, null, "2026年3月1日"], .. headings, Row("排队机故障"), .. headings, Row("窗口空岗", "〃")]).Merge("A3:A4", "B3:D3", "E3:G3", "H3:I3", "A6:A7", "B6:D6", "E6:G6", "H6:I6");

        var view = await _campaign.LookAsync(new MemoryStream(grid.ByClosedXml()));

        view.Errors().ShouldBeEmpty();
        view.Reading!.HeadingRow.ShouldBe(3);
        view.Reading.Entries.Select(entry => entry.Row).ShouldBe([5, 8]);
    }

    [Fact]
    public async Task The_list_is_found_behind_its_instructions_in_new_and_old_workbooks_and_its_errors_are_marked_there()
    {
        using var book = new XLWorkbook();
        book.AddWorksheet("草稿").Hide();
        book.AddWorksheet("填表说明").Cell("A1").SetValue("一、每个问题填写一行。");
        var list = book.AddWorksheet("清单");
        foreach (var ((row, column), value) in Grid.Of(Headings, Line("排队机故障"), Line("窗口空岗", due: "下周")).Cells)
        {
            list.Cell(row, column).SetValue($"{value}");
        }

        list.Cell("F4").FormulaA1 = "1/0";
        using var sent = new MemoryStream();
        book.SaveAs(sent);
        foreach (var format in new[] { "xlsx", "xls" })
        {
            var file = await LibreOffice.ConvertAsync(sent.ToArray(), "xlsx", format);
            var view = await _campaign.LookAsync(new MemoryStream(file));
            view.Reading!.Entries.Select(entry => entry.Row).ShouldBe([2, 3, 4]);
            view.Reading.Errors.Select(error => (error.Address, error.Error.Code)).ShouldContain(("F4", "CellHasError"));

            var errors = await _campaign.As(_campaign.Handler).Do(new GetImportFile(view.Batch.Id, SampleWords.Both));
            var marked = ErrorWorkbook.Build(errors.Content, [new ErrorMark(3, 9, "整改时限", "哪一天？")], Books.Wording, errors.Sheet);
            using var returned = new XLWorkbook(new MemoryStream(marked));
            returned.Worksheets.SelectMany(sheet => sheet.CellsUsed(XLCellsUsedOptions.All)).Where(cell => cell.HasComment).Select(cell => (cell.GetString(), $"{cell.Address}")).ShouldBe([("下周", "I3")]);
            await errors.Content.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_sheet_that_was_read_is_named_and_so_are_those_that_were_not()
    {
        using var book = new XLWorkbook();
        void Put(string name, params object?[][] rows)
        {
            var sheet = book.AddWorksheet(name);
            foreach (var ((row, column), value) in Grid.Of(rows).Cells)
            {
                sheet.Cell(row, column).SetValue($"{value}");
            }
        }

        Put("填表说明", ["每个问题填写一行。"]);
        Put("第一批", ["问题清单"], Headings, Line("排队机故障"));
        Put("第二批", ["问题清单"], Headings, Line("窗口空岗"));
        Put("第三批", Headings);
        Put("空白");
        Put("旧清单", Headings, Line("指南过时"));
        book.Worksheet("旧清单").Hide();
        using var sent = new MemoryStream();
        book.SaveAs(sent);
        foreach (var file in new[] { sent.ToArray(), await LibreOffice.ConvertAsync(sent.ToArray(), "xlsx", "xls") })
        {
            var reading = (await _campaign.LookAsync(new MemoryStream(file))).Reading!;

            reading.Entries.ShouldHaveSingleItem().Finding.Description.ShouldBe("排队机故障");
            (reading.SheetName, reading.HeadingRow).ShouldBe(("第一批", 2));
            reading.UnreadLists.ShouldBe(["第二批"]);
            reading.UnreadSheets.ShouldBe(["填表说明", "第三批"]);
        }

        var text = (await _campaign.LookAsync(new MemoryStream(Grid.Of(Headings, Line("排队机故障")).ByHand(false)), "清单.csv")).Reading!;
        (text.SheetName, text.UnreadLists.Count + text.UnreadSheets.Count).ShouldBe((null, 0));
    }

    [Theory]
    [InlineData("市某某局/市另一局")]
    [InlineData("市某某局／市另一局")]
    [InlineData("市某某局和市另一局")]
    [InlineData("市某某局牵头，市另一局配合")]
    [InlineData("由市某某局牵头、市另一局协助")]
    [InlineData("市某某局（牵头）和市另一局（配合）")]
    [InlineData("市某某局牵头负责，市另一局")]
    public async Task Units_in_one_cell_are_told_apart_however_they_are_joined(string units)
    {
        var view = await _campaign.LookAsync(new MemoryStream(Grid.Of(Headings, Line("排队机故障", unit: units)).ByClosedXml()));

        view.Errors().ShouldBeEmpty();
        view.Reading!.Entries.ShouldHaveSingleItem().AssistingUnits.ShouldBe([_campaign.OtherUnit.Id]);
    }

    [Theory]
    [InlineData("市另一局牵头，市某某局配合", "OwnUnitDoesNotLead", "市另一局")]
    [InlineData("市某某局牵头，无此单位配合", "UnknownUnits", "无此单位")]
    [InlineData("市某某局/无此单位", "UnknownUnits", "无此单位")]
    public async Task A_wrong_unit_among_several_is_named_alone(string units, string code, string named)
    {
        var error = (await ReadAsync(Grid.Of(Headings, Line("排队机故障", unit: units)))).Errors.ShouldHaveSingleItem().Error;

        (error.Code, error.Values[^1]).ShouldBe((code, named));
    }

    [Fact]
    public void A_word_that_joins_units_also_stands_within_a_units_name()
    {
        var units = new HashSet<string> { "人力资源和社会保障局", "教育局" };

        var names = UnitNames.Of("人力资源和社会保障局和教育局", units.Contains);

        (names.Lead.ShouldHaveSingleItem(), names.Assisting.ShouldHaveSingleItem()).ShouldBe(("人力资源和社会保障局", "教育局"));
    }

    [Theory]
    [InlineData("区政府（市公安局、市教育局）", "区政府", "市公安局 市教育局")]
    [InlineData("区政府(市公安局，市教育局)、市财政局", "区政府", "市公安局 市教育局 市财政局")]
    [InlineData("区政府（市公安局）", "区政府（市公安局）", "")]
    [InlineData("区政府（牵头）、市公安局（配合）", "区政府", "市公安局")]
    public void Units_in_brackets_stand_beside_the_one_before_them(string text, string lead, string assisting)
    {
        var names = UnitNames.Of(text, _ => false);

        (names.Lead.ShouldHaveSingleItem(), string.Join(' ', names.Assisting)).ShouldBe((lead, assisting));
    }

    [Theory]
    [InlineData("东山区")]
    [InlineData("东山区政府")]
    [InlineData("南河市东山区人民政府")]
    [InlineData("南河市东山区")]
    public async Task A_government_may_be_named_by_its_area_alone_or_with_its_city(string name)
    {
        await EnrolAsync("东山区人民政府");

        (await ReadAsync(Grid.Of(Headings, Line("排队机故障", unit: $"市某某局、{name}")))).Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("东山", true)]
    [InlineData("东山区教育局", true)]
    [InlineData("西山区", true)]
    [InlineData("东山区", false)]
    [InlineData("东山区人民政府", true, false)]
    public async Task A_name_that_could_be_another_units_is_asked_back(string name, bool isAloneInItsArea, bool isWrong = true)
    {
        await EnrolAsync("东山区人民政府");
        if (!isAloneInItsArea)
        {
            await EnrolAsync("东山区管委会");
        }

        (await ReadAsync(Grid.Of(Headings, Line("排队机故障", unit: $"市某某局、{name}")))).Errors.Select(error => error.Error.Code).ShouldBe(isWrong ? ["UnknownUnits"] : []);
    }

    [Theory]
    [InlineData("2026-02-15")]
    [InlineData("2月底前")]
    [InlineData("2025年12月15日前")]
    public async Task A_due_date_before_the_day_found_is_asked_back(string due)
    {
        var error = (await ReadAsync(Grid.Of(Headings, Line("排队机故障", due: due)))).Errors.ShouldHaveSingleItem();

        (error.Address, error.Error.Code).ShouldBe(("I2", "DueBeforeFound"));
    }

    [Theory]
    [InlineData("2026年12月15号")]
    [InlineData("2026年12月15日24时前")]
    [InlineData("12月15日18点前完成")]
    [InlineData("12月15号前")]
    [InlineData("十二月十五日前")]
    [InlineData("二〇二六年十二月十五日")]
    [InlineData("2026年十二月十五号")]
    public async Task A_due_date_is_read_in_every_usual_way_of_writing_it(string due) =>
        (await ReadAsync(Grid.Of(Headings, Line("排队机故障", due: due)))).Entries[0].Plan.DueDate.ShouldBe(new DateOnly(2026, 12, 15));

    [Theory]
    [InlineData("12月15日18:00前", true)]
    [InlineData("12月15日（18:00前）", true)]
    [InlineData("12月15日(星期二)18:00前", true)]
    [InlineData("2026年12月15日（星期二）前", false)]
    [InlineData("2026年12月15日（周二）下午6点前完成", false)]
    [InlineData("2026-12-15（星期二）", false)]
    [InlineData("2026年12月15日上午前", false)]
    [InlineData("12月15日下午6点前", true)]
    [InlineData("十二月十五日十八时前", true)]
    [InlineData("12月15日下班前完成", true)]
    [InlineData("2026-12-15 18:00前", false)]
    [InlineData("2026-12-15 18:00:00 之前", false)]
    [InlineData("2026年12月15日18：00前完成", false)]
    [InlineData("2026年12月15日 下午 6:30 前办结。", false)]
    [InlineData("2026/12/15 9点半前", false)]
    [InlineData("２０２６－１２－１５　２４：００前", false)]
    [InlineData("2026年12月15日17时30分前", false)]
    public async Task An_hour_behind_the_due_date_leaves_the_day_as_it_is(string due, bool isYearAssumed)
    {
        var reading = await ReadAsync(Grid.Of(Headings, Line("排队机故障", due: due)));

        reading.Errors.ShouldBeEmpty();
        reading.Entries[0].Plan.DueDate.ShouldBe(new DateOnly(2026, 12, 15));
        reading.Meanings.Select(meaning => meaning.Error.Code).ShouldBe(isYearAssumed ? ["ReadAsThisYear"] : []);
    }

    [Theory]
    [InlineData("2026-12-1 18:00前", 1)]
    [InlineData("2026-12-11 8:00前", 11)]
    [InlineData("2026-12-1 8:00前", 1)]
    public async Task The_hour_takes_no_figure_of_the_day(string due, int day) =>
        (await ReadAsync(Grid.Of(Headings, Line("排队机故障", due: due)))).Entries[0].Plan.DueDate.ShouldBe(new DateOnly(2026, 12, day));

    [Theory]
    [InlineData("12月15日0:00前")]
    [InlineData("12月15日零时前")]
    [InlineData("2026-12-15 00:00前")]
    [InlineData("2026-12-15 25:00前")]
    [InlineData("12月14日至12月15日18:00前")]
    [InlineData("12月14日、15日18:00前")]
    [InlineData("12月14日或12月15日18:00前")]
    [InlineData("12月14日 18:00 - 12月15日 18:00前")]
    [InlineData("15日18:00前")]
    [InlineData("6/7/26 18:00前")]
    public async Task An_hour_behind_what_can_mean_two_days_does_not_settle_the_day(string due)
    {
        var error = (await ReadAsync(Grid.Of(Headings, Line("排队机故障", due: due)))).Errors.ShouldHaveSingleItem();

        (error.Address, error.Error.Code.StartsWith("Date", StringComparison.Ordinal)).ShouldBe(("I2", true), error.Error.Code);
    }

    [Theory]
    [InlineData("12月30日0点前")]
    [InlineData("12月30日零时前")]
    [InlineData("2026年12月30日（0:00前）")]
    [InlineData("2026年12月31日（星期五）前")]
    public async Task Midnight_and_another_days_weekday_ask_which_day_is_meant(string due) =>
        (await ReadAsync(Grid.Of(Headings, Line("排队机故障", due: due)))).Errors.ShouldHaveSingleItem().Error.Code.ShouldBe("DateVague");

    [Fact]
    public async Task A_date_as_above_is_told_as_a_date()
    {
        object?[] first = [.. Line("排队机故障")[..^1], new DateTime(2026, 11, 9)];

        var reading = await ReadAsync(Grid.Of(Headings, first, Line("窗口空岗", due: "同上")));

        reading.Entries[1].Plan.DueDate.ShouldBe(new DateOnly(2026, 11, 9));
        reading.Meanings.ShouldHaveSingleItem().Error.Values.ShouldBe(["2026-11-09"]);
    }

    [Theory]
    [InlineData("十二月底前", 12, 31)]
    [InlineData("十月末", 10, 31)]
    [InlineData("二〇二六年六月底前完成", 6, 30)]
    public async Task The_end_of_a_month_may_be_written_in_Chinese_numerals(string due, int month, int day) =>
        (await ReadAsync(Grid.Of(Headings, Line("排队机故障", due: due)))).Entries[0].Plan.DueDate.ShouldBe(new DateOnly(2026, month, day));

    private async Task EnrolAsync(string name)
    {
        var unit = await _campaign.Rectify.AddUnitAsync(name);
        var version = (await _campaign.Rectify.FindAsync<Campaign>(_campaign.Id)).Version;
        await _campaign.As(_campaign.Clerk).Do(new EnrolUnit(_campaign.Id, version, new Participant(unit.Id, "区长", "副区长", "承办丙")));
    }

    private async Task<ImportReading> ReadAsync(Grid grid) => (await _campaign.LookAsync(new MemoryStream(grid.ByClosedXml()))).Reading!;

    private static object?[] Line(string description, string found = "2026-03-01", string unit = "市某某局", string due = "2026-04-30") =>
        [1, found, "自查自纠", unit, "服务优化不到位", description, "一般", "限期整改", due];
}
