using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

/// <summary>Public notice, look-back, reopening.</summary>
public sealed class AfterCloseOutTests
{
    [Fact]
    public async Task A_problem_is_closed_after_the_last_day_of_its_public_notice()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { PublicNoticeRequired = true, PublicNoticeDays = 10 });
        var id = await campaign.RecheckedAsync();
        (await CloseAsync(campaign, id)).ShouldBeRefused(Rule.PublicNoticeMissing);
        (await campaign.Try(campaign.OfficeLeader, id, version => new StartPublicNotice(id, version, " "))).ShouldBeInvalid("Text", "Required");
        await campaign.PublishAsync(id);
        (await campaign.ProblemAsync(id)).PublicNotice!.To.ShouldBe(campaign.Today.AddDays(10));

        campaign.Time.AdvanceDays(10);
        (await CloseAsync(campaign, id)).ShouldBeRefused(Rule.PublicNoticeRunning);
        campaign.Time.AdvanceDays(1);
        (await CloseAsync(campaign, id)).ShouldSucceed();
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task An_objection_from_the_public_is_settled_before_closing()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (id, objection) = (await campaign.RecheckedAsync(), Ids.New());
        var receive = new ReceivePublicObjection(id, 0, objection, "终端仍常死机");
        (await campaign.Try(campaign.Clerk, id, version => receive with { Version = version })).ShouldBeRefused(Rule.WrongState);
        await campaign.PublishAsync(id);
        receive = receive with { Version = await campaign.VersionAsync(id) };
        await campaign.As(campaign.Clerk).Do(receive);
        await campaign.As(campaign.Clerk).Do(receive);
        (await campaign.ProblemAsync(id)).PublicNotice!.Objections.ShouldHaveSingleItem("a form posted twice is one objection");

        campaign.Time.AdvanceDays(11);
        (await CloseAsync(campaign, id)).ShouldBeRefused(Rule.ObjectionOpen);
        (await campaign.Try(campaign.Clerk, id, version => new SettlePublicObjection(id, version, Ids.New(), "已更换主板"))).ShouldBeRefused(Rule.ObjectionUnknown);
        await campaign.Move(campaign.Clerk, id, version => new SettlePublicObjection(id, version, objection, "已更换主板"));
        (await campaign.Try(campaign.Clerk, id, version => new SettlePublicObjection(id, version, objection, "再次"))).ShouldBeRefused(Rule.ObjectionUnknown);
        (await CloseAsync(campaign, id)).ShouldSucceed();
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task A_justified_objection_sends_the_application_back()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RecheckedAsync();
        await campaign.PublishAsync(id);
        await campaign.Move(campaign.OfficeLeader, id, version => new ReturnCloseOut(id, version, "公示期群众反映属实，重新整改"));

        var problem = await campaign.ProblemAsync(id);
        (problem.State, problem.PublicNotice).ShouldBe((ProblemState.Rectifying, null));
    }

    [Fact]
    public async Task A_look_back_that_found_the_problem_back_lets_the_office_leader_reopen_it_and_counts()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.ClosedAsync();
        campaign.Time.AdvanceDays(30);
        var lookBack = new RecordLookBack(id, await campaign.VersionAsync(id), Ids.New(), false, "运行正常");
        (await campaign.As(campaign.Checker).Send(lookBack with { Findings = " " })).ShouldBeInvalid("Findings", "Required");
        await campaign.As(campaign.Checker).Do(lookBack);
        await campaign.As(campaign.Checker).Do(lookBack);
        (await Reopen(campaign, id, 10)).ShouldBeRefused(Rule.RecurrenceNotFound);

        await campaign.As(campaign.Checker).Do(lookBack with { LookBackId = Ids.New(), Recurred = true, Findings = "一台再次停用" });
        (await campaign.ProblemAsync(id)).State.ShouldBe(ProblemState.Closed, "a look-back alone opens nothing");
        (await Reopen(campaign, id, -1)).ShouldBeRefused(Rule.DueDateInThePast);
        (await Reopen(campaign, id, 10)).ShouldSucceed();

        var view = await campaign.As(campaign.Clerk).Do(new GetProblem(id));
        (view.Problem.State, view.Problem.RecurrenceCount, view.Problem.DueDate).ShouldBe((ProblemState.Rectifying, 1, campaign.Today.AddDays(10)));
        (view.Problem.CloseOut, view.Problem.ClosedOn, view.Problem.CompletedOn, view.Problem.VerifiedOn).ShouldBe((null, null, null, null));
        view.LookBacks.Select(back => back.Recurred).ShouldBe([false, true], "a form posted twice is one look-back");
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task What_was_found_before_the_last_closing_does_not_reopen_it()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { SiteCheckPercent = 0 });
        var id = await campaign.ClosedAsync();
        await Recurred(campaign, id);
        (await Reopen(campaign, id, 10)).ShouldSucceed();
        await campaign.Move(campaign.Handler, id, version => new PrepareCloseOut(id, version, "再次修复"));
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        await campaign.ReviewAsync(id);
        (await CloseAsync(campaign, id)).ShouldSucceed();

        (await Reopen(campaign, id, 10)).ShouldBeRefused(Rule.RecurrenceNotFound);
        (await ToReopenAsync(campaign)).ShouldBeEmpty();
        await Recurred(campaign, id);
        (await ToReopenAsync(campaign)).ShouldBe([id]);
        (await Reopen(campaign, id, 10)).ShouldSucceed();
        (await campaign.ProblemAsync(id)).RecurrenceCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_look_back_written_down_wrongly_is_answered_by_a_later_one()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.ClosedAsync();
        await Recurred(campaign, id);
        await campaign.Move(campaign.Checker, id, version => new RecordLookBack(id, version, Ids.New(), false, "看错窗口，运行正常"));

        (await ToReopenAsync(campaign)).ShouldBeEmpty();
        (await Reopen(campaign, id, 10)).ShouldBeRefused(Rule.RecurrenceNotFound);
        campaign.Time.AdvanceDays(3);
        await Recurred(campaign, id);
        (await ToReopenAsync(campaign)).ShouldBe([id]);
        (await Reopen(campaign, id, 10)).ShouldSucceed();
    }

    [Fact]
    public async Task Only_a_closed_problem_is_looked_back_at_or_reopened()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RecheckedAsync();

        (await campaign.Try(campaign.Checker, id, version => new RecordLookBack(id, version, Ids.New(), true, "再次停用"))).ShouldBeRefused(Rule.WrongState);
        (await Reopen(campaign, id, 10)).ShouldBeRefused(Rule.RecurrenceNotFound);
    }

    [Fact]
    public async Task After_closing_nothing_is_done_to_a_problem_but_reopening()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.ClosedAsync();

        (await campaign.Try(campaign.OfficeLeader, id, version => new VoidProblem(id, version, "不属实"))).ShouldBeRefused(Rule.WrongState);
        (await campaign.Try(campaign.OfficeLeader, id, version => new CarryProblemOver(id, version, "结转"))).ShouldBeRefused(Rule.WrongState);
        (await campaign.Try(campaign.Checker, id, version => new ReturnCloseOut(id, version, "补充"))).ShouldBeRefused(Rule.WrongState);
        (await campaign.Try(campaign.Handler, id, version => new TickMeasure(id, version, 0, null, ""))).ShouldBeRefused(Rule.WrongState);
        (await campaign.Try(campaign.Handler, id, version => new AddEvidence(id, version, Ids.New(), new StoredFile(new string('b', 64), "a.jpg", "image/jpeg", 1), EvidencePurpose.After, "", null))).ShouldBeRefused(Rule.WrongState);
        (await campaign.Rectify.EntriesOfAsync(id))[^1].Event.ShouldBe(nameof(ProblemClosed));
    }

    private static async Task<IEnumerable<Guid>> ToReopenAsync(RunningCampaign campaign) =>
        (await campaign.As(campaign.OfficeLeader).Do(new ListQueue(campaign.Id, ProblemQueue.ToReopen))).Rows.Select(row => row.Id);

    private static Task<Result<Done>> CloseAsync(RunningCampaign campaign, Guid id) => campaign.Try(campaign.OfficeLeader, id, version => new CloseProblem(id, version, ""));

    private static Task Recurred(RunningCampaign campaign, Guid id) => campaign.Move(campaign.Checker, id, version => new RecordLookBack(id, version, Ids.New(), true, "再次停用"));

    private static Task<Result<Done>> Reopen(RunningCampaign campaign, Guid id, int inDays) =>
        campaign.Try(campaign.OfficeLeader, id, version => new ReopenProblem(id, version, campaign.Today.AddDays(inDays), "反弹"));
}
