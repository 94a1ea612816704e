using System.Text;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Imports;
using Rectify.Core.Problems;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Reports.Workbooks;

namespace Rectify.Core.Tests.Imports;

/// <summary>An import from its file to its undoing.</summary>
public sealed class ImportBatchTests : IAsyncLifetime
{
    private const string Headings = "编号,问题描述,窗口/场所,发现日期,问题来源,问题类别,严重程度,整改类型,整改目标,整改时限";

    private RunningCampaign _campaign = null!;

    public async ValueTask InitializeAsync() => _campaign = await RunningCampaign.StartAsync();

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    [Fact]
    public async Task Every_row_becomes_a_draft_that_knows_its_row_and_the_batch_equals_its_fold()
    {
        var batch = await StartAsync(Line("排队机故障"), Line("窗口空岗"));

        (await _campaign.ConfirmAsync(batch)).ShouldSucceed().ShouldBe(new ImportCounts(2, 0, 0));

        var list = await ListAsync();
        list.Entries.Select(entry => (entry.Description, entry.State)).ShouldBe([("排队机故障", ProblemState.Draft), ("窗口空岗", ProblemState.Draft)], ignoreOrder: true);
        var problem = await _campaign.ProblemAsync(list.Entries.Single(entry => entry.Description == "排队机故障").Id);
        (problem.ImportBatchId, problem.ImportRow).ShouldBe((batch, 2));
        await _campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(problem.Id);
        await _campaign.Rectify.ShouldEqualItsFoldAsync<ImportBatch>(batch);
    }

    [Fact]
    public async Task Nothing_is_entered_while_a_cell_is_wrong()
    {
        var batch = await StartAsync(Line("排队机故障"), Line("窗口空岗", found: "2026-03-03"));

        (await _campaign.LookAsync(batch)).Decision!.Rows.Select(row => row.Outcome).ShouldBe([ImportOutcome.Added, ImportOutcome.Wrong]);
        (await _campaign.ConfirmAsync(batch)).ShouldBeRefused(Rule.ImportHasErrors);

        (await ListAsync()).Entries.ShouldBeEmpty();
        (await _campaign.Rectify.FindAsync<ImportBatch>(batch)).State.ShouldBe(ImportState.Read);
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing_and_is_known()
    {
        string[] lines = [Line("排队机故障"), Line("窗口空岗")];
        var first = await StartAsync(lines);
        await _campaign.ConfirmAsync(first);
        var second = await StartAsync(lines);

        var view = await _campaign.LookAsync(second);

        view.SameFile!.Id.ShouldBe(first);
        view.Decision!.Counts.ShouldBe(new ImportCounts(0, 0, 2));
        (await _campaign.ConfirmAsync(second)).ShouldBeRefused(Rule.ImportAddsNothing);
        (await ListAsync()).Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_row_that_says_something_else_of_an_entry_changes_only_what_the_file_has()
    {
        var id = Ids.New();
        await _campaign.As(_campaign.Handler).Do(new SaveProblemEntry(_campaign.Id, id, 0, _campaign.Finding("排队机故障"), RunningCampaign.Plan(), [_campaign.OtherUnit.Id]));
        var batch = await StartAsync(Line("排队机 故障", place: "３号窗口", goal: "当日修复", due: "2026-05-01"));

        var view = await _campaign.LookAsync(batch);
        var row = view.Decision!.Rows.ShouldHaveSingleItem();
        (row.Outcome, row.ProblemId).ShouldBe((ImportOutcome.Changed, id));
        view.Changes[row.Entry.Row].Single(change => change.Column == ProblemColumn.Goal).ShouldBe(new ChangedCell(ProblemColumn.Goal, RunningCampaign.Plan().Goal, "当日修复"));
        view.Changes[row.Entry.Row].Single(change => change.Column == ProblemColumn.DueDate).ShouldBe(new ChangedCell(ProblemColumn.DueDate, null, new DateOnly(2026, 5, 1)));
        row.Changes.ShouldBe([ProblemColumn.FoundOn, ProblemColumn.Place, ProblemColumn.Description, ProblemColumn.Goal, ProblemColumn.DueDate], ignoreOrder: true);
        (await _campaign.ConfirmAsync(batch)).ShouldSucceed().ShouldBe(new ImportCounts(0, 1, 0));

        var changed = await _campaign.ProblemAsync(id);
        (changed.Goal, changed.ProposedDueDate, changed.ResponsibleLeader, changed.Measures.Count, changed.AssistingUnits.Count).ShouldBe(("当日修复", new DateOnly(2026, 5, 1), "副局长", 2, 1));
    }

    [Fact]
    public async Task An_entry_of_a_returned_list_is_found_by_its_number_whatever_its_text()
    {
        await ConfirmedAsync(Line("排队机故障"));
        await _campaign.As(_campaign.Leader).Do(new SubmitProblemList(_campaign.Id, false, 1, ""));
        var again = await _campaign.As(_campaign.Handler).Send(new StartImport(_campaign.Id, Ids.New(), "a.csv", File(Line("窗口空岗"))));
        again.ShouldBeRefused(Rule.ListNotOpenForEntry);
        var list = (await ListAsync()).List!;
        await _campaign.As(_campaign.Clerk).Do(new ReviewProblemList(list.Id, list.Version, false, "请写清台数"));
        var number = (await ListAsync()).Entries[0].Number;

        var row = (await _campaign.LookAsync(await StartAsync(Line("排队机两台故障", number: $"{number}")))).Decision!.Rows.ShouldHaveSingleItem();

        (row.Outcome, row.Changes.ShouldHaveSingleItem()).ShouldBe((ImportOutcome.Changed, ProblemColumn.Description));
    }

    [Fact]
    public async Task What_the_office_has_before_it_is_skipped_and_not_changed()
    {
        await ConfirmedAsync(Line("排队机故障"));
        await _campaign.As(_campaign.Leader).Do(new SubmitProblemList(_campaign.Id, false, 1, ""));
        var list = (await ListAsync()).List!;
        await _campaign.As(_campaign.Clerk).Do(new ReviewProblemList(list.Id, list.Version, true, ""));

        var view = await _campaign.LookAsync(await StartAsync(Line("排队机故障", goal: "另一个目标"), Line("窗口空岗")));

        view.Decision!.Rows.Select(row => row.Outcome).ShouldBe([ImportOutcome.Skipped, ImportOutcome.Added]);
    }

    [Fact]
    public async Task Undoing_withdraws_exactly_what_was_added_and_puts_back_what_was_changed()
    {
        var (kept, touched) = (Ids.New(), Ids.New());
        await _campaign.As(_campaign.Handler).Do(new SaveProblemEntry(_campaign.Id, kept, 0, _campaign.Finding("窗口空岗"), RectificationPlan.Empty, []));
        await _campaign.As(_campaign.Handler).Do(new SaveProblemEntry(_campaign.Id, touched, 0, _campaign.Finding("排队机故障") with { Place = "" }, RunningCampaign.Plan(), [_campaign.OtherUnit.Id]));
        var before = await _campaign.ProblemAsync(touched);
        var batch = await ConfirmedAsync(Line("排队机故障", goal: "当日修复"), Line("指南过时"));

        (await _campaign.UndoAsync(batch)).ShouldSucceed();

        (await ListAsync()).Entries.Select(entry => entry.Id).ShouldBe([kept, touched], ignoreOrder: true);
        var after = await _campaign.ProblemAsync(touched);
        (after.Finding, after.Goal, after.ProposedDueDate, after.Version).ShouldBe((before.Finding, before.Goal, before.ProposedDueDate, before.Version + 2));
        (await _campaign.Rectify.FindAsync<ImportBatch>(batch)).State.ShouldBe(ImportState.Undone);
        await _campaign.Rectify.ShouldEqualItsFoldAsync<ImportBatch>(batch);
        (await _campaign.UndoAsync(batch)).ShouldBeRefused(Rule.WrongState);
    }

    [Fact]
    public async Task Undoing_is_refused_with_the_row_once_it_was_edited_or_its_list_sent()
    {
        var batch = await ConfirmedAsync(Line("排队机故障"), Line("指南过时"));
        var entry = (await ListAsync()).Entries.Single(entry => entry.Description == "指南过时");
        await _campaign.As(_campaign.Handler).Do(new SaveProblemEntry(_campaign.Id, entry.Id, entry.Version, _campaign.Finding("指南过时"), RectificationPlan.Empty, []));

        var refused = await _campaign.UndoAsync(batch);
        refused.ShouldBeRefused(Rule.ImportRowMovedOn);
        refused.Failure.ShouldBeOfType<Refused>().Values.ShouldBe([3]);

        await _campaign.As(_campaign.Leader).Do(new SubmitProblemList(_campaign.Id, false, 2, ""));
        (await _campaign.UndoAsync(batch)).Failure.ShouldBeOfType<Refused>().Values.ShouldBe([2]);
        (await ListAsync()).Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Imports_that_build_on_each_other_are_undone_one_after_the_other()
    {
        var first = await ConfirmedAsync(Line("排队机故障"), Line("指南过时"));
        var second = await ConfirmedAsync(Line("排队机故障", goal: "当日修复"));
        var third = await ConfirmedAsync(Line("排队机故障", goal: "两日内修复"));
        (await _campaign.UndoAsync(first)).ShouldBeRefused(Rule.ImportRowMovedOn);
        (await _campaign.UndoAsync(second)).ShouldBeRefused(Rule.ImportRowMovedOn);

        (await _campaign.UndoAsync(third)).ShouldSucceed();
        (await ListAsync()).Entries.Single(entry => entry.Description == "排队机故障").Goal.ShouldBe("当日修复");
        (await _campaign.UndoAsync(second)).ShouldSucceed();
        (await ListAsync()).Entries.Single(entry => entry.Description == "排队机故障").Goal.ShouldBe("");
        (await _campaign.UndoAsync(first)).ShouldSucceed();

        (await ListAsync()).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_withdrawn_since_does_not_keep_the_others_from_being_undone()
    {
        var batch = await ConfirmedAsync(Line("排队机故障"), Line("指南过时"));
        await _campaign.As(_campaign.Handler).Do(new WithdrawProblemEntry((await ListAsync()).Entries[0].Id, 1, ""));

        (await _campaign.UndoAsync(batch)).ShouldSucceed();

        (await ListAsync()).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeated_post_starts_nothing_and_a_dropped_import_is_over()
    {
        var id = Ids.New();
        await _campaign.As(_campaign.Handler).Do(new StartImport(_campaign.Id, id, "a.csv", File(Line("排队机故障"))));
        await _campaign.As(_campaign.Handler).Do(new StartImport(_campaign.Id, id, "a.csv", File(Line("排队机故障"))));

        await _campaign.As(_campaign.Handler).Do(new DropImport(id, 1));

        (await _campaign.ConfirmAsync(id)).ShouldBeRefused(Rule.WrongState);
        (await _campaign.As(_campaign.Handler).Do(new ListImports(_campaign.Id, 1))).Imports.Items.Select(line => line.State).ShouldBe([ImportState.Dropped]);
    }

    [Fact]
    public async Task What_a_unit_explains_is_remembered_for_its_next_file_alone_and_can_be_forgotten()
    {
        var batch = await _campaign.StartImportAsync(Text("情况,查到日,类,轻重,何时\n排队机故障,2026-03-01,大厅管理,小,2026-04-01\n"), "own.csv");
        (await _campaign.LookAsync(batch)).Reading!.NeedsMapping.ShouldBeTrue();
        var mapping = new ColumnMapping(
            1,
            [new("情况", ProblemColumn.Description), new("查到日", ProblemColumn.FoundOn), new("类", ProblemColumn.Category), new("轻重", ProblemColumn.Severity), new("何时", ProblemColumn.DueDate)],
            [new(ProblemColumn.Source, "督查")],
            [new(ProblemColumn.Category, "大厅管理", _campaign.Category.Name), new(ProblemColumn.Severity, "小", nameof(Severity.Ordinary))]);

        await _campaign.As(_campaign.Handler).Do(new MapImport(batch, 1, mapping));

        (await _campaign.LookAsync(batch)).Errors().ShouldBeEmpty();
        var next = await _campaign.LookAsync(Text("情况,查到日,类,轻重,何时\n窗口空岗,2026-03-01,大厅管理,小,2026-04-01\n"), "next.csv");
        next.UsesVocabulary.ShouldBeTrue();
        var finding = next.Decision!.Rows.ShouldHaveSingleItem().Entry.Finding;
        (finding.CategoryId, finding.Severity, finding.Source, finding.Kind).ShouldBe((_campaign.Category.Id, Severity.Ordinary, ProblemSource.Inspection, ProblemKind.TimeLimited));
        var vocabulary = (await _campaign.As(_campaign.Handler).Do(new ListImports(_campaign.Id, 1))).Vocabulary!;
        vocabulary.Mapping.HeadingRow.ShouldBeNull();
        await _campaign.Rectify.ShouldEqualItsFoldAsync<UnitVocabulary>(vocabulary.Id);
        (await _campaign.As(_campaign.OtherHandler).Do(new ListImports(_campaign.Id, 1))).Vocabulary.ShouldBeNull();

        await _campaign.As(_campaign.Handler).Do(new ForgetMapping(vocabulary.Version));

        (await _campaign.LookAsync(Text("情况,查到日,类,轻重,何时\n指南过时,2026-03-01,大厅管理,小,2026-04-01\n"), "third.csv")).Reading!.NeedsMapping.ShouldBeTrue();
        await _campaign.Rectify.ShouldEqualItsFoldAsync<UnitVocabulary>(vocabulary.Id);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_read_entered_and_taken_back_while_others_go_on_writing()
    {
        var batch = await StartAsync([.. Enumerable.Range(1, ImportedEntry.MostAtOnce).Select(n => Line($"排队机第{n}次故障，三周无人修复"))]);
        (await _campaign.LookAsync(batch)).Decision!.Counts.Added.ShouldBe(ImportedEntry.MostAtOnce);

        var confirming = Task.Run(() => _campaign.ConfirmAsync(batch));
        while (!confirming.IsCompleted)
        {
            await _campaign.RegisteredAsync();
        }

        (await confirming).ShouldSucceed().Added.ShouldBe(ImportedEntry.MostAtOnce);
        (await ListAsync()).Entries.Count.ShouldBe(ImportedEntry.MostAtOnce);
        (await _campaign.UndoAsync(batch)).ShouldSucceed();
        (await ListAsync()).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_row_more_than_an_import_takes_is_told_at_that_row()
    {
        var view = await _campaign.LookAsync(await StartAsync([.. Enumerable.Range(1, ImportedEntry.MostAtOnce + 1).Select(n => Line($"问题{n}"))]));

        view.Errors().Select(error => (error.Row, error.Error.Code)).ShouldBe([(ImportedEntry.MostAtOnce + 2, "TooManyRows")]);
    }

    private static string Line(string description, string found = "2026-03-01", string place = "", string goal = "", string due = "2026-04-30", string number = "") =>
        $"{number},{description},{place},{found},自查自纠,服务优化不到位,一般,限期整改,{goal},{due}";

    private static MemoryStream File(params string[] lines) => Text(Headings + "\n" + string.Join('\n', lines));

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private Task<Guid> StartAsync(params string[] lines) => _campaign.StartImportAsync(File(lines), "清单.csv");

    private async Task<Guid> ConfirmedAsync(params string[] lines)
    {
        var batch = await StartAsync(lines);
        (await _campaign.ConfirmAsync(batch)).ShouldSucceed();
        return batch;
    }

    private Task<UnitListView> ListAsync() => _campaign.As(_campaign.Handler).Do(new GetUnitList(_campaign.Id, null, null));
}
