using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

public sealed class ProblemListTests
{
    [Fact]
    public async Task A_list_sent_back_is_changed_and_comes_again_and_no_number_is_used_twice()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (first, second, third) = (await campaign.DraftAsync(), await campaign.DraftAsync(), Ids.New());
        await campaign.SubmitAsync();
        await campaign.ReturnAsync();
        (await campaign.ListAsync()).ReturnReason.ShouldBe("漏报两个窗口");

        (await campaign.Try(campaign.Handler, second, version => new WithdrawProblemEntry(second, version, " "))).ShouldBeRefused(Rule.ReasonRequired);
        await campaign.Move(campaign.Handler, second, version => new WithdrawProblemEntry(second, version, "与第1号重复"));
        await campaign.Move(campaign.Handler, first, version => new SaveProblemEntry(campaign.Id, first, version, campaign.Finding("窗口冷热不均，午间无人"), RunningCampaign.Plan(), []));
        await campaign.As(campaign.Handler).Do(new SaveProblemEntry(campaign.Id, third, 0, campaign.Finding("叫号机无人修复"), RunningCampaign.Plan(), []));
        var found = await campaign.RegisteredAsync();
        campaign.Time.AdvanceDays(2);
        await campaign.SubmitAsync();

        (await NumbersAsync(campaign, first, second, found, third)).ShouldBe([1, 2, 3, 4]);
        (await campaign.ProblemAsync(second)).State.ShouldBe(ProblemState.Void);
        (await campaign.ProblemAsync(first)).Description.ShouldBe("窗口冷热不均，午间无人");
        var list = await campaign.ListAsync();
        (list.State, list.ReturnReason, list.SignedBy, list.FirstSubmittedOn, list.SubmittedOn).ShouldBe((ProblemListState.Submitted, "", "领导甲", campaign.Today.AddDays(-2), campaign.Today));
        await campaign.Rectify.ShouldEqualItsFoldAsync<ProblemList>(list.Id);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(second);
    }

    [Fact]
    public async Task After_acceptance_new_entries_make_a_supplement()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.DraftAsync();
        await campaign.SubmitAsync();
        await campaign.AcceptAsync();
        var later = await campaign.DraftAsync();
        await campaign.SubmitAsync();

        var list = await campaign.ListAsync();
        (list.Ordinal, list.State).ShouldBe((2, ProblemListState.Submitted));
        (await campaign.ProblemAsync(later)).Number.ShouldBe(2);
        (await campaign.As(campaign.Clerk).Do(new GetUnitList(campaign.Id, campaign.Unit.Id, 1))).Entries.ShouldHaveSingleItem().Number.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_is_read_by_the_page_and_counts_its_bare_entries_on_all_pages()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var whole = RunningCampaign.Plan(campaign.Today.AddDays(30));
        RectificationPlan[] plans = [.. Enumerable.Repeat(whole, Page<ListEntry>.UsualSize), whole with { DueDate = null }, whole with { Measures = [] }];
        foreach (var (number, plan) in plans.Index())
        {
            await campaign.As(campaign.Handler).Do(new SaveProblemEntry(campaign.Id, Ids.New(), 0, campaign.Finding($"第{number}台排队机故障"), plan, []));
        }

        var last = await campaign.As(campaign.Handler).Do(new GetUnitList(campaign.Id, null, null, 2));

        (last.Entries.Count, last.Shown.Number, last.Shown.Total, last.Bare).ShouldBe((2, 2, Page<ListEntry>.UsualSize + 2, 2));
        (await campaign.As(campaign.Handler).Do(new GetUnitList(campaign.Id, null, null))).Entries.Count.ShouldBe(Page<ListEntry>.UsualSize + 2, "paper has them all");
    }

    [Fact]
    public async Task A_supplement_that_says_nothing_is_refused()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.SubmitAsync();
        await campaign.AcceptAsync();

        (await campaign.As(campaign.Leader).Send(new SubmitProblemList(campaign.Id, true, 0, "再次自查"))).ShouldBeRefused(Rule.ListIsEmpty);
    }

    [Fact]
    public async Task A_list_that_waits_for_the_office_takes_no_entry()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.DraftAsync();
        await campaign.SubmitAsync();

        (await campaign.As(campaign.Handler).Send(new SaveProblemEntry(campaign.Id, Ids.New(), 0, campaign.Finding(), RunningCampaign.Plan(), []))).ShouldBeRefused(Rule.ListNotOpenForEntry);
        (await campaign.Try(campaign.Handler, id, version => new SaveProblemEntry(campaign.Id, id, version, campaign.Finding(), RunningCampaign.Plan(), []))).ShouldBeRefused(Rule.ListNotOpenForEntry);
        (await campaign.Try(campaign.Handler, id, version => new WithdrawProblemEntry(id, version, "重复"))).ShouldBeRefused(Rule.ListNotOpenForEntry);
        (await campaign.As(campaign.Leader).Send(new SubmitProblemList(campaign.Id, false, 1, ""))).ShouldBeRefused(Rule.ListNotOpenForEntry);

        await campaign.ReturnAsync();
        (await campaign.Try(campaign.Handler, id, version => new WithdrawProblemEntry(id, version, "重复"))).ShouldSucceed();
    }

    [Fact]
    public async Task A_problem_the_office_found_is_on_no_list_and_not_the_units_to_change()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RegisteredAsync();

        (await campaign.Try(campaign.Handler, id, version => new SaveProblemEntry(campaign.Id, id, version, campaign.Finding(), RunningCampaign.Plan(), []))).ShouldBeRefused(Rule.ListNotOpenForEntry);
        (await campaign.Try(campaign.Handler, id, version => new WithdrawProblemEntry(id, version, "重复"))).ShouldBeRefused(Rule.ListNotOpenForEntry);
    }

    [Fact]
    public async Task A_list_is_signed_as_the_leader_saw_it()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.DraftAsync();
        await campaign.DraftAsync();

        (await campaign.As(campaign.Leader).Send(new SubmitProblemList(campaign.Id, false, 1, ""))).ShouldBeRefused(Rule.ListChangedMeanwhile);
        (await campaign.As(campaign.Leader).Send(new SubmitProblemList(campaign.Id, false, 2, ""))).ShouldSucceed();
    }

    [Fact]
    public async Task A_nil_return_is_signed_with_a_statement_and_holds_no_entry()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var leader = campaign.As(campaign.Leader);
        (await leader.Send(new SubmitProblemList(campaign.Id, false, 0, "已自查"))).ShouldBeRefused(Rule.ListIsEmpty);
        (await leader.Send(new SubmitProblemList(campaign.Id, true, 0, "  "))).ShouldBeRefused(Rule.NilReturnNeedsStatement);

        var id = await campaign.DraftAsync();
        (await leader.Send(new SubmitProblemList(campaign.Id, true, 1, "已自查"))).ShouldBeRefused(Rule.ListHasDrafts);
        await campaign.Move(campaign.Handler, id, version => new WithdrawProblemEntry(id, version, ""));
        (await leader.Send(new SubmitProblemList(campaign.Id, true, 0, "已自查，未发现问题"))).ShouldSucceed();

        var list = await campaign.ListAsync();
        (list.IsNil, list.Statement, list.State, list.SignedBy).ShouldBe((true, "已自查，未发现问题", ProblemListState.Submitted, "领导甲"));
        (await campaign.As(campaign.Clerk).Do(new ListReturns(campaign.Id))).Single(row => row.UnitId == campaign.Unit.Id).IsNil.ShouldBeTrue();
        await campaign.Rectify.ShouldEqualItsFoldAsync<ProblemList>(list.Id);
    }

    [Fact]
    public async Task The_office_sends_a_list_back_with_reasons_or_accepts_it_once()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        await campaign.DraftAsync();
        await campaign.SubmitAsync();
        var list = await campaign.ListAsync();

        (await campaign.As(campaign.Clerk).Send(new ReviewProblemList(list.Id, list.Version, false, " "))).ShouldBeRefused(Rule.ReasonRequired);
        (await campaign.As(campaign.Clerk).Send(new ReviewProblemList(list.Id, list.Version, true, ""))).ShouldSucceed();
        (await campaign.As(campaign.Clerk).Send(new ReviewProblemList(list.Id, list.Version, true, ""))).ShouldBeStale();
        (await campaign.As(campaign.Clerk).Send(new ReviewProblemList(list.Id, list.Version + 1, false, "漏报"))).ShouldBeRefused(Rule.WrongState);
    }

    [Fact]
    public async Task Nobody_reviews_the_list_of_their_own_unit()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var guest = await campaign.Rectify.AddPersonAsync("借调人员", Role.OfficeClerk, campaign.Unit);
        await campaign.DraftAsync();
        await campaign.SubmitAsync();
        var list = await campaign.ListAsync();

        (await campaign.As(guest).Send(new ReviewProblemList(list.Id, list.Version, true, ""))).ShouldBeRefused(Rule.OfOwnUnit);
        (await campaign.As(guest).Send(new ReviewProblemList(list.Id, list.Version, false, "漏报"))).ShouldBeRefused(Rule.OfOwnUnit);
        (await campaign.As(campaign.Clerk).Send(new ReviewProblemList(list.Id, list.Version, true, ""))).ShouldSucceed();
    }

    [Fact]
    public async Task An_entry_names_a_category_of_the_campaign_and_was_not_found_in_the_future()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        Task<Result<Done>> Save(Finding finding) => campaign.As(campaign.Handler).Send(new SaveProblemEntry(campaign.Id, Ids.New(), 0, finding, RunningCampaign.Plan(), []));
        var sound = campaign.Finding();

        (await Save(sound with { CategoryId = Ids.New() })).ShouldBeRefused(Rule.UnknownCategory);
        (await Save(sound with { SymptomId = Ids.New() })).ShouldBeRefused(Rule.UnknownCategory);
        (await Save(sound with { FoundOn = campaign.Today.AddDays(1) })).ShouldBeRefused(Rule.FoundInTheFuture);
        (await Save(sound with { Description = new string('长', 1001) })).ShouldBeInvalid("Finding.Description", "TooLong");
        (await Save(sound with { SymptomId = null, FoundOn = campaign.Today })).ShouldSucceed();
    }

    [Fact]
    public async Task A_unit_that_does_not_take_part_enters_nothing_and_is_given_nothing()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var outside = await campaign.Rectify.AddUnitAsync("市外单位");
        var stranger = await campaign.Rectify.AddPersonAsync("外单位承办", Role.UnitHandler, outside);
        var id = await campaign.RegisteredAsync();

        (await campaign.As(stranger).Send(new SaveProblemEntry(campaign.Id, Ids.New(), 0, campaign.Finding(), RunningCampaign.Plan(), []))).ShouldBeRefused(Rule.UnitDoesNotTakePart);
        (await campaign.As(campaign.Clerk).Send(new RegisterProblem(campaign.Id, Ids.New(), outside.Id, campaign.Finding(), []))).ShouldBeRefused(Rule.UnitDoesNotTakePart);
        (await campaign.As(campaign.Clerk).Send(new RegisterProblem(campaign.Id, Ids.New(), campaign.Unit.Id, campaign.Finding(), [outside.Id]))).ShouldBeRefused(Rule.UnitDoesNotTakePart);
        (await campaign.Try(campaign.Clerk, id, version => new AssignProblem(id, version, outside.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(9), null, [], ""))).ShouldBeRefused(Rule.UnitDoesNotTakePart);
    }

    [Fact]
    public async Task Each_assisting_unit_is_named_once_and_the_lead_unit_not_at_all()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.DraftAsync(null, campaign.OtherUnit.Id, campaign.Unit.Id, campaign.OtherUnit.Id);

        (await campaign.ProblemAsync(id)).AssistingUnits.ShouldBe([new AssistingUnit(campaign.OtherUnit.Id)]);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task An_entry_stays_in_the_campaign_it_was_made_in()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (id, other) = (await campaign.DraftAsync(), Ids.New());
        await campaign.As(campaign.Clerk).Do(new CreateCampaign(other, (await campaign.Rectify.FindAsync<Campaign>(campaign.Id)).Details, (await campaign.Rectify.FindAsync<Campaign>(campaign.Id)).Phases, campaign.Id, true));
        await campaign.As(campaign.OfficeLeader).Do(new OpenCampaign(other, 3));
        var category = (await campaign.Rectify.FindAsync<Campaign>(other)).Categories[0];
        var foreign = campaign.Finding() with { CategoryId = category.Id, SymptomId = null };

        (await campaign.Try(campaign.Handler, id, version => new SaveProblemEntry(other, id, version, foreign, RunningCampaign.Plan(), []))).ShouldBeNotFound();
        (await campaign.As(campaign.Handler).Send(new SaveProblemEntry(other, Ids.New(), 0, foreign, RunningCampaign.Plan(), []))).ShouldSucceed();
    }

    [Fact]
    public async Task A_form_posted_twice_enters_one_problem_and_registers_one_number()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var entry = new SaveProblemEntry(campaign.Id, Ids.New(), 0, campaign.Finding(), RunningCampaign.Plan(), []);
        await campaign.As(campaign.Handler).Do(entry);
        await campaign.As(campaign.Handler).Do(entry);
        (await campaign.Rectify.EntriesOfAsync(entry.ProblemId)).Count.ShouldBe(1);

        var find = new RegisterProblem(campaign.Id, Ids.New(), campaign.Unit.Id, campaign.Finding("叫号机无人修复"), []);
        (await campaign.As(campaign.Clerk).Do(find)).ShouldBe(1);
        (await campaign.As(campaign.Clerk).Do(find)).ShouldBe(1);
        (await campaign.Rectify.EntriesOfAsync(find.ProblemId)).Count.ShouldBe(1);
        (await campaign.As(campaign.Clerk).Do(find with { ProblemId = Ids.New() })).ShouldBe(2, "another form is another problem");
        (await campaign.As(campaign.Clerk).Send(find with { ProblemId = entry.ProblemId })).ShouldBeNotFound();
    }

    [Fact]
    public async Task Whoever_saves_over_a_change_they_did_not_see_is_told_who_made_it_and_when()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.DraftAsync();
        var colleague = await campaign.Rectify.AddPersonAsync("承办丙", Role.UnitHandler, campaign.Unit);
        campaign.Time.Advance(TimeSpan.FromMinutes(7));
        await campaign.As(colleague).Do(new SaveProblemEntry(campaign.Id, id, 1, campaign.Finding("改后的描述"), RunningCampaign.Plan(), []));

        var refusal = await campaign.As(campaign.Handler).Send(new SaveProblemEntry(campaign.Id, id, 1, campaign.Finding("我的描述"), RunningCampaign.Plan(), []));

        refusal.Failure.ShouldBe(new Stale("承办丙", campaign.Rectify.Clock.Now));
        (await campaign.ProblemAsync(id)).Description.ShouldBe("改后的描述");
        (await campaign.Try(campaign.Handler, id, version => new SaveProblemEntry(campaign.Id, id, version, campaign.Finding("我的描述"), RunningCampaign.Plan(), []))).ShouldSucceed();
    }

    private static async Task<IEnumerable<int?>> NumbersAsync(RunningCampaign campaign, params Guid[] ids)
    {
        List<int?> numbers = [];
        foreach (var id in ids)
        {
            numbers.Add((await campaign.ProblemAsync(id)).Number);
        }

        return numbers;
    }
}
