using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Problems;

/// <summary>The list from its first entry to its acceptance, as its unit and the office see it.</summary>
public sealed class ListPageTests : IAsyncLifetime
{
    private ListSite _campaign = null!;

    public async ValueTask InitializeAsync() => _campaign = await ListSite.StartAsync();

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    private string List => $"/campaigns/{_campaign.Id}/list";

    private string Returns => $"/campaigns/{_campaign.Id}/returns";

    [Fact]
    public async Task A_handler_fills_the_list_and_the_leader_signs_and_sends_it()
    {
        await _campaign.DraftAsync();
        var handler = await (await _campaign.SignInAsync(_campaign.Handler)).OpenAsync(List);
        handler.Document.QuerySelector("input[value='send']").ShouldBeNull("only the leader signs");

        var leader = await _campaign.SignInAsync(_campaign.Leader);
        (await (await leader.OpenAsync(List)).SubmitAsync("send", ("Sending.Statement", "逐窗自查"))).Location.ShouldBe(List);

        var sent = await leader.OpenAsync(List);
        sent.Alerts.ShouldContain("Signed by 领导甲");
        sent.Alerts.ShouldContain("逐窗自查");
        sent.Document.QuerySelector("a[href$='/list/entries']").ShouldBeNull("nothing is added while the office has it");
    }

    [Fact]
    public async Task An_entry_added_meanwhile_stops_the_signature_and_is_shown()
    {
        await _campaign.DraftAsync();
        var seen = await (await _campaign.SignInAsync(_campaign.Leader)).OpenAsync(List);
        await _campaign.DraftAsync("窗口空岗半小时");

        var refused = await seen.SubmitAsync("send");
        refused.Alerts.ShouldNotBeEmpty();
        refused.Html.ShouldContain("窗口空岗半小时");

        (await refused.SubmitAsync("send")).Location.ShouldBe(List);
        (await _campaign.ListAsync()).List!.State.ShouldBe(ProblemListState.Submitted);
    }

    [Fact]
    public async Task A_long_list_is_shown_page_by_page_and_sent_whole()
    {
        const int entries = Page<ListEntry>.UsualSize + 3;
        for (var number = 1; number <= entries; number++)
        {
            await _campaign.DraftAsync($"第{number}台排队机故障");
        }

        var leader = await _campaign.SignInAsync(_campaign.Leader);
        var first = await leader.OpenAsync(List);
        first.Document.QuerySelectorAll(".entry-description").Length.ShouldBe(Page<ListEntry>.UsualSize);
        var second = await leader.OpenAsync(first.Document.QuerySelector("a[rel='next']")!.GetAttribute("href")!);
        second.Document.QuerySelectorAll(".entry-description").Length.ShouldBe(3);

        (await second.SubmitAsync("send")).Location.ShouldBe(List);

        (await _campaign.ListAsync()).Entries.ShouldAllBe(entry => entry.State == ProblemState.Registered);
        var office = await (await _campaign.SignInAsync(_campaign.Clerk)).OpenAsync($"/campaigns/{_campaign.Id}/lists/{_campaign.Unit.Id}?page=2");
        office.Document.QuerySelectorAll(".entry-description").Length.ShouldBe(3);
        office.Html.ShouldContain($"{entries} ");
    }

    [Fact]
    public async Task A_nil_return_needs_the_leaders_statement()
    {
        var leader = await _campaign.SignInAsync(_campaign.Leader);

        var refused = await (await leader.OpenAsync(List)).SubmitAsync("send");
        refused.ErrorAt("Sending.Statement").ShouldBe("Please fill this in.");
        (await refused.SubmitAsync("send", ("Sending.Statement", "逐窗自查，未发现问题"))).Location.ShouldBe(List);

        (await _campaign.ListAsync()).List.ShouldNotBeNull().IsNil.ShouldBeTrue();
        (await leader.OpenAsync(List)).Alerts.ShouldContain("Nil return signed by 领导甲");
    }

    [Fact]
    public async Task The_office_sends_a_list_back_only_with_a_reason_and_the_unit_reads_it_on_top()
    {
        await _campaign.DraftAsync();
        await _campaign.SendListAsync(1);
        var clerk = await _campaign.SignInAsync(_campaign.Clerk);
        var review = await clerk.OpenAsync($"/campaigns/{_campaign.Id}/lists/{_campaign.Unit.Id}");
        review.Html.ShouldContain("联系维保单位修复");

        var refused = await review.SubmitAsync("review", ("Review.Decision", "return"));
        refused.ErrorAt("Review.Reason").ShouldBe("Please fill this in.");
        (await refused.SubmitAsync("review", ("Review.Decision", "return"), ("Review.Reason", "请补充整改时限"))).Location.ShouldBe(Returns);

        (await clerk.OpenAsync(Returns)).Alerts.ShouldContain("市某某局");
        var unit = await (await _campaign.SignInAsync(_campaign.Handler)).OpenAsync(List);
        unit.Alerts.ShouldContain("请补充整改时限");
        unit.Document.QuerySelector("a[href$='/list/entries']").ShouldNotBeNull();
    }

    [Fact]
    public async Task After_acceptance_a_further_problem_begins_a_supplement()
    {
        await _campaign.DraftAsync();
        await _campaign.SendListAsync(1);
        var clerk = await _campaign.SignInAsync(_campaign.Clerk);
        var review = await clerk.OpenAsync($"/campaigns/{_campaign.Id}/lists/{_campaign.Unit.Id}/1");
        (await review.SubmitAsync("review", ("Review.Decision", "accept"))).Location.ShouldBe(Returns);

        var handler = await _campaign.SignInAsync(_campaign.Handler);
        (await handler.OpenAsync(List)).Alerts.ShouldContain("supplement");
        (await handler.OpenAsync($"{List}/entries")).Heading.ShouldBe("Add a problem");
        await _campaign.DraftAsync("窗口空岗半小时");

        var supplement = await handler.OpenAsync(List);
        supplement.Heading.ShouldContain("supplement");
        supplement.Document.QuerySelectorAll(".tabs[aria-label='Lists'] a").Select(tab => tab.TextContent.Trim()).ShouldBe(["List", "Supplement 1"]);
        (await handler.OpenAsync($"{List}?ordinal=1")).Html.ShouldContain("自助终端两台停用半年");
    }

    [Fact]
    public async Task Returns_show_silence_and_lateness_and_can_be_sorted_by_what_is_to_do()
    {
        await _campaign.DraftAsync();
        await _campaign.SendListAsync(1);
        var official = await _campaign.SignInAsync(_campaign.Official);

        var all = await official.OpenAsync(Returns);
        all.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        all.Document.QuerySelectorAll(".tile").Select(tile => tile.QuerySelector(".tile-figure")!.TextContent).ShouldBe(["1", "0", "0", "1", "2"]);
        var missing = await official.OpenAsync($"{Returns}?show=missing");
        missing.Document.QuerySelectorAll("tbody tr th").Select(cell => cell.TextContent.Trim()).ShouldBe(["市另一局"]);
        (await official.OpenAsync($"/campaigns/{_campaign.Id}/lists/{_campaign.Unit.Id}/1")).Document.QuerySelector("input[value='review']").ShouldBeNull("officials only read");
    }

    [Fact]
    public async Task The_print_view_has_every_column_unit_date_and_signatures()
    {
        await _campaign.DraftAsync();

        var print = await (await _campaign.SignInAsync(_campaign.Handler, "zh-CN")).OpenAsync($"/campaigns/{_campaign.Id}/lists/{_campaign.Unit.Id}/1/print");

        print.Document.QuerySelectorAll("thead th").Select(heading => heading.TextContent).ShouldContain("整改措施");
        print.Html.ShouldContain("填报单位：市某某局");
        print.Html.ShouldContain("1. 联系维保单位修复");
        print.Html.ShouldContain("单位负责人");
    }
}
