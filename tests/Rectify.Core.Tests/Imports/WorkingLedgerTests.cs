using Rectify.Core.Imports;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;
using Rectify.Core.Tests.Reports.Workbooks;

namespace Rectify.Core.Tests.Imports;

public sealed class WorkingLedgerTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private readonly RunningCampaign _campaign = shared.Campaign;

    [Fact]
    public async Task What_may_be_filled_in_follows_from_where_each_problem_stands()
    {
        var draft = await _campaign.DraftAsync();
        var (assigned, working, applied) = (await _campaign.AssignedAsync(), await _campaign.RectifyingAsync(), await _campaign.AppliedAsync());
        var notice = await _campaign.IssuedAsync(working);
        var closed = await _campaign.ClosedAsync();

        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);

        var open = copy.OpenCells().ToLookup(cell => (cell.Part, cell.Row), cell => cell.Column);
        WorkingLedgerColumn[] plan = [WorkingLedgerColumn.Goal, WorkingLedgerColumn.Measures, WorkingLedgerColumn.PlanDueDate, WorkingLedgerColumn.ResponsibleLeader, WorkingLedgerColumn.ResponsiblePerson];
        open[(WorkingLedgerPart.Problems, $"{draft:N}")].ShouldBe(
            [
                WorkingLedgerColumn.Description, WorkingLedgerColumn.Place, WorkingLedgerColumn.FoundOn, WorkingLedgerColumn.Source, WorkingLedgerColumn.Category, WorkingLedgerColumn.Symptom,
                WorkingLedgerColumn.Matter, WorkingLedgerColumn.Severity, WorkingLedgerColumn.Kind, .. plan, WorkingLedgerColumn.Remark,
            ], ignoreOrder: true);
        open[(WorkingLedgerPart.Problems, $"{assigned:N}")].ShouldBe(plan);
        open[(WorkingLedgerPart.Problems, $"{working:N}")].ShouldBe([WorkingLedgerColumn.Result]);
        open[(WorkingLedgerPart.Measures, $"{working:N}-1")].ShouldBe([WorkingLedgerColumn.DoneOn, WorkingLedgerColumn.Note]);
        open[(WorkingLedgerPart.Problems, $"{applied:N}")].ShouldBeEmpty();
        open[(WorkingLedgerPart.Notices, $"{notice:N}")].ShouldBe([WorkingLedgerColumn.ReplyText, WorkingLedgerColumn.Commitment, WorkingLedgerColumn.Implementer, WorkingLedgerColumn.ClaimsCorrected]);
        copy.RowOf(WorkingLedgerPart.Problems, applied).ShouldBeGreaterThan(5);
        Should.Throw<InvalidOperationException>(() => copy.RowOf(WorkingLedgerPart.Problems, closed));
        Should.Throw<InvalidOperationException>(() => copy.RowOf(WorkingLedgerPart.Measures, assigned));
    }

    [Fact]
    public async Task An_answered_notice_is_shown_with_its_answer()
    {
        var replied = await _campaign.RepliedAsync(await _campaign.RectifyingAsync(), claimsCorrected: true);
        var accepted = await _campaign.AcceptedAsync(await _campaign.RectifyingAsync());

        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);

        var answer = (await _campaign.NoticeAsync(replied)).Replies.ShouldHaveSingleItem();
        string Cell(Guid notice, WorkingLedgerColumn column) => copy.Cell(WorkingLedgerPart.Notices, notice, column).GetString();
        (Cell(replied, WorkingLedgerColumn.ReplyText), Cell(replied, WorkingLedgerColumn.Commitment), Cell(replied, WorkingLedgerColumn.Implementer)).ShouldBe((answer.Text, answer.Commitment, answer.Implementer));
        Cell(replied, WorkingLedgerColumn.ClaimsCorrected).ShouldNotBe(Cell(accepted, WorkingLedgerColumn.ClaimsCorrected));
        copy.OpenCells().ShouldNotContain(cell => cell.Row == $"{replied:N}");

        copy.Type(WorkingLedgerPart.Notices, accepted, WorkingLedgerColumn.Commitment, "明日恢复");
        (await _campaign.TakeAsync(copy)).ShouldSucceed().ShouldBe(1);
        var again = (await _campaign.NoticeAsync(accepted)).Prepared.ShouldNotBeNull();
        (again.Text, again.Commitment, again.Implementer).ShouldBe((answer.Text, "明日恢复", answer.Implementer), "the rest stays as it was said");
    }

    [Fact]
    public async Task The_file_passes_the_formats_own_rules_and_is_locked_where_nothing_may_be_changed()
    {
        var id = await _campaign.AssignedAsync();
        var ledger = await _campaign.As(_campaign.Handler).Do(new GetWorkingLedger(_campaign.Id));

        using var book = Books.Reopen(to => WorkingLedgerWorkbook.Write(ledger, WorkingLedgerCopy.Wording, to));

        var sheet = book.Worksheet("Problems");
        sheet.Protection.IsProtected.ShouldBeTrue();
        sheet.Row(4).IsHidden.ShouldBeTrue();
        var last = sheet.LastColumnUsed().ColumnNumber();
        sheet.Columns(last - 2, last).ShouldAllBe(column => column.IsHidden);
        sheet.DataValidations.ShouldNotBeEmpty();
        book.Worksheet("lists").Visibility.ShouldBe(ClosedXML.Excel.XLWorksheetVisibility.Hidden);
        sheet.Column(last - 2).CellsUsed().Select(cell => cell.GetString()).ShouldContain($"{id:N}");
    }

    [Fact]
    public async Task A_file_that_nobody_touched_changes_nothing()
    {
        await _campaign.DraftAsync();
        await _campaign.IssuedAsync(await _campaign.RectifyingAsync());
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);

        var changes = await _campaign.ChangesAsync(copy);

        (changes.Edits.Count + changes.Conflicts.Count + changes.AlreadySo.Count + changes.Errors.Count + changes.NotTaken.Count).ShouldBe(0);
        changes.MayBeTaken.ShouldBeFalse();
        changes.DownloadedAt.ShouldBe(_campaign.Rectify.Clock.Now, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Each_kind_of_change_is_taken_over_with_the_facts_it_always_has()
    {
        var (draft, assigned, working) = (await _campaign.DraftAsync(), await _campaign.AssignedAsync(), await _campaign.RectifyingAsync());
        await _campaign.AddEvidenceAsync(working);
        var notice = await _campaign.IssuedAsync(assigned);
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(draft, WorkingLedgerColumn.Description, "排队叫号机停用").Type(draft, WorkingLedgerColumn.Severity, "严重").Type(draft, WorkingLedgerColumn.FoundOn, _campaign.Today.AddDays(-3));
        copy.Type(assigned, WorkingLedgerColumn.Goal, "终端当日修复").Type(assigned, WorkingLedgerColumn.Measures, "1. 报修\n2. 张贴指引").Type(assigned, WorkingLedgerColumn.ResponsiblePerson, "科长")
            .Type(assigned, WorkingLedgerColumn.PlanDueDate, _campaign.Today.AddDays(10));
        copy.Type(WorkingLedgerPart.Measures, working, WorkingLedgerColumn.DoneOn, _campaign.Today).Type(WorkingLedgerPart.Measures, working, WorkingLedgerColumn.Note, "已修复")
            .Type(WorkingLedgerPart.Measures, working, WorkingLedgerColumn.DoneOn, _campaign.Today, 1).Type(working, WorkingLedgerColumn.Result, "两台终端恢复使用");
        copy.Type(WorkingLedgerPart.Notices, notice, WorkingLedgerColumn.ReplyText, "已联系维保单位").Type(WorkingLedgerPart.Notices, notice, WorkingLedgerColumn.Commitment, "三日内恢复")
            .Type(WorkingLedgerPart.Notices, notice, WorkingLedgerColumn.Implementer, "科长").Type(WorkingLedgerPart.Notices, notice, WorkingLedgerColumn.ClaimsCorrected, "是");

        (await _campaign.TakeAsync(copy)).ShouldSucceed().ShouldBe(14);

        var (entry, planned, done, reply) = (await _campaign.ProblemAsync(draft), await _campaign.ProblemAsync(assigned), await _campaign.ProblemAsync(working), await _campaign.NoticeAsync(notice));
        (entry.Description, entry.Severity, entry.FoundOn, entry.Goal).ShouldBe(("排队叫号机停用", Severity.Serious, _campaign.Today.AddDays(-3), "终端恢复使用"));
        (planned.Goal, planned.ProposedDueDate, planned.ResponsiblePerson, planned.Pending).ShouldBe(("终端当日修复", _campaign.Today.AddDays(10), "科长", PendingDecision.SignPlan));
        planned.Measures.Select(measure => measure.Text).ShouldBe(["报修", "张贴指引"]);
        done.Measures.Select(measure => (measure.DoneOn, measure.Note)).ShouldBe([(_campaign.Today, "已修复"), (_campaign.Today, "")]);
        (done.CloseOut, done.Pending, done.State).ShouldBe((null, PendingDecision.None, ProblemState.Rectifying), "a person applies, no file");
        (reply.Prepared!.Commitment, reply.Prepared.ClaimsCorrected, reply.Replies.Count).ShouldBe(("三日内恢复", true, 0));
        (await _campaign.Rectify.EntriesOfAsync(working)).TakeLast(2).Select(fact => fact.Event).ShouldBe([nameof(MeasureTicked), nameof(MeasureTicked)]);
        (await _campaign.Rectify.EntriesOfAsync(draft)).TakeLast(1).Select(fact => (fact.Event, fact.ActorName)).ShouldBe([(nameof(ProblemRevised), _campaign.Handler.Name)]);
        await _campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(working);
        await _campaign.Rectify.ShouldEqualItsFoldAsync<Notice>(notice);
    }

    [Fact]
    public async Task The_words_of_an_application_go_into_its_form_and_a_person_applies()
    {
        var working = await _campaign.RectifyingAsync();
        await _campaign.AddEvidenceAsync(working);
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(WorkingLedgerPart.Measures, working, WorkingLedgerColumn.DoneOn, _campaign.Today).Type(WorkingLedgerPart.Measures, working, WorkingLedgerColumn.DoneOn, _campaign.Today, 1)
            .Type(working, WorkingLedgerColumn.Result, "两台终端恢复使用");
        var upload = await _campaign.UploadAsync(copy);
        var before = await _campaign.ChangesAsync(upload);
        (await _campaign.As(_campaign.Handler).Send(_campaign.Take(upload, before))).ShouldSucceed().ShouldBe(2);

        var after = await _campaign.ChangesAsync(upload);

        before.Next.ShouldHaveSingleItem().Actions.ShouldBeEmpty("the measures come first");
        after.AlreadySo.Select(edit => edit.Place.Column).ShouldBe([WorkingLedgerColumn.DoneOn, WorkingLedgerColumn.DoneOn]);
        after.MayBeTaken.ShouldBeFalse();
        var refusal = before.NotTaken.ShouldHaveSingleItem();
        (refusal.Place.Column, refusal.Mine, refusal.Reason, refusal.Rule).ShouldBe((WorkingLedgerColumn.Result, "两台终端恢复使用", WorkingLedgerReason.NeedsPerson, null));
        after.NotTaken.ShouldBeEmpty("the words stand in the form");
        var next = after.Next.ShouldHaveSingleItem();
        next.Actions.ShouldBe([ProblemAction.PrepareCloseOut]);
        next.Typed.ShouldBe(new Dictionary<WorkingLedgerColumn, string> { [WorkingLedgerColumn.Result] = "两台终端恢复使用" });

        await _campaign.Move(_campaign.Handler, working, version => new PrepareCloseOut(working, version, "两台终端恢复使用", "", ""));
        (await _campaign.ChangesAsync(upload)).AlreadySo.Told().ShouldContain((WorkingLedgerColumn.Result, "两台终端恢复使用"));
        (await _campaign.ChangesAsync(upload, _campaign.Leader)).Next.ShouldHaveSingleItem().Actions.ShouldBe([ProblemAction.Sign]);
    }

    [Fact]
    public async Task Words_of_an_application_that_cannot_be_made_yet_are_told_with_the_measures_still_to_be_done()
    {
        var (open, done) = (await _campaign.RectifyingAsync(), await _campaign.RectifyingAsync());
        await _campaign.TickAllAsync(done);
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(open, WorkingLedgerColumn.Result, "一台已修").Type(WorkingLedgerPart.Measures, open, WorkingLedgerColumn.DoneOn, _campaign.Today).Type(done, WorkingLedgerColumn.Result, "两台终端恢复使用");

        var refusal = (await _campaign.ChangesAsync(copy)).NotTaken.ShouldHaveSingleItem();
        (refusal.Mine, refusal.Reason, refusal.Rule?.Rule, refusal.Rule?.Values.Single()).ShouldBe(("一台已修", WorkingLedgerReason.NeedsPerson, Rule.MeasuresNotDone, 1));

        copy.Type(WorkingLedgerPart.Measures, open, WorkingLedgerColumn.DoneOn, "昨天", 1);
        (await _campaign.ChangesAsync(copy)).NotTaken.Select(told => (told.Mine, told.Rule?.Rule)).ShouldBe([("一台已修", Rule.MeasuresNotDone), ("两台终端恢复使用", null)], ignoreOrder: true, "no form is shown beside an error");
    }

    [Fact]
    public async Task What_a_rule_refused_stays_with_the_move_that_a_person_makes()
    {
        var working = await _campaign.RectifyingAsync();
        await _campaign.TickAllAsync(working);
        var notice = await _campaign.IssuedAsync(await _campaign.RectifyingAsync());
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(working, WorkingLedgerColumn.Result, "两台终端恢复使用").Type(WorkingLedgerPart.Notices, notice, WorkingLedgerColumn.ReplyText, "已联系维保单位");
        var row = copy.Sheet(WorkingLedgerPart.Problems).LastRowUsed().RowNumber() + 1;
        copy.Sheet(WorkingLedgerPart.Problems).Cell(row, copy.Column(WorkingLedgerPart.Problems, $"{WorkingLedgerColumn.Description}")).SetValue("手工添加的问题");
        copy.Sheet(WorkingLedgerPart.Problems).Cell(row, copy.Column(WorkingLedgerPart.Problems, $"{WorkingLedgerColumn.Goal}")).SetValue("手工写的目标");

        var changes = await _campaign.ChangesAsync(await _campaign.UploadAsync(copy));

        var apply = changes.Next.Single(next => next.ProblemId == working);
        apply.Actions.ShouldBe([ProblemAction.PrepareCloseOut]);
        apply.HasMore.ShouldBeTrue();
        apply.Version.ShouldBe(await _campaign.VersionAsync(working));
        apply.Typed.ShouldBe(new Dictionary<WorkingLedgerColumn, string> { [WorkingLedgerColumn.Result] = "两台终端恢复使用" });
        var reply = changes.Next.Single(next => next.NoticeId == notice);
        reply.Moves.ShouldContain(NoticeMove.PrepareReply);
        reply.Typed.ShouldBe(new Dictionary<WorkingLedgerColumn, string> { [WorkingLedgerColumn.ReplyText] = "已联系维保单位" });
        changes.NotTaken.Single(refusal => refusal.Reason == WorkingLedgerReason.NewRow).Mine.ShouldBe("手工添加的问题 | 手工写的目标");
    }

    [Fact]
    public async Task What_both_have_changed_waits_for_a_choice()
    {
        var id = await _campaign.AssignedAsync();
        await _campaign.Move(_campaign.Handler, id, version => new PreparePlan(id, version, RunningCampaign.Plan()));
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(id, WorkingLedgerColumn.Goal, "离线写的目标").Type(id, WorkingLedgerColumn.ResponsibleLeader, "离线写的领导").Type(id, WorkingLedgerColumn.ResponsiblePerson, "都写成一样");
        await _campaign.Move(_campaign.Leader, id, version => new PreparePlan(id, version, RunningCampaign.Plan() with { Goal = "网上写的目标", ResponsiblePerson = "都写成一样" }));
        var upload = await _campaign.UploadAsync(copy);

        var changes = await _campaign.ChangesAsync(upload);

        var conflict = changes.Conflicts.ShouldHaveSingleItem();
        (conflict.Place.Column, conflict.Downloaded, conflict.Theirs, conflict.Mine, conflict.ChangedBy).ShouldBe((WorkingLedgerColumn.Goal, "终端恢复使用", "网上写的目标", "离线写的目标", _campaign.Leader.Name));
        changes.Edits.Told().ShouldBe([(WorkingLedgerColumn.ResponsibleLeader, "离线写的领导")]);
        changes.AlreadySo.Told().ShouldBe([(WorkingLedgerColumn.ResponsiblePerson, "都写成一样")]);
        (await _campaign.As(_campaign.Handler).Send(_campaign.Take(upload, changes))).ShouldBeInvalid("Choices[0].Mine", "Required");
        (await _campaign.As(_campaign.Handler).Send(_campaign.Take(upload, changes, new WorkingLedgerChoice(conflict.Key, null)))).ShouldBeInvalid("Choices[0].Mine", "Required");
        (await _campaign.ProblemAsync(id)).ResponsibleLeader.ShouldBe("副局长");

        (await _campaign.As(_campaign.Handler).Send(_campaign.Take(upload, changes, new WorkingLedgerChoice(conflict.Key, false)))).ShouldSucceed().ShouldBe(1);
        var theirs = await _campaign.ProblemAsync(id);
        (theirs.Goal, theirs.ResponsibleLeader, theirs.ResponsiblePerson).ShouldBe(("网上写的目标", "离线写的领导", "都写成一样"));

        var again = await _campaign.ChangesAsync(upload);
        (await _campaign.As(_campaign.Handler).Send(_campaign.Take(upload, again, new WorkingLedgerChoice(conflict.Key, true)))).ShouldSucceed().ShouldBe(1);
        (await _campaign.ProblemAsync(id)).Goal.ShouldBe("离线写的目标");
    }

    [Fact]
    public async Task A_confirmation_of_what_is_no_longer_so_is_refused()
    {
        var (id, other) = (await _campaign.AssignedAsync(), await _campaign.AssignedAsync());
        foreach (var problem in new[] { id, other })
        {
            await _campaign.Move(_campaign.Handler, problem, version => new PreparePlan(problem, version, RunningCampaign.Plan()));
        }

        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        var upload = await _campaign.UploadAsync(copy.Type(id, WorkingLedgerColumn.Goal, "离线写的目标").Type(other, WorkingLedgerColumn.Goal, "离线写的目标"));
        var seen = await _campaign.ChangesAsync(upload);
        await _campaign.Move(_campaign.Handler, other, version => new PreparePlan(other, version, RunningCampaign.Plan() with { Goal = "网上写的目标" }));

        (await _campaign.As(_campaign.Handler).Send(_campaign.Take(upload, seen))).ShouldBeRefused(Rule.WorkingLedgerOutdated);

        (await _campaign.ProblemAsync(id)).Goal.ShouldBe("终端恢复使用");
    }

    [Fact]
    public async Task A_wrong_value_is_told_at_its_cell_and_holds_everything_back()
    {
        var (draft, id) = (await _campaign.DraftAsync(), await _campaign.AssignedAsync());
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(draft, WorkingLedgerColumn.Severity, "要命").Type(draft, WorkingLedgerColumn.Description, "").Type(draft, WorkingLedgerColumn.FoundOn, "年底")
            .Type(id, WorkingLedgerColumn.Goal, new string('长', 501)).Type(id, WorkingLedgerColumn.ResponsiblePerson, "科长");
        copy.Cell(WorkingLedgerPart.Problems, id, WorkingLedgerColumn.ResponsibleLeader).SetValue(new DateTime(2026, 3, 1)).Style.NumberFormat.SetFormat("m-d");
        var upload = await _campaign.UploadAsync(copy);

        var changes = await _campaign.ChangesAsync(upload);

        changes.Errors.Select(error => (error.Place.Column, error.Error.Code)).ShouldBe(
            [
                (WorkingLedgerColumn.Severity, "NotAChoice"), (WorkingLedgerColumn.Description, "Required"), (WorkingLedgerColumn.FoundOn, "DayNotUnderstood"),
                (WorkingLedgerColumn.Goal, "TooLong"), (WorkingLedgerColumn.ResponsibleLeader, "DateInsteadOfText"),
            ], ignoreOrder: true);
        var goal = copy.Cell(WorkingLedgerPart.Problems, id, WorkingLedgerColumn.Goal).Address.ToString();
        changes.Errors.Single(error => error.Place.Column == WorkingLedgerColumn.Goal).Place.Address.ShouldBe(goal);
        changes.MayBeTaken.ShouldBeFalse();
        (await _campaign.As(_campaign.Handler).Send(_campaign.Take(upload, changes))).ShouldBeRefused(Rule.WorkingLedgerHasErrors);
    }

    [Fact]
    public async Task A_locked_cell_a_row_of_ones_own_and_a_damaged_row_are_told_and_not_taken()
    {
        var (id, damaged) = (await _campaign.AssignedAsync(), await _campaign.AssignedAsync());
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        var sheet = copy.Sheet(WorkingLedgerPart.Problems);
        var added = sheet.LastRowUsed().RowNumber() + 1;
        sheet.Cell(added, 5).SetValue("又发现一个问题");
        sheet.Cell(copy.RowOf(WorkingLedgerPart.Problems, damaged), copy.IdColumn(WorkingLedgerPart.Problems) + 2).SetValue("{");
        copy.Type(id, WorkingLedgerColumn.DueDate, new DateOnly(2027, 1, 1)).Type(id, WorkingLedgerColumn.State, "Closed").Type(id, WorkingLedgerColumn.Result, "不用改了");

        var changes = await _campaign.ChangesAsync(copy);

        var damagedRow = changes.NotTaken.Single(refusal => refusal.Reason == WorkingLedgerReason.Damaged).Mine.ShouldBeOfType<string>();
        damagedRow.ShouldContain($" | {_campaign.Today.AddDays(30):O} | ");
        changes.NotTaken.Select(refusal => (refusal.Place.Row, refusal.Place.Column, refusal.Mine, refusal.Reason)).ShouldBe(
            [
                (copy.RowOf(WorkingLedgerPart.Problems, id), WorkingLedgerColumn.State, "Closed", WorkingLedgerReason.Locked),
                (copy.RowOf(WorkingLedgerPart.Problems, id), WorkingLedgerColumn.DueDate, "2027-01-01", WorkingLedgerReason.Locked),
                (copy.RowOf(WorkingLedgerPart.Problems, id), WorkingLedgerColumn.Result, "不用改了", WorkingLedgerReason.Locked),
                (copy.RowOf(WorkingLedgerPart.Problems, damaged), null, damagedRow, WorkingLedgerReason.Damaged),
                (added, null, "又发现一个问题", WorkingLedgerReason.NewRow),
            ], ignoreOrder: true);
        changes.MayBeTaken.ShouldBeFalse();
    }

    [Fact]
    public async Task What_has_gone_on_in_the_meantime_can_no_longer_be_changed_by_the_file()
    {
        var (plan, ticked) = (await _campaign.AssignedAsync(), await _campaign.RectifyingAsync());
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(plan, WorkingLedgerColumn.Goal, "离线写的目标").Type(WorkingLedgerPart.Measures, ticked, WorkingLedgerColumn.DoneOn, _campaign.Today.AddDays(-1));
        await _campaign.Move(_campaign.Handler, plan, version => new PreparePlan(plan, version, RunningCampaign.Plan()));
        await _campaign.Move(_campaign.Leader, plan, version => new SignForUnit(plan, version));
        await _campaign.ApplyAsync(ticked);

        var changes = await _campaign.ChangesAsync(copy);

        changes.NotTaken.Select(refusal => (refusal.Place.Column, refusal.Reason)).ShouldBe([(WorkingLedgerColumn.Goal, WorkingLedgerReason.MovedOn), (WorkingLedgerColumn.DoneOn, WorkingLedgerReason.MovedOn)]);
    }

    [Fact]
    public async Task What_a_rule_refuses_is_told_with_the_rule_and_the_rest_may_be_taken()
    {
        var (id, other) = (await _campaign.AssignedAsync(), await _campaign.AssignedAsync());
        await _campaign.Move(_campaign.Handler, id, version => new PreparePlan(id, version, RunningCampaign.Plan()));
        await _campaign.Move(_campaign.Handler, other, version => new PreparePlan(other, version, RunningCampaign.Plan()));
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(id, WorkingLedgerColumn.PlanDueDate, _campaign.Today.AddYears(1)).Type(other, WorkingLedgerColumn.Goal, "离线写的目标");

        var changes = await _campaign.ChangesAsync(copy);

        changes.NotTaken.Select(refusal => (refusal.Place.Column, refusal.Reason, refusal.Rule!.Rule)).ShouldBe([(WorkingLedgerColumn.PlanDueDate, WorkingLedgerReason.RuleRefuses, Rule.DueAfterAssigned)]);
        changes.Edits.Told().ShouldBe([(WorkingLedgerColumn.Goal, "离线写的目标")]);
        (await _campaign.TakeAsync(copy)).ShouldSucceed().ShouldBe(1);
    }

    [Fact]
    public async Task A_measure_done_on_a_day_to_come_is_wrong_at_its_cell()
    {
        var id = await _campaign.RectifyingAsync();
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(WorkingLedgerPart.Measures, id, WorkingLedgerColumn.DoneOn, _campaign.Today.AddDays(1));

        var changes = await _campaign.ChangesAsync(copy);

        changes.Errors.Select(error => (error.Place.Column, error.Error.Code)).ShouldBe([(WorkingLedgerColumn.DoneOn, "DayToCome")]);
        changes.NotTaken.ShouldBeEmpty();
        changes.MayBeTaken.ShouldBeFalse();
    }

    [Fact]
    public async Task A_day_a_century_ago_is_no_badly_written_day()
    {
        var id = await _campaign.RectifyingAsync();
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(WorkingLedgerPart.Measures, id, WorkingLedgerColumn.DoneOn, "1926-11-22");

        (await _campaign.ChangesAsync(copy)).Errors.Select(error => error.Error.Code).ShouldBe(["DayFarOff"]);
    }

    [Fact]
    public async Task Nothing_is_due_or_done_before_the_problem_was_found()
    {
        var (draft, assigned, working) = (await _campaign.DraftAsync(), await _campaign.AssignedAsync(), await _campaign.RectifyingAsync());
        var found = (await _campaign.ProblemAsync(working)).FoundOn;
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(assigned, WorkingLedgerColumn.PlanDueDate, found.AddDays(-1)).Type(draft, WorkingLedgerColumn.FoundOn, found.AddDays(-4)).Type(draft, WorkingLedgerColumn.PlanDueDate, found.AddDays(-3))
            .Type(WorkingLedgerPart.Measures, working, WorkingLedgerColumn.DoneOn, new DateOnly(2018, 1, 1)).Type(WorkingLedgerPart.Measures, working, WorkingLedgerColumn.DoneOn, found, 1);

        var changes = await _campaign.ChangesAsync(copy);

        changes.Errors.Select(error => (error.Place.Address, error.Error.Code)).ShouldBe(
            [
                (copy.Cell(WorkingLedgerPart.Problems, assigned, WorkingLedgerColumn.PlanDueDate).Address.ToString()!, "DueBeforeFound"),
                (copy.Cell(WorkingLedgerPart.Measures, working, WorkingLedgerColumn.DoneOn).Address.ToString()!, "DoneBeforeFound"),
            ], ignoreOrder: true);
        changes.Edits.Told().ShouldBe(
            [(WorkingLedgerColumn.FoundOn, found.AddDays(-4)), (WorkingLedgerColumn.PlanDueDate, found.AddDays(-3)), (WorkingLedgerColumn.DoneOn, found)], ignoreOrder: true);
        changes.MayBeTaken.ShouldBeFalse();
    }

    [Fact]
    public async Task Sorted_and_deleted_rows_and_moved_columns_change_nothing_but_rows_sorted_without_their_keys_are_caught()
    {
        var (first, second) = (await _campaign.AssignedAsync(), await _campaign.AssignedAsync());
        await _campaign.Move(_campaign.Handler, first, version => new PreparePlan(first, version, RunningCampaign.Plan()));
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        var (sheet, id) = (copy.Sheet(WorkingLedgerPart.Problems), copy.IdColumn(WorkingLedgerPart.Problems));
        copy.Type(first, WorkingLedgerColumn.Goal, "离线写的目标");
        var (one, two) = (copy.RowOf(WorkingLedgerPart.Problems, first), copy.RowOf(WorkingLedgerPart.Problems, second));
        Swap(one, two, 1, id + 2);
        sheet.Column(3).InsertColumnsBefore(1);
        sheet.Rows(6, sheet.LastRowUsed().RowNumber()).Where(row => row.RowNumber() != one && row.RowNumber() != two).OrderByDescending(row => row.RowNumber()).ToList().ForEach(row => row.Delete());

        var sorted = await _campaign.ChangesAsync(copy);

        sorted.Edits.Told().ShouldBe([(WorkingLedgerColumn.Goal, "离线写的目标")]);
        (sorted.Errors.Count + sorted.NotTaken.Count).ShouldBe(0);

        Swap(6, 7, 1, id);
        (await _campaign.ChangesAsync(copy)).Errors.Select(error => error.Error.Code).ShouldBe(["RowMixedUp", "RowMixedUp"]);

        void Swap(int a, int b, int from, int to)
        {
            foreach (var column in Enumerable.Range(from, to - from + 1))
            {
                var (left, right) = (sheet.Cell(a, column).Value, sheet.Cell(b, column).Value);
                sheet.Cell(a, column).SetValue(right);
                sheet.Cell(b, column).SetValue(left);
            }
        }
    }

    [Fact]
    public async Task A_row_copied_and_changed_is_an_error_and_copied_alone_it_is_nothing()
    {
        var id = await _campaign.AssignedAsync();
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        var (sheet, goal) = (copy.Sheet(WorkingLedgerPart.Problems), copy.Cell(WorkingLedgerPart.Problems, id, WorkingLedgerColumn.Goal));
        var added = sheet.LastRowUsed().RowNumber() + 1;
        foreach (var cell in sheet.Row(goal.Address.RowNumber).CellsUsed().ToList())
        {
            sheet.Cell(added, cell.Address.ColumnNumber).SetValue(cell.Value);
        }

        var same = await _campaign.ChangesAsync(copy);
        sheet.Cell(added, goal.Address.ColumnNumber).SetValue("离线写的目标");
        var changed = await _campaign.ChangesAsync(copy);

        (same.Errors.Count + same.NotTaken.Count).ShouldBe(0);
        changed.Errors.Select(error => (error.Place.Row, error.Error.Code)).ShouldBe([(added, "RowTwice")]);
    }

    [Fact]
    public async Task Text_that_looks_like_a_formula_stays_text_both_ways()
    {
        var (id, typed) = (await _campaign.AssignedAsync(), await _campaign.AssignedAsync());
        await _campaign.Move(_campaign.Handler, id, version => new PreparePlan(id, version, RunningCampaign.Plan() with { Goal = "=HYPERLINK(\"http://x\")", ResponsibleLeader = "+86", ResponsiblePerson = "@科长", Measures = [new Measure("-1 台报废")] }));
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);

        var cell = copy.Cell(WorkingLedgerPart.Problems, id, WorkingLedgerColumn.Goal);
        (cell.HasFormula, cell.GetString(), cell.Style.NumberFormat.Format).ShouldBe((false, "=HYPERLINK(\"http://x\")", "@"));
        (await _campaign.ChangesAsync(copy)).MayBeTaken.ShouldBeFalse();
        copy.Type(typed, WorkingLedgerColumn.Goal, "=1+1").Type(typed, WorkingLedgerColumn.Measures, "=2+2").Type(typed, WorkingLedgerColumn.ResponsiblePerson, "@科长");
        (await _campaign.TakeAsync(copy)).ShouldSucceed();
        var problem = await _campaign.ProblemAsync(typed);
        (problem.Goal, problem.Measures[0].Text, problem.ResponsiblePerson).ShouldBe(("=1+1", "=2+2", "@科长"));
    }

    [Fact]
    public async Task Another_units_file_and_another_units_problem_are_not_taken()
    {
        var id = await _campaign.AssignedAsync();
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);
        copy.Type(id, WorkingLedgerColumn.Goal, "离线写的目标");
        var upload = await _campaign.UploadAsync(copy);

        (await _campaign.As(_campaign.OtherHandler).Send(new ReceiveWorkingLedger(_campaign.Id, new MemoryStream(copy.Bytes())))).ShouldBeInvalid("File", "WorkingLedgerOfAnother");
        (await _campaign.As(_campaign.OtherHandler).Send(new GetWorkingLedgerChanges(_campaign.Id, upload, SampleWords.Both))).ShouldBeNotFound();
        (await _campaign.As(_campaign.OtherHandler).Send(new TakeWorkingLedger(_campaign.Id, upload, SampleWords.Both, "x", []))).ShouldBeNotFound();

        using var theirs = await WorkingLedgerCopy.DownloadAsync(_campaign, _campaign.OtherHandler);
        var (from, to) = (copy.Sheet(WorkingLedgerPart.Problems), theirs.Sheet(WorkingLedgerPart.Problems));
        var row = to.LastRowUsed().RowNumber() + 1;
        foreach (var key in to.Row(4).CellsUsed())
        {
            to.Cell(row, key.Address.ColumnNumber).SetValue(from.Cell(copy.RowOf(WorkingLedgerPart.Problems, id), copy.Column(WorkingLedgerPart.Problems, key.GetString().Split(' ')[0])).Value);
        }

        var changes = await _campaign.ChangesAsync(await _campaign.UploadAsync(theirs, _campaign.OtherHandler), _campaign.OtherHandler);
        changes.NotTaken.Select(refusal => (refusal.Place.Column, refusal.Reason)).ShouldBe([(WorkingLedgerColumn.Goal, WorkingLedgerReason.NotYours)]);
        changes.MayBeTaken.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_no_working_ledger_or_a_hostile_file_is_refused_with_its_reason()
    {
        using var list = new SampleWorkbook();
        var handler = _campaign.As(_campaign.Handler);

        (await handler.Send(new ReceiveWorkingLedger(_campaign.Id, new MemoryStream("plain"u8.ToArray())))).ShouldBeInvalid("File", "NotAWorkingLedger");
        (await handler.Send(new ReceiveWorkingLedger(_campaign.Id, list.File()))).ShouldBeInvalid("File", "NotAWorkingLedger");
        (await handler.Send(new ReceiveWorkingLedger(_campaign.Id, new RawWorkbook().With("xl/vbaProject.bin", "x").File()))).ShouldBeInvalid("File", "WorkbookHasMacros");
        (await handler.Send(new ReceiveWorkingLedger(_campaign.Id, new RawWorkbook().With("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook/>").File()))).ShouldBeInvalid("File", "WorkbookHasDocumentType");
    }

    [Fact]
    public async Task A_ledger_saved_as_an_old_workbook_is_to_be_saved_anew()
    {
        await _campaign.AssignedAsync();
        using var copy = await WorkingLedgerCopy.DownloadAsync(_campaign);

        var old = await LibreOffice.ConvertAsync(copy.Bytes(), "xlsx", "xls");

        (await _campaign.As(_campaign.Handler).Send(new ReceiveWorkingLedger(_campaign.Id, new MemoryStream(old)))).ShouldBeInvalid("File", "WorkingLedgerAsXls");
    }

    [Fact]
    public async Task An_upload_is_kept_for_a_week_under_its_unit()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.AssignedAsync();
        using var copy = await WorkingLedgerCopy.DownloadAsync(campaign);
        var upload = await campaign.UploadAsync(copy);

        (await campaign.As(campaign.Leader).Send(new GetWorkingLedgerChanges(campaign.Id, upload, SampleWords.Both))).ShouldSucceed();
        (await campaign.As(campaign.Handler).Send(new GetWorkingLedgerChanges(campaign.Id, "../" + upload[3..], SampleWords.Both))).ShouldBeNotFound();
        campaign.Time.Set(campaign.Today.AddDays(8));
        copy.Sheet(WorkingLedgerPart.Problems).Cell(1, 1).SetValue("另一份");
        await campaign.UploadAsync(copy);
        (await campaign.As(campaign.Handler).Send(new GetWorkingLedgerChanges(campaign.Id, upload, SampleWords.Both))).ShouldBeNotFound();
    }
}
