using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

public sealed class ExtensionTests
{
    [Fact]
    public async Task A_granted_extension_moves_the_date_and_keeps_the_first_one()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RectifyingAsync(dueInDays: 10);
        var first = campaign.Today.AddDays(10);

        (await Ask(campaign, id, 20)).ShouldSucceed();
        var asked = await campaign.ProblemAsync(id);
        (asked.DueDate, asked.Pending).ShouldBe((first, PendingDecision.SignExtension));
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        await campaign.Move(campaign.OfficeLeader, id, version => new DecideExtension(id, version, true, "同意"));

        var problem = await campaign.ProblemAsync(id);
        (problem.DueDate, problem.OriginalDueDate, problem.ExtensionCount, problem.Pending).ShouldBe((campaign.Today.AddDays(20), first, 1, PendingDecision.None));
        (problem.Extension!.OldDueDate, problem.Extension.Reason, problem.Extension.Progress, problem.Extension.Granted).ShouldBe((first, "采购周期长", "已完成招标", true));
        (problem.Extension.Asked.ByName, problem.Extension.Signed!.ByName, problem.Extension.Decision!.ByName).ShouldBe(("承办甲", "领导甲", "办公室主任"));
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task An_extension_is_asked_on_the_due_date_at_the_latest()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (inTime, late) = (await campaign.RectifyingAsync(dueInDays: 3), await campaign.RectifyingAsync(dueInDays: 3));

        campaign.Time.AdvanceDays(3);
        (await Ask(campaign, inTime, 5)).ShouldSucceed();
        campaign.Time.AdvanceDays(1);
        (await Ask(campaign, late, 5)).ShouldBeRefused(Rule.ExtensionTooLate);
        await campaign.Move(campaign.Leader, inTime, version => new SignForUnit(inTime, version));
        (await campaign.Try(campaign.OfficeLeader, inTime, version => new DecideExtension(inTime, version, true, ""))).ShouldSucceed();
    }

    [Fact]
    public async Task An_extension_ends_later_than_the_date_in_force()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.AssignedAsync(dueInDays: 10);

        (await Ask(campaign, id, 10)).ShouldBeRefused(Rule.ExtensionNotLater);
        (await Ask(campaign, id, 11)).ShouldSucceed();
    }

    [Fact]
    public async Task Only_so_many_extensions_are_granted_and_refused_ones_do_not_count()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { ExtensionLimit = 1 });
        var id = await campaign.RectifyingAsync(dueInDays: 10);

        await Ask(campaign, id, 20);
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        (await campaign.Try(campaign.OfficeLeader, id, version => new DecideExtension(id, version, false, " "))).ShouldBeRefused(Rule.ReasonRequired);
        await campaign.Move(campaign.OfficeLeader, id, version => new DecideExtension(id, version, false, "理由不充分"));
        var refused = await campaign.ProblemAsync(id);
        (refused.DueDate, refused.ExtensionCount, refused.Extension!.Granted).ShouldBe((campaign.Today.AddDays(10), 0, false));

        await Ask(campaign, id, 20);
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        await campaign.Move(campaign.OfficeLeader, id, version => new DecideExtension(id, version, true, ""));
        (await Ask(campaign, id, 30)).ShouldBeRefused(Rule.ExtensionLimitReached);
    }

    [Fact]
    public async Task One_thing_is_asked_at_a_time_and_a_leader_who_declines_ends_the_question()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RectifyingAsync(dueInDays: 10);
        await Ask(campaign, id, 20);

        (await Ask(campaign, id, 25)).ShouldBeRefused(Rule.SomethingElsePending);
        (await campaign.Try(campaign.Handler, id, version => new AskLongTerm(id, version, "目标", campaign.Today.AddDays(90), "理由"))).ShouldBeRefused(Rule.SomethingElsePending);
        (await campaign.Try(campaign.OfficeLeader, id, version => new DecideExtension(id, version, true, ""))).ShouldBeRefused(Rule.NothingPending);
        await campaign.Move(campaign.Leader, id, version => new DeclineToSign(id, version, "抓紧办理"));

        var problem = await campaign.ProblemAsync(id);
        (problem.Extension, problem.Pending, problem.DueDate).ShouldBe((null, PendingDecision.None, campaign.Today.AddDays(10)));
    }

    [Fact]
    public async Task A_long_term_problem_has_a_stage_goal_and_a_review_date_and_never_counts_as_closed()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RectifyingAsync();
        Task<Result<Done>> Asked(DateOnly review) => campaign.Try(campaign.Handler, id, version => new AskLongTerm(id, version, "每季度抽查合格", review, "须长期坚持"));

        (await Asked(campaign.Today)).ShouldBeRefused(Rule.ReviewDateInThePast);
        (await Asked(campaign.Today.AddDays(90))).ShouldSucceed();
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        (await campaign.Try(campaign.OfficeLeader, id, version => new DecideLongTerm(id, version, false, ""))).ShouldBeRefused(Rule.ReasonRequired);
        await campaign.Move(campaign.OfficeLeader, id, version => new DecideLongTerm(id, version, true, ""));

        var problem = await campaign.ProblemAsync(id);
        (problem.State, problem.Kind, problem.LongTerm!.StageGoal, problem.NextReviewOn).ShouldBe((ProblemState.LongTerm, ProblemKind.LongTerm, "每季度抽查合格", campaign.Today.AddDays(90)));
        (await campaign.Try(campaign.Handler, id, version => new PrepareCloseOut(id, version, "完成"))).ShouldBeRefused(Rule.WrongState);
        (await campaign.Try(campaign.OfficeLeader, id, version => new CloseProblem(id, version, ""))).ShouldBeRefused(Rule.WrongState);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task A_long_term_problem_is_reviewed_and_may_get_a_date_again()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var id = await campaign.RectifyingAsync();
        await campaign.Move(campaign.Handler, id, version => new AskLongTerm(id, version, "每季度抽查合格", campaign.Today.AddDays(90), "须长期坚持"));
        await campaign.Move(campaign.Leader, id, version => new SignForUnit(id, version));
        (await campaign.Try(campaign.Checker, id, version => new ReviewLongTerm(id, version, "抽查", campaign.Today.AddDays(5)))).ShouldBeRefused(Rule.WrongState);
        await campaign.Move(campaign.OfficeLeader, id, version => new DecideLongTerm(id, version, true, ""));

        (await campaign.Try(campaign.Checker, id, version => new ReviewLongTerm(id, version, "抽查合格", campaign.Today))).ShouldBeRefused(Rule.ReviewDateInThePast);
        (await campaign.Try(campaign.Checker, id, version => new ReviewLongTerm(id, version, "", campaign.Today.AddDays(180)))).ShouldBeInvalid("Finding", "Required");
        await campaign.Move(campaign.Checker, id, version => new ReviewLongTerm(id, version, "抽查合格", campaign.Today.AddDays(180)));
        (await campaign.ProblemAsync(id)).NextReviewOn.ShouldBe(campaign.Today.AddDays(180));

        (await campaign.Try(campaign.OfficeLeader, id, version => new ResumeRectification(id, version, campaign.Today.AddDays(-1), "可限期"))).ShouldBeRefused(Rule.DueDateInThePast);
        await campaign.Move(campaign.OfficeLeader, id, version => new ResumeRectification(id, version, campaign.Today.AddDays(15), "可限期"));
        var problem = await campaign.ProblemAsync(id);
        (problem.State, problem.DueDate, problem.LongTerm, problem.NextReviewOn).ShouldBe((ProblemState.Rectifying, campaign.Today.AddDays(15), null, null));
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    private static Task<Result<Done>> Ask(RunningCampaign campaign, Guid id, int inDays) =>
        campaign.Try(campaign.Handler, id, version => new AskExtension(id, version, campaign.Today.AddDays(inDays), "采购周期长", "已完成招标"));
}
