using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Reports;

public sealed class TableLayoutTests
{
    private static readonly TableColumn[] Chosen = [TableColumn.State, TableColumn.Number, TableColumn.Description];

    [Fact]
    public async Task A_units_layout_holds_for_all_its_people_and_for_nobody_else()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = Ids.New();
        await campaign.As(campaign.Handler).Do(new SetTableLayout(id, TableKind.Ledger, 0, " 我局××台账 ", Chosen));

        var own = await campaign.As(campaign.Leader).Do(new GetTable(campaign.Id, TableKind.Ledger, LedgerFilter.None));
        var other = await campaign.As(campaign.OtherHandler).Do(new GetTable(campaign.Id, TableKind.Ledger, LedgerFilter.None));
        var office = await campaign.As(campaign.Clerk).Do(new GetTable(campaign.Id, TableKind.Ledger, new LedgerFilter(UnitId: campaign.Unit.Id)));
        var otherTable = await campaign.As(campaign.Leader).Do(new GetTable(campaign.Id, TableKind.TaskList, LedgerFilter.None));

        own.Title.ShouldBe("我局××台账");
        own.Columns.ShouldBe(Chosen);
        foreach (var table in new[] { other, office, otherTable })
        {
            table.Title.ShouldBeEmpty();
            table.Columns.ShouldBe(TableForm.Of(table.Kind).Columns);
        }

        await campaign.Rectify.ShouldEqualItsFoldAsync<ChosenLayout>(id);
        (await campaign.Rectify.EntriesOfAsync(id)).ShouldHaveSingleItem().ActorName.ShouldBe(campaign.Handler.Name);
    }

    [Fact]
    public async Task A_form_has_a_title_to_choose_and_no_columns()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var handler = campaign.As(campaign.Handler);
        (await handler.Send(new SetTableLayout(Ids.New(), TableKind.CloseOutForm, 0, "", [TableColumn.Number]))).ShouldBeInvalid("Columns", "UnknownChoice");

        await handler.Do(new SetTableLayout(Ids.New(), TableKind.CloseOutForm, 0, "××销号表", []));

        (await handler.Do(new GetTableLayout(TableKind.CloseOutForm))).ShouldSatisfyAllConditions(
            layout => layout.Title.ShouldBe("××销号表"), layout => layout.Columns.ShouldBeEmpty(), layout => layout.IsOwn.ShouldBeTrue());
    }

    [Fact]
    public async Task A_layout_can_be_changed_and_taken_back_at_the_version_that_was_seen()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (clerk, id) = (campaign.As(campaign.Clerk), Ids.New());
        await clerk.Do(new SetTableLayout(id, TableKind.TaskList, 0, "", Chosen));
        await clerk.Do(new SetTableLayout(id, TableKind.TaskList, 0, "", Chosen));
        (await clerk.Do(new GetTableLayout(TableKind.TaskList))).ShouldSatisfyAllConditions(
            view => (view.Id, view.Version, view.IsOwn, view.MayArrange).ShouldBe((id, 1, true, true)), view => view.Columns.ShouldBe(Chosen));

        (await clerk.Send(new SetTableLayout(id, TableKind.TaskList, 0, "另一标题", Chosen))).ShouldBeStale();
        await clerk.Do(new SetTableLayout(id, TableKind.TaskList, 1, "另一标题", [TableColumn.Number]));
        (await clerk.Send(new ResetTableLayout(TableKind.TaskList, 1))).ShouldBeStale();
        await clerk.Do(new ResetTableLayout(TableKind.TaskList, 2));
        await clerk.Do(new ResetTableLayout(TableKind.TaskList, 2));

        var view = await clerk.Do(new GetTableLayout(TableKind.TaskList));
        (view.Version, view.IsOwn, view.Title).ShouldBe((3, false, ""));
        view.Columns.ShouldBe(TableForm.Of(TableKind.TaskList).Columns);
        await campaign.Rectify.ShouldEqualItsFoldAsync<ChosenLayout>(id);
    }

    [Fact]
    public async Task A_layout_needs_a_column_and_takes_none_twice_nor_one_the_table_may_not_show()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var clerk = campaign.As(campaign.Clerk);

        (await clerk.Send(new SetTableLayout(Ids.New(), TableKind.Ledger, 0, "", []))).ShouldBeInvalid("Columns", "NoColumn");
        (await clerk.Send(new SetTableLayout(Ids.New(), TableKind.Ledger, 0, "", [TableColumn.Number, TableColumn.Number]))).ShouldBeInvalid("Columns", "UnknownChoice");
        (await clerk.Send(new SetTableLayout(Ids.New(), TableKind.PublicTable, 0, "", [TableColumn.Person]))).ShouldBeInvalid("Columns", "UnknownChoice");
        (await clerk.Send(new SetTableLayout(Ids.New(), TableKind.Progress, 0, "", [TableColumn.Person]))).ShouldBeInvalid("Columns", "UnknownChoice");
        (await clerk.Send(new SetTableLayout(Ids.New(), TableKind.Ledger, 0, "", [TableColumn.OnTimeRate]))).ShouldBeInvalid("Columns", "UnknownChoice");
        (await clerk.Send(new SetTableLayout(Ids.New(), TableKind.Ledger, 0, new string('字', 101), Chosen))).ShouldBeInvalid("Title", "TooLong");
        (await campaign.As(campaign.Official).Send(new SetTableLayout(Ids.New(), TableKind.Ledger, 0, "", Chosen))).ShouldBeNotAllowed();
    }
}
