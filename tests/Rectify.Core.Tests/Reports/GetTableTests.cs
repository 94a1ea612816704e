using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

public sealed class GetTableTests
{
    [Fact]
    public async Task A_unit_gets_its_own_problems_only()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RegisteredAsync();
        await campaign.ClosedAsync();

        foreach (var kind in TableForm.OfProblems)
        {
            var own = await campaign.As(campaign.Handler).Do(new GetTable(campaign.Id, kind, LedgerFilter.None));
            var other = await campaign.As(campaign.OtherHandler).Do(new GetTable(campaign.Id, kind, new LedgerFilter(UnitId: campaign.Unit.Id)));
            (own.UnitName, (await NumbersAsync(own)).Count > 0).ShouldBe(("市某某局", true));
            (other.UnitName, (await NumbersAsync(other)).Count).ShouldBe(("市另一局", 0));
        }

        (await campaign.As(campaign.DisciplineOfficer).Send(new GetTable(campaign.Id, TableKind.Ledger, LedgerFilter.None))).ShouldBeNotAllowed();
        foreach (var kind in new[] { (TableKind)9, TableKind.Progress })
        {
            (await campaign.As(campaign.Clerk).Send(new GetTable(campaign.Id, kind, LedgerFilter.None))).ShouldBeInvalid(nameof(GetTable.Kind), "UnknownChoice");
        }
    }

    [Fact]
    public async Task A_table_longer_than_one_reading_tells_every_problem_in_order_and_all_as_of_one_moment()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        List<Guid> ids = [];
        for (var count = 0; count < 600; count++)
        {
            ids.Add(await campaign.RegisteredAsync());
        }

        var table = await campaign.As(campaign.Clerk).Do(new GetTable(campaign.Id, TableKind.Ledger, LedgerFilter.None));
        List<TableRow> rows = [];
        await foreach (var row in table.Rows)
        {
            rows.Add(row);
            if (rows.Count == 1)
            {
                await campaign.As(campaign.OfficeLeader).Do(new VoidProblem(ids[^1], await campaign.VersionAsync(ids[^1]), "不属实"));
            }
        }

        rows.Select(row => row.Number).ShouldBe(Enumerable.Range(1, 600));
        rows[^1].State.ShouldBe(ProblemState.Registered);
        (await campaign.ProblemAsync(ids[^1])).State.ShouldBe(ProblemState.Void);
    }

    [Fact]
    public async Task The_responsibility_list_goes_unit_by_unit_and_names_who_helps()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        campaign.Assisting = [campaign.OtherUnit.Id];
        await campaign.RegisteredAsync();
        campaign.Assisting = [];
        await campaign.As(campaign.Clerk).Do(new RegisterProblem(campaign.Id, Ids.New(), campaign.OtherUnit.Id, campaign.Finding("另一局的问题"), []));
        await campaign.RegisteredAsync();

        var rows = await RowsAsync(await campaign.As(campaign.Clerk).Do(new GetTable(campaign.Id, TableKind.ResponsibilityList, LedgerFilter.None)));

        rows.Select(row => (row.UnitName, row.Number)).ShouldBe([("市另一局", 2), ("市某某局", 1), ("市某某局", 3)]);
        rows[1].AssistingUnits.ShouldBe(["市另一局"]);
    }

    [Fact]
    public async Task The_public_table_tells_only_of_what_was_verified()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.RegisteredAsync();
        await campaign.AppliedAsync();
        await campaign.RecheckedAsync();
        await campaign.ClosedAsync();

        var rows = await RowsAsync(await campaign.As(campaign.Clerk).Do(new GetTable(campaign.Id, TableKind.PublicTable, LedgerFilter.None)));

        rows.Select(row => row.State).ShouldBe([ProblemState.Rechecked, ProblemState.Closed]);
    }

    [Fact]
    public async Task The_table_made_after_a_start_is_made_of_a_row_as_soon_as_there_is_one()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var first = (FirstTable)campaign.Rectify.Services.GetService(typeof(FirstTable))!;

        (await first.MakeAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
        await campaign.RegisteredAsync();

        (await first.MakeAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    private static async Task<List<int>> NumbersAsync(Table table) => [.. (await RowsAsync(table)).Select(row => row.Number)];

    private static async Task<List<TableRow>> RowsAsync(Table table)
    {
        List<TableRow> rows = [];
        await foreach (var row in table.Rows)
        {
            rows.Add(row);
        }

        return rows;
    }
}
