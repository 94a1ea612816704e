using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

public sealed class ImportProblemEntriesTests : IAsyncLifetime
{
    private RunningCampaign _campaign = null!;

    public async ValueTask InitializeAsync() => _campaign = await RunningCampaign.StartAsync();

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    [Fact]
    public async Task Every_row_becomes_a_draft_on_the_open_list()
    {
        var rows = Rows("排队机故障", "窗口空岗");

        (await ImportAsync(rows)).ShouldSucceed().ShouldBe(2);

        var list = (await _campaign.As(_campaign.Handler).Do(new GetUnitList(_campaign.Id, null, null))).ShouldNotBeNull();
        list.Entries.Select(entry => (entry.Id, entry.Description, entry.State)).ShouldBe(
            rows.OrderBy(row => row.ProblemId).Select(row => (row.ProblemId, row.Finding.Description, ProblemState.Draft)));
        await _campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(rows[0].ProblemId);
    }

    [Fact]
    public async Task One_bad_row_keeps_all_out_and_is_told_by_its_index()
    {
        var rows = Rows("排队机故障", "窗口空岗");
        rows[1] = rows[1] with { Finding = rows[1].Finding with { FoundOn = _campaign.Today.AddDays(1) } };

        (await ImportAsync(rows)).ShouldBeInvalid("Rows[1].Finding.FoundOn", "FoundInTheFuture");

        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Shape_and_strange_ids_are_checked_for_each_row()
    {
        var rows = Rows("排队机故障", "", "窗口空岗");
        rows[0] = rows[0] with { Finding = rows[0].Finding with { CategoryId = Ids.New() } };
        rows[2] = rows[2] with { AssistingUnits = [Ids.New()] };

        (await ImportAsync(rows)).ShouldBeInvalid("Rows[1].Finding.Description", "Required");
        (await ImportAsync([rows[0], rows[2]])).ShouldBeInvalid("Rows[0].Finding.CategoryId", "UnknownCategory");
        (await ImportAsync([rows[0], rows[2]])).ShouldBeInvalid("Rows[1].AssistingUnits", "UnknownUnit");
    }

    [Fact]
    public async Task The_same_rows_a_second_time_are_recognised_and_change_nothing()
    {
        (await ImportAsync(Rows("排队机故障", "窗口空岗"))).ShouldSucceed();

        var again = await ImportAsync(Rows("排队机故障", "窗口空岗", "指南过时"));

        again.Failure.ShouldBeOfType<Invalid>().Errors.Select(error => (error.Field, error.Code))
            .ShouldBe([("Rows[0].Finding.Description", "AlreadyOnList"), ("Rows[1].Finding.Description", "AlreadyOnList")]);
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Two_rows_that_say_the_same_are_refused_at_the_second() =>
        (await ImportAsync(Rows("排队机故障", "排队机故障"))).ShouldBeInvalid("Rows[1].Finding.Description", "SameAsRow");

    [Fact]
    public async Task A_withdrawn_entry_may_be_imported_again()
    {
        var rows = Rows("排队机故障");
        await ImportAsync(rows);
        await _campaign.As(_campaign.Handler).Do(new WithdrawProblemEntry(rows[0].ProblemId, 1, ""));

        (await ImportAsync(Rows("排队机故障"))).ShouldSucceed();
    }

    [Fact]
    public async Task Nothing_is_imported_into_a_list_the_office_has_before_it()
    {
        await ImportAsync(Rows("排队机故障"));
        await _campaign.As(_campaign.Leader).Do(new SubmitProblemList(_campaign.Id, false, 1, ""));

        (await ImportAsync(Rows("窗口空岗"))).ShouldBeRefused(Rule.ListNotOpenForEntry);
        (await _campaign.As(_campaign.Clerk).Send(new ImportProblemEntries(_campaign.Id, Rows("窗口空岗")))).ShouldBeNotAllowed();
    }

    [Fact]
    public async Task Nothing_at_all_or_more_than_one_import_takes_is_refused()
    {
        (await ImportAsync([])).ShouldBeInvalid("Rows", "Required");
        (await ImportAsync(Rows([.. Enumerable.Range(0, ImportedEntry.MostAtOnce + 1).Select(n => $"问题{n}")]))).ShouldBeInvalid("Rows", "TooManyRows");
    }

    private ImportedEntry[] Rows(params string[] descriptions) =>
        [.. descriptions.Index().Select(entry => new ImportedEntry(entry.Index + 4, Ids.New(), _campaign.Finding(entry.Item), RunningCampaign.Plan(), [_campaign.OtherUnit.Id]))];

    private Task<Result<int>> ImportAsync(IReadOnlyList<ImportedEntry> rows) => _campaign.As(_campaign.Handler).Send(new ImportProblemEntries(_campaign.Id, rows));

    private async Task<int> CountAsync()
    {
        await using var db = _campaign.Rectify.Database.CreateDbContext();
        return await db.Set<Problem>().CountAsync();
    }
}
