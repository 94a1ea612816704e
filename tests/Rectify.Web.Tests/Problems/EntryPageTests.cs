using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Problems;

public sealed class EntryPageTests : IAsyncLifetime
{
    private ListSite _campaign = null!;
    private Browser _handler = null!;

    public async ValueTask InitializeAsync()
    {
        _campaign = await ListSite.StartAsync();
        _handler = await _campaign.SignInAsync(_campaign.Handler);
    }

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    private string List => $"/campaigns/{_campaign.Id}/list";

    private (string, string)[] Typed =>
    [
        ("Entry.Finding.What", $"{_campaign.Category.Id}:{_campaign.Category.Symptoms[0].Id}"),
        ("Entry.Finding.Description", "排队机故障三周无人修复"),
        ("Entry.Finding.Place", "3号窗口"),
        ("Entry.Finding.Severity", "Serious"),
        ("Entry.Finding.Kind", "Immediate"),
        ("Entry.Finding.Styles", "Slow"),
        ("Entry.Finding.Styles", "Slack"),
        ("Entry.Plan.Goal", "恢复使用"),
        ("Entry.Plan.Measures", "联系维保\r\n\r\n 每日检查 "),
        ("Entry.Plan.DueDate", "2026-04-30"),
        ("Entry.AssistingUnits", $"{_campaign.OtherUnit.Id}"),
    ];

    [Fact]
    public async Task What_is_typed_is_saved_as_a_draft_and_shown_again()
    {
        var saved = await (await _handler.OpenAsync($"{List}/entries")).SubmitAsync("entry", Typed);

        saved.Location.ShouldBe(List);
        var entry = (await _campaign.ListAsync()).Entries.ShouldHaveSingleItem();
        (entry.State, entry.Description, entry.Severity, entry.Kind, entry.ProposedDueDate).ShouldBe((ProblemState.Draft, "排队机故障三周无人修复", Severity.Serious, ProblemKind.Immediate, new DateOnly(2026, 4, 30)));
        entry.Measures.Select(measure => measure.Text).ShouldBe(["联系维保", "每日检查"]);
        var list = await _handler.OpenAsync(List);
        list.Alerts.ShouldContain("The draft is saved.");
        var again = await _handler.OpenAsync($"{List}/entries/{entry.Id}");
        again.Document.QuerySelectorAll("[name='Entry.Finding.Styles'][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["Slow", "Slack"]);
        again.Document.QuerySelector("[name='Entry.Plan.Measures']")!.TextContent.ShouldBe("联系维保\n每日检查");
        again.Document.QuerySelector("[name='Entry.AssistingUnits'][checked]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_saved_draft_can_be_changed()
    {
        var id = await _campaign.DraftAsync();

        (await (await _handler.OpenAsync($"{List}/entries/{id}")).SubmitAsync("entry", ("Entry.Finding.Place", "5号窗口"))).Location.ShouldBe(List);

        (await _campaign.ListAsync()).Entries.ShouldHaveSingleItem().Place.ShouldBe("5号窗口");
    }

    [Theory]
    [InlineData("Entry.Finding.What", "", "Please fill this in.")]
    [InlineData("Entry.Finding.What", "nonsense", "Please fill this in.")]
    [InlineData("Entry.Finding.Description", "  ", "Please fill this in.")]
    [InlineData("Entry.Finding.FoundOn", "", "Please fill this in.")]
    [InlineData("Entry.Finding.FoundOn", "2026-03-03", "has not come yet")]
    [InlineData("Entry.Finding.FoundOn", "yesterday", "could not be read")]
    [InlineData("Entry.Finding.Source", "", "Please choose one")]
    [InlineData("Entry.Plan.DueDate", "2026-02-31", "could not be read")]
    public async Task Bad_input_is_told_at_its_field_and_nothing_typed_is_lost(string field, string value, string message)
    {
        var page = await (await _handler.OpenAsync($"{List}/entries")).SubmitAsync("entry", [.. Typed.Where(typed => typed.Item1 != field), (field, value)]);

        page.ErrorAt(field).ShouldNotBeNull().ShouldContain(message);
        page.Document.QuerySelectorAll(".field-error").Length.ShouldBe(1);
        page.Document.QuerySelector("[name='Entry.Plan.Measures']")!.TextContent.ShouldContain("每日检查");
        page.Document.QuerySelectorAll("[name='Entry.Finding.Styles'][checked]").Length.ShouldBe(2);
        page.ValueOf("Entry.Finding.Place").ShouldBe("3号窗口");
        (await _campaign.ListAsync()).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Texts_beyond_their_length_are_told_at_their_field_measures_included()
    {
        var page = await (await _handler.OpenAsync($"{List}/entries")).SubmitAsync("entry",
            [.. Typed.Where(typed => typed.Item1 is not "Entry.Plan.Measures" and not "Entry.Finding.Description"), ("Entry.Plan.Measures", new string('长', 501)), ("Entry.Finding.Description", new string('长', 1001))]);

        page.ErrorAt("Entry.Plan.Measures").ShouldBe("At most 500 characters.");
        page.ErrorAt("Entry.Finding.Description").ShouldBe("At most 1000 characters.");
    }

    [Fact]
    public async Task A_near_duplicate_is_told_first_and_saved_when_pressed_again()
    {
        await _campaign.DraftAsync("排队机故障三周都无人修复");

        var warned = await (await _handler.OpenAsync($"{List}/entries")).SubmitAsync("entry", Typed);
        warned.Alerts.ShouldContain("排队机故障三周都无人修复");
        (await _campaign.ListAsync()).Entries.Count.ShouldBe(1);

        var saved = await warned.SubmitAsync("entry");
        saved.Location.ShouldBe(List);
        (await _campaign.ListAsync()).Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_post_twice_enters_one_problem()
    {
        var form = await _handler.OpenAsync($"{List}/entries");

        await form.SubmitAsync("entry", Typed);
        await form.SubmitAsync("entry", Typed);

        (await _campaign.ListAsync()).Entries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_elses_change_in_between_is_told_and_ones_own_words_stay()
    {
        var id = await _campaign.DraftAsync();
        var mine = await _handler.OpenAsync($"{List}/entries/{id}");
        await (await _handler.OpenAsync($"{List}/entries/{id}")).SubmitAsync("entry", ("Entry.Finding.Place", "5号窗口"));

        var stale = await mine.SubmitAsync("entry", ("Entry.Finding.Place", "6号窗口"));

        stale.Alerts.ShouldContain("承办甲");
        stale.ValueOf("Entry.Finding.Place").ShouldBe("6号窗口");
        (await _campaign.ListAsync()).Entries.ShouldHaveSingleItem().Place.ShouldBe("5号窗口");
    }

    [Fact]
    public async Task A_symptom_that_may_be_a_clue_is_marked_before_and_explained_after_saving()
    {
        var category = _campaign.Category with { Symptoms = [.. _campaign.Category.Symptoms, new Symptom(Ids.New(), "吃拿卡要", true)] };
        await _campaign.DoAsync(_campaign.Clerk, new SetCategories(_campaign.Id, (await _campaign.ListAsync()).Campaign.Version, [category]));
        var form = await _handler.OpenAsync($"{List}/entries");
        form.Document.QuerySelectorAll("optgroup option").Select(option => option.TextContent).ShouldBe(["自助设备难用", "吃拿卡要 ◆", "none of these"]);

        await form.SubmitAsync("entry", [.. Typed.Where(typed => typed.Item1 != "Entry.Finding.What"), ("Entry.Finding.What", $"{category.Id}:{category.Symptoms[1].Id}")]);

        (await _handler.OpenAsync(List)).Alerts.ShouldContain("breach of discipline");
        var id = (await _campaign.ListAsync()).Entries[0].Id;
        (await _handler.OpenAsync($"{List}/entries/{id}")).Alerts.ShouldContain("breach of discipline");
    }

    [Fact]
    public async Task Saving_can_lead_to_the_next_empty_form()
    {
        var saved = await (await _handler.OpenAsync($"{List}/entries")).SubmitAsync("entry", [.. Typed, ("Entry.Next", "another")]);

        saved.Location.ShouldBe($"{List}/entries");
        (await _handler.OpenAsync(saved.Location!)).Document.QuerySelector("[name='Entry.Finding.Description']")!.TextContent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_is_taken_off_without_a_reason_and_a_numbered_entry_only_with_one()
    {
        var draft = await _campaign.DraftAsync();
        await (await _handler.OpenAsync($"{List}/entries/{draft}")).SubmitAsync("withdraw");
        (await _campaign.ListAsync()).Entries.ShouldBeEmpty();

        var numbered = await _campaign.DraftAsync();
        await _campaign.SendListAsync(1);
        await _campaign.ReturnListAsync("并非本单位问题");
        var refused = await (await _handler.OpenAsync($"{List}/entries/{numbered}")).SubmitAsync("withdraw");
        refused.ErrorAt("Withdrawal.Reason").ShouldBe("Please fill this in.");
        await refused.SubmitAsync("withdraw", ("Withdrawal.Reason", "属市另一局"));
        (await _campaign.ListAsync()).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_the_list_is_sent_the_form_is_closed_but_nothing_typed_meanwhile_is_lost()
    {
        var id = await _campaign.DraftAsync();
        var form = await _handler.OpenAsync($"{List}/entries/{id}");
        await _campaign.SendListAsync(1);

        var refused = await form.SubmitAsync("entry", ("Entry.Finding.Place", "6号窗口"));

        refused.ValueOf("Entry.Finding.Place").ShouldBe("6号窗口");
        refused.Alerts.ShouldNotBeEmpty();
        (await _handler.OpenAsync($"{List}/entries/{id}")).Location.ShouldBe($"/problems/{id}");
        (await _handler.OpenAsync($"{List}/entries")).Location.ShouldBe(List);
    }
}
