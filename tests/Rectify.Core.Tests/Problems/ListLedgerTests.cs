using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

public sealed class ListLedgerTests
{
    [Fact]
    public async Task The_ledger_holds_what_is_registered_and_no_drafts()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var registered = await campaign.RegisteredAsync();
        var closed = await campaign.ClosedAsync();
        var draft = Ids.New();
        await campaign.As(campaign.Handler).Do(new SaveProblemEntry(campaign.Id, draft, 0, campaign.Finding(), RunningCampaign.Plan(), []));
        await campaign.As(campaign.Handler).Do(new WithdrawProblemEntry(draft, 1, ""));

        var ledger = await campaign.As(campaign.Clerk).Do(new ListLedger(campaign.Id, LedgerFilter.None));

        ledger.Items.Select(row => row.Id).ShouldBe([registered, closed]);
        ledger.Total.ShouldBe(2);
        var row = ledger.Items[1];
        (row.Number, row.UnitName, row.CategoryName, row.State, row.ClosedOn).ShouldBe((2, "市某某局", "服务优化不到位", ProblemState.Closed, campaign.Today));
    }

    [Fact]
    public async Task A_unit_sees_its_own_problems_and_those_it_assists_with()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var own = await campaign.RegisteredAsync();
        var assisted = Ids.New();
        await campaign.As(campaign.Clerk).Do(new RegisterProblem(campaign.Id, assisted, campaign.Unit.Id, campaign.Finding(), [campaign.OtherUnit.Id]));

        (await IdsAsync(campaign, campaign.Handler, LedgerFilter.None)).ShouldBe([own, assisted]);
        (await IdsAsync(campaign, campaign.OtherHandler, LedgerFilter.None)).ShouldBe([assisted]);
        (await IdsAsync(campaign, campaign.OtherHandler, new LedgerFilter(UnitId: campaign.Unit.Id))).ShouldBe([assisted]);
        (await IdsAsync(campaign, campaign.Official, LedgerFilter.None)).ShouldBe([own, assisted]);
        (await campaign.As(campaign.DisciplineOfficer).Send(new ListLedger(campaign.Id, LedgerFilter.None))).ShouldBeNotAllowed();
        (await campaign.As(campaign.Administrator).Send(new ListLedger(campaign.Id, LedgerFilter.None))).ShouldBeNotAllowed();
    }

    [Fact]
    public async Task A_unit_outside_the_campaign_does_not_learn_that_there_is_a_ledger()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var outsider = await campaign.Rectify.AddPersonAsync("局外人", Role.UnitHandler, await campaign.Rectify.AddUnitAsync("市第三局"));

        (await campaign.As(outsider).Send(new ListLedger(campaign.Id, LedgerFilter.None))).ShouldBeNotFound();
        (await campaign.As(campaign.Clerk).Send(new ListLedger(Ids.New(), LedgerFilter.None))).ShouldBeNotFound();
    }

    [Fact]
    public async Task Each_filter_keeps_what_it_names()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var day = campaign.Today;
        var serious = await campaign.RegisteredAsync(Severity.Serious, ProblemKind.Immediate, "窗口收费未公示");
        campaign.Time.AdvanceDays(1);
        var working = await campaign.RectifyingAsync(dueInDays: 2);
        var closed = await campaign.ClosedAsync(dueInDays: 40);
        campaign.Time.AdvanceDays(7);

        await ShouldFindAsync(new LedgerFilter(UnitId: campaign.Unit.Id), serious, working, closed);
        await ShouldFindAsync(new LedgerFilter(UnitId: campaign.OtherUnit.Id));
        await ShouldFindAsync(new LedgerFilter(CategoryId: campaign.Category.Id), serious, working, closed);
        await ShouldFindAsync(new LedgerFilter(CategoryId: Ids.New()));
        await ShouldFindAsync(new LedgerFilter(Phase: PhaseKind.Concentrated), serious, working, closed);
        await ShouldFindAsync(new LedgerFilter(Phase: PhaseKind.SelfInspection));
        await ShouldFindAsync(new LedgerFilter(State: ProblemState.Closed), closed);
        await ShouldFindAsync(new LedgerFilter(Stage: Stage.NotStarted), serious);
        await ShouldFindAsync(new LedgerFilter(Overdue: true), working);
        await ShouldFindAsync(new LedgerFilter(Warning: WarningColour.Red), working);
        await ShouldFindAsync(new LedgerFilter(Warning: WarningColour.Green), serious, closed);
        await ShouldFindAsync(new LedgerFilter(Kind: ProblemKind.Immediate), serious);
        await ShouldFindAsync(new LedgerFilter(Severity: Severity.Serious), serious);
        await ShouldFindAsync(new LedgerFilter(Source: ProblemSource.Hotline));
        await ShouldFindAsync(new LedgerFilter(Text: "收费"), serious);
        await ShouldFindAsync(new LedgerFilter(Text: "3号窗"), serious, working, closed);
        await ShouldFindAsync(new LedgerFilter(Text: " 2 "), working);
        await ShouldFindAsync(new LedgerFilter(Text: "没有这样的话"));
        await ShouldFindAsync(new LedgerFilter(Person: "业务科"), working, closed);
        await ShouldFindAsync(new LedgerFilter(Person: "副局"), working, closed);
        await ShouldFindAsync(new LedgerFilter(Person: "核查一"), closed);
        await ShouldFindAsync(new LedgerFilter(FoundFrom: day.AddDays(1)), working, closed);
        await ShouldFindAsync(new LedgerFilter(FoundTo: day), serious);
        await ShouldFindAsync(new LedgerFilter(DueFrom: day.AddDays(4)), closed);
        await ShouldFindAsync(new LedgerFilter(DueTo: day.AddDays(3)), working);
        await ShouldFindAsync(new LedgerFilter(ClosedFrom: day.AddDays(1), ClosedTo: day.AddDays(1)), closed);
        await ShouldFindAsync(new LedgerFilter(ClosedFrom: day.AddDays(2)));
        await ShouldFindAsync(new LedgerFilter(State: ProblemState.Closed, Kind: ProblemKind.Immediate));

        async Task ShouldFindAsync(LedgerFilter filter, params Guid[] expected) => (await IdsAsync(campaign, campaign.Clerk, filter)).ShouldBe(expected, filter.ToString());
    }

    [Fact]
    public async Task A_page_holds_its_share_and_every_order_is_total()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await campaign.RegisteredAsync();
        }

        await campaign.AssignedAsync(dueInDays: 9);
        await campaign.AssignedAsync(dueInDays: 4);

        var last = await campaign.As(campaign.Clerk).Do(new ListLedger(campaign.Id, LedgerFilter.None, Page: 9, Size: 3));
        (last.Number, last.Count, last.Total).ShouldBe((3, 3, 7));
        last.Items.Select(row => row.Number).ShouldBe([7]);

        foreach (var order in Enum.GetValues<LedgerOrder>())
        {
            foreach (var descending in new[] { false, true })
            {
                var seen = new List<int>();
                for (var page = 1; page <= 3; page++)
                {
                    seen.AddRange((await campaign.As(campaign.Clerk).Do(new ListLedger(campaign.Id, LedgerFilter.None, order, descending, page, 3))).Items.Select(row => row.Number));
                }

                seen.ShouldBe([1, 2, 3, 4, 5, 6, 7], ignoreOrder: true, $"{order} {descending}");
            }
        }

        (await campaign.As(campaign.Clerk).Do(new ListLedger(campaign.Id, LedgerFilter.None, LedgerOrder.Due))).Items.Select(row => row.Number).ShouldBe([7, 6, 1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task A_wrong_filter_is_refused_at_its_field()
    {
        await using var campaign = await RunningCampaign.StartAsync();

        var result = await campaign.As(campaign.Clerk).Send(new ListLedger(campaign.Id, new LedgerFilter(Text: new string('长', 101))));

        result.ShouldBeInvalid("Filter.Text", "TooLong");
        (await campaign.As(campaign.Clerk).Send(new ListLedger(campaign.Id, LedgerFilter.None, Size: 1000))).ShouldBeInvalid("Size", "OutOfRange");
    }

    private static async Task<IEnumerable<Guid>> IdsAsync(RunningCampaign campaign, Person person, LedgerFilter filter) =>
        (await campaign.As(person).Do(new ListLedger(campaign.Id, filter))).Items.Select(row => row.Id);
}
