using Rectify.Core.Campaigns;
using Rectify.Core.Imports;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Imports.Corpus;

namespace Rectify.Core.Tests.Imports;

/// <summary>Units by names of a unit's own: asked about by name, explained once, remembered.</summary>
public sealed class UnitNameMeaningTests : IAsyncLifetime
{
    private static readonly object[] Headings = ["序号", "发现日期", "问题来源", "责任单位", "问题类别", "问题描述", "严重程度", "整改类型", "整改时限", "协办单位"];

    private RunningCampaign _campaign = null!;

    public async ValueTask InitializeAsync() => _campaign = await RunningCampaign.StartAsync();

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    [Fact]
    public async Task Only_a_name_that_is_no_units_is_asked_about_once_for_both_columns_with_how_often_it_stands_there()
    {
        var reading = (await LookAsync(
            Line("问题一", "市某某局、资规局", "资规局"), Line("问题二", "南河市某某局", "市另一局"), Line("问题三", "市某某局", "无"), Line("问题四", "本局", "市另一局和资规局"), Line("问题五", "同上", "〃"))).Reading!;

        reading.UnknownWords.ShouldBe([new(ProblemColumn.Unit, "资规局", 4), new(ProblemColumn.Unit, "南河市某某局", 1)], ignoreOrder: true);
        reading.Errors.Select(error => (error.Address, error.Error.Code, $"{error.Error.Values[0]}")).ShouldBe(
            [("D2", "UnknownUnits", "资规局"), ("J2", "UnknownUnits", "资规局"), ("D3", "UnknownUnits", "南河市某某局"), ("J5", "UnknownUnits", "资规局"), ("J6", "UnknownUnits", "资规局")]);
    }

    [Theory]
    [InlineData("南河市某某局", "", false)]
    [InlineData("南河市 某某局", "", false)]
    [InlineData("南河市某某局、资规局", "", true)]
    [InlineData("南河市某某局牵头，资规局配合", "", true)]
    [InlineData("资规局（配合）\n南河市某某局（牵头）", "", true)]
    [InlineData("南河市某某局和资规局", "", true)]
    [InlineData("市某某局/资规局", "", true)]
    [InlineData("市某某局", "资规局", true)]
    [InlineData("市某某局", "南河市某某局、资规局", true)]
    [InlineData("市某某局", "南河市某某局", false)]
    public async Task A_name_that_has_been_explained_leads_and_assists_as_the_unit_does(string unit, string assisting, bool hasAssistance)
    {
        await ExplainAsync();

        var view = await LookAsync(Line("排队机故障", unit, assisting));

        view.UsesVocabulary.ShouldBeTrue();
        view.Errors().ShouldBeEmpty();
        view.Reading!.Entries.ShouldHaveSingleItem().AssistingUnits.ShouldBe(hasAssistance ? [_campaign.OtherUnit.Id] : []);
    }

    [Theory]
    [InlineData("资规局", "NotOwnUnit")]
    [InlineData("资规局、南河市某某局", "OwnUnitDoesNotLead")]
    public async Task An_explained_name_of_another_unit_does_not_lead_on_this_units_list(string unit, string code)
    {
        await ExplainAsync();

        (await LookAsync(Line("排队机故障", unit))).Errors().ShouldHaveSingleItem().Error.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_name_that_is_to_be_left_out_is_told_and_leads_nothing()
    {
        var batch = await _campaign.StartImportAsync(File(
            Line("问题一", "市某某局、各乡镇（街道）", "区市监局、市另一局"), Line("问题二", "市某某局", "区市监局"), Line("问题三", "区市监局、市某某局"), Line("问题四", "区市监局")));
        await _campaign.As(_campaign.Handler).Do(new MapImport(batch, await _campaign.ImportVersionAsync(batch), ColumnMapping.None with
        {
            Words = [new WordMeaning(ProblemColumn.Unit, "各乡镇（街道）", WordMeaning.LeftOut), new WordMeaning(ProblemColumn.Unit, "区市监局", WordMeaning.LeftOut)],
        }));

        var reading = (await _campaign.LookAsync(batch)).Reading!;

        reading.UnknownWords.ShouldBeEmpty();
        reading.Meanings.Where(meaning => meaning.Error.Code == "UnitsLeftOut").Select(meaning => (meaning.Address, $"{meaning.Error.Values[0]}")).ShouldBe(
            [("D2", "各乡镇（街道）"), ("J2", "区市监局"), ("J3", "区市监局"), ("D4", "区市监局"), ("D5", "区市监局")]);
        reading.Entries.Select(entry => entry.AssistingUnits.Count).ShouldBe([1, 0, 0, 0]);
        reading.Errors.Select(error => (error.Address, error.Error.Code)).ShouldBe([("D4", "OwnUnitDoesNotLead"), ("D5", "NotOwnUnit")]);
    }

    [Fact]
    public async Task What_a_name_means_is_forgotten_with_the_rest_and_is_nobody_elses()
    {
        await ExplainAsync();
        var known = await _campaign.As(_campaign.Handler).Do(new ListImports(_campaign.Id, 1));
        known.UnitNames.ShouldBe(new Dictionary<Guid, string> { [_campaign.Unit.Id] = "市某某局", [_campaign.OtherUnit.Id] = "市另一局" }, ignoreOrder: true);
        await _campaign.Rectify.ShouldEqualItsFoldAsync<UnitVocabulary>(known.Vocabulary!.Id);
        var others = await _campaign.StartImportAsync(File(Line("排队机故障", "市另一局", "资规局")), by: _campaign.OtherHandler);
        (await _campaign.LookAsync(others, by: _campaign.OtherHandler)).Reading!.UnknownWords.ShouldHaveSingleItem().Word.ShouldBe("资规局");

        await _campaign.As(_campaign.Handler).Do(new ForgetMapping(known.Vocabulary.Version));

        (await LookAsync(Line("排队机故障", "南河市某某局"))).Reading!.UnknownWords.ShouldHaveSingleItem().Word.ShouldBe("南河市某某局");
    }

    [Fact]
    public async Task A_name_stands_only_for_a_unit_that_takes_part()
    {
        var batch = await _campaign.StartImportAsync(File(Line("排队机故障", "南河市某某局")));
        var stranger = await _campaign.Rectify.AddUnitAsync("市外一局");

        (await MapAsync(batch, new WordMeaning(ProblemColumn.Unit, "南河市某某局", $"{stranger.Id}"))).ShouldBeRefused(Rule.UnitDoesNotTakePart);
        (await MapAsync(batch, new WordMeaning(ProblemColumn.Unit, "南河市某某局", $"{Ids.New()}"))).ShouldBeRefused(Rule.UnitDoesNotTakePart);
        (await _campaign.As(_campaign.Handler).Do(new ListImports(_campaign.Id, 1))).Vocabulary.ShouldBeNull();
    }

    [Theory]
    [InlineData(ProblemColumn.Unit, "市某某局")]
    [InlineData(ProblemColumn.AssistingUnits, "00000000-0000-0000-0000-000000000000")]
    [InlineData(ProblemColumn.Source, "99")]
    [InlineData(ProblemColumn.Severity, "Hotline")]
    [InlineData(ProblemColumn.Kind, "-1")]
    [InlineData(ProblemColumn.Description, "x")]
    public async Task A_meaning_that_is_none_of_those_offered_is_refused(ProblemColumn column, string means)
    {
        var batch = await _campaign.StartImportAsync(File(Line("排队机故障", "南河市某某局")));

        (await MapAsync(batch, new WordMeaning(column, "南河市某某局", means))).ShouldBeInvalid("Mapping.Words[0].Means", "UnknownChoice");
    }

    [Fact]
    public async Task A_category_that_is_none_leaves_its_word_unknown()
    {
        var batch = await _campaign.StartImportAsync(File(Line("排队机故障", "市某某局", category: "大厅管理")));

        (await MapAsync(batch, new WordMeaning(ProblemColumn.Category, "大厅管理", "无此类别"))).ShouldSucceed();

        (await _campaign.LookAsync(batch)).Reading!.UnknownWords.ShouldBe([new(ProblemColumn.Category, "大厅管理", 1)]);
    }

    [Fact]
    public async Task A_unit_that_takes_no_part_in_the_next_campaign_is_asked_about_anew()
    {
        var guest = await _campaign.Rectify.AddUnitAsync("市外一局");
        var without = await _campaign.Rectify.FindAsync<Campaign>(_campaign.Id);
        await _campaign.As(_campaign.Clerk).Do(new EnrolUnit(_campaign.Id, without.Version, new Participant(guest.Id, "局长", "副局长", "承办丙")));
        var batch = await _campaign.StartImportAsync(File(Line("排队机故障", "市某某局、外局")));
        (await MapAsync(batch, new WordMeaning(ProblemColumn.Unit, "外局", $"{guest.Id}"))).ShouldSucceed();
        var mapping = (await _campaign.As(_campaign.Handler).Do(new ListImports(_campaign.Id, 1))).Vocabulary!.Mapping;

        Guid? Means(Campaign campaign) => new ProblemChoices([], campaign, [_campaign.Unit, guest], _campaign.Unit.Id, mapping).Unit("外局");

        Means(await _campaign.Rectify.FindAsync<Campaign>(_campaign.Id)).ShouldBe(guest.Id);
        Means(without).ShouldBeNull();
    }

    [Theory]
    [InlineData("资规局和市另一局", "资规局|市另一局")]
    [InlineData("市另一局与资规局", "市另一局|资规局")]
    [InlineData("资规局及人社局", "资规局|人社局")]
    [InlineData("人力资源和社会保障局", "人力资源和社会保障局")]
    [InlineData("住房和城乡建设局/资规局", "住房和城乡建设局|资规局")]
    [InlineData("市另一局和文化和旅游局", "市另一局|文化和旅游局")]
    [InlineData("南河市 某某局", "南河市 某某局")]
    [InlineData("资规局/", "资规局")]
    public void Names_that_are_no_units_are_told_apart_too(string text, string names)
    {
        var read = UnitNames.Of(text, name => name == "市另一局");

        string.Join('|', read.Lead.Concat(read.Assisting)).ShouldBe(names);
    }

    /// <summary>Says what the two names mean, in a file that has them both.</summary>
    private async Task ExplainAsync()
    {
        var batch = await _campaign.StartImportAsync(File(Line("窗口空岗", "南河市某某局", "资规局")));
        (await MapAsync(batch, new WordMeaning(ProblemColumn.Unit, "南河市某某局", $"{_campaign.Unit.Id}"), new WordMeaning(ProblemColumn.Unit, "资规局", $"{_campaign.OtherUnit.Id}"))).ShouldSucceed();
        (await _campaign.LookAsync(batch)).Errors().ShouldBeEmpty();
    }

    private async Task<Result<Done>> MapAsync(Guid batch, params WordMeaning[] words) =>
        await _campaign.As(_campaign.Handler).Send(new MapImport(batch, await _campaign.ImportVersionAsync(batch), ColumnMapping.None with { Words = words }));

    private Task<ImportView> LookAsync(params object?[][] lines) => _campaign.LookAsync(File(lines));

    private static MemoryStream File(params object?[][] lines) => new(Grid.Of([Headings, .. lines]).ByClosedXml());

    private static object?[] Line(string description, string unit, string assisting = "", string category = "服务优化不到位") =>
        [1, "2026-03-01", "自查自纠", unit, category, description, "一般", "限期整改", "2026-04-30", assisting.Length > 0 ? assisting : null];
}
