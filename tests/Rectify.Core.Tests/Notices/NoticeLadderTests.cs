using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Notices;

/// <summary>One notice after the other on the same problem: numbers, rungs, and what lets the next one go out.</summary>
public sealed class NoticeLadderTests
{
    [Fact]
    public async Task A_second_notice_waits_until_the_first_has_failed()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(dueInDays: 80);
        var first = await campaign.IssuedAsync(problem);

        (await campaign.As(campaign.Clerk).Send(new DraftNotice(Ids.New(), problem, NoticeSteps.Form()))).ShouldBeRefused(Rule.NoticeUnfinished);

        campaign.Time.Set((await campaign.NoticeAsync(first)).ReplyDue!.Value.AddDays(1));
        var second = await campaign.IssuedAsync(problem);
        (await campaign.NoticeAsync(second)).Ordinal.ShouldBe(2);
        (await campaign.ProblemAsync(problem)).OpenNoticeId.ShouldBe(second);
        (await campaign.ProblemAsync(problem)).NoticeCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_draft_and_a_signed_notice_count_as_unfinished()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync();
        var draft = await campaign.DraftedAsync(problem);
        (await campaign.As(campaign.SecondClerk).Send(new DraftNotice(Ids.New(), problem, NoticeSteps.Form()))).ShouldBeRefused(Rule.NoticeUnfinished);

        await campaign.As(campaign.OfficeLeader).Do(new SignNotice(draft, 1));
        (await campaign.As(campaign.SecondClerk).Send(new DraftNotice(Ids.New(), problem, NoticeSteps.Form()))).ShouldBeRefused(Rule.NoticeUnfinished);
    }

    [Fact]
    public async Task A_notice_may_follow_one_that_was_found_uncorrected()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(dueInDays: 80);
        var first = await campaign.AcceptedAsync(problem, claimsCorrected: true);
        await campaign.As(campaign.Checker).Do(new CheckNotice(first, await campaign.NoticeVersionAsync(first), false, "终端仍停用"));

        (await campaign.NoticeAsync(await campaign.IssuedAsync(problem))).Ordinal.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_corrected_notice_was_filed_the_next_one_starts_at_the_first_rung()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync();
        var first = await campaign.AcceptedAsync(problem, claimsCorrected: true);
        await campaign.As(campaign.Checker).Do(new CheckNotice(first, await campaign.NoticeVersionAsync(first), true, "已恢复"));
        (await campaign.As(campaign.Clerk).Send(new DraftNotice(Ids.New(), problem, NoticeSteps.Form()))).ShouldBeRefused(Rule.NoticeUnfinished);
        await campaign.As(campaign.Clerk).Do(new FileNotice(first, await campaign.NoticeVersionAsync(first)));

        (await campaign.ProblemAsync(problem)).OpenNoticeId.ShouldBeNull();
        (await campaign.NoticeAsync(await campaign.IssuedAsync(problem))).Ordinal.ShouldBe(1);
    }

    [Fact]
    public async Task Numbers_follow_one_another_over_all_problems_and_start_again_each_year()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        campaign.Time.Set(2026, 12, 30);
        var first = await campaign.SignedAsync(await campaign.AssignedAsync());
        var second = await campaign.SignedAsync(await campaign.AssignedAsync());
        campaign.Time.Set(2027, 1, 4);
        var third = await campaign.SignedAsync(await campaign.AssignedAsync());

        (await campaign.NoticeAsync(first)).Number!.Text.ShouldBe("某府办督字〔2026〕1号");
        (await campaign.NoticeAsync(second)).Number!.Text.ShouldBe("某府办督字〔2026〕2号");
        (await campaign.NoticeAsync(third)).Number!.Text.ShouldBe("某府办督字〔2027〕1号");
    }

    [Fact]
    public async Task A_revoked_notice_keeps_its_number_and_neither_counts_nor_bars()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync();
        var first = await campaign.IssuedAsync(problem);
        await campaign.As(campaign.OfficeLeader).Do(new RevokeNotice(first, 3, "送错单位"));
        (await campaign.ProblemAsync(problem)).NoticeCount.ShouldBe(0);

        campaign.Time.AdvanceDays(30);
        var second = await campaign.NoticeAsync(await campaign.SignedAsync(problem));
        (second.Serial, second.Ordinal).ShouldBe((2, 1));
        (await campaign.NoticeAsync(first)).Serial.ShouldBe(1);
        (await campaign.ViewAsync(first)).IsFailed.ShouldBeFalse();
    }

    [Fact]
    public async Task When_a_notice_is_revoked_the_failed_one_before_it_stands_open_again()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(dueInDays: 80);
        var first = await campaign.UnansweredAsync(problem);
        var second = await campaign.IssuedAsync(problem);
        await campaign.As(campaign.OfficeLeader).Do(new RevokeNotice(second, 3, "文字有误"));

        var kept = await campaign.ProblemAsync(problem);
        (kept.OpenNoticeId, kept.NoticeCount).ShouldBe((first, 1));
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(problem);
    }

    [Fact]
    public async Task A_discarded_draft_frees_the_problem_and_uses_no_number()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync();
        var draft = await campaign.DraftedAsync(problem);
        await campaign.As(campaign.Clerk).Do(new DiscardNotice(draft, 1, "重复"));

        (await campaign.NoticeAsync(await campaign.SignedAsync(problem))).Serial.ShouldBe(1);
    }

    [Fact]
    public async Task Failed_notices_of_merged_problems_count_on_the_one_that_answers_for_them()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var (oldest, middle, target) = (await campaign.AssignedAsync(80), await campaign.AssignedAsync(80), await campaign.AssignedAsync(80));
        foreach (var (problem, into) in new[] { (oldest, middle), (middle, target) })
        {
            await FailAndFileAsync(campaign, problem);
            var number = (await campaign.ProblemAsync(into)).Number!.Value;
            await campaign.As(campaign.OfficeLeader).Do(new MergeProblem(problem, await campaign.VersionAsync(problem), number, "同一问题"));
        }

        (await campaign.NoticeAsync(await campaign.SignedAsync(target))).Ordinal.ShouldBe(3);
    }

    [Fact]
    public async Task Failed_notices_stay_counted_when_the_problem_comes_back_after_closing()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.RectifyingAsync(dueInDays: 80);
        await FailAndFileAsync(campaign, problem);
        await campaign.ApplyAsync(problem);
        await campaign.ReviewAsync(problem);
        await campaign.As(campaign.OfficeLeader).Do(new CloseProblem(problem, await campaign.VersionAsync(problem), ""));
        campaign.Time.AdvanceDays(30);
        await campaign.As(campaign.Checker).Do(new RecordLookBack(problem, await campaign.VersionAsync(problem), Ids.New(), true, "再次停用"));
        await campaign.As(campaign.OfficeLeader).Do(new ReopenProblem(problem, await campaign.VersionAsync(problem), campaign.Today.AddDays(30), "反弹"));

        (await campaign.NoticeAsync(await campaign.SignedAsync(problem))).Ordinal.ShouldBe(2);
    }

    [Fact]
    public async Task A_problem_with_an_unfiled_notice_cannot_be_closed()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.RectifyingAsync(dueInDays: 80);
        var notice = await campaign.UnansweredAsync(problem);
        await campaign.ApplyAsync(problem);
        await campaign.ReviewAsync(problem);
        (await campaign.As(campaign.OfficeLeader).Send(new CloseProblem(problem, await campaign.VersionAsync(problem), ""))).ShouldBeRefused(Rule.NoticeOpen);

        await FileAsync(campaign, notice);
        await campaign.As(campaign.OfficeLeader).Do(new CloseProblem(problem, await campaign.VersionAsync(problem), ""));
    }

    [Fact]
    public async Task A_notice_to_the_former_unit_bars_neither_a_notice_to_the_next_nor_closing()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(dueInDays: 80);
        await campaign.Move(campaign.Handler, problem, version => new ObjectToAssignment(problem, version, "不属本单位职责"));
        var former = await campaign.IssuedAsync(problem);
        await campaign.Move(campaign.OfficeLeader, problem, version => new DecideAssignmentObjection(problem, version, true, "职责已划转"));
        await campaign.Move(campaign.Clerk, problem, version => new AssignProblem(problem, version, campaign.OtherUnit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(60), null, [], ""));
        (await campaign.ProblemAsync(problem)).OpenNoticeId.ShouldBeNull();

        var next = await campaign.IssuedAsync(problem);
        (await campaign.NoticeAsync(next)).Ordinal.ShouldBe(1);
        (await campaign.ViewAsync(next)).Ladder.Select(step => step.Id).ShouldBe([next]);
        await campaign.As(campaign.OfficeLeader).Do(new RevokeNotice(former, 3, "已改交其他单位"));
        (await campaign.ProblemAsync(problem)).OpenNoticeId.ShouldBe(next);
        await campaign.As(campaign.OfficeLeader).Do(new RevokeNotice(next, 3, "改为口头提醒"));
        (await campaign.ProblemAsync(problem)).OpenNoticeId.ShouldBeNull();
        await campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(problem);
    }

    [Fact]
    public async Task A_failed_notice_to_the_former_unit_does_not_stand_in_the_way_of_closing()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { SiteCheckPercent = 0 });
        var problem = await campaign.AssignedAsync(dueInDays: 80);
        await campaign.Move(campaign.Handler, problem, version => new ObjectToAssignment(problem, version, "不属本单位职责"));
        await campaign.UnansweredAsync(problem);
        await campaign.Move(campaign.OfficeLeader, problem, version => new DecideAssignmentObjection(problem, version, true, "职责已划转"));
        await campaign.Move(campaign.Clerk, problem, version => new AssignProblem(problem, version, campaign.OtherUnit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(60), null, [], ""));
        await campaign.Move(campaign.OtherHandler, problem, version => new PreparePlan(problem, version, RunningCampaign.Plan()));
        await campaign.Move(campaign.OtherLeader, problem, version => new SignForUnit(problem, version));
        await campaign.Move(campaign.Clerk, problem, version => new ApprovePlan(problem, version, ""));
        await campaign.Move(campaign.OtherHandler, problem, version => new TickMeasure(problem, version, 0, campaign.Today, ""));
        await campaign.Move(campaign.OtherHandler, problem, version => new TickMeasure(problem, version, 1, campaign.Today, ""));
        await campaign.Move(campaign.OtherHandler, problem, version => new AddEvidence(
            problem, version, Ids.New(), new StoredFile(new string('c', 64), "整改后.jpg", "image/jpeg", 1000), EvidencePurpose.After, "", null));
        await campaign.Move(campaign.OtherHandler, problem, version => new PrepareCloseOut(problem, version, "终端已修复"));
        await campaign.Move(campaign.OtherLeader, problem, version => new SignForUnit(problem, version));
        await campaign.ReviewAsync(problem);

        (await campaign.Try(campaign.OfficeLeader, problem, version => new CloseProblem(problem, version, "同意销号"))).ShouldSucceed();
    }

    [Fact]
    public async Task Only_a_problem_that_is_with_a_unit_takes_a_notice()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var registered = await campaign.RegisteredAsync();
        (await campaign.As(campaign.Clerk).Send(new DraftNotice(Ids.New(), registered, NoticeSteps.Form()))).ShouldBeRefused(Rule.WrongState);

        var closed = await campaign.ClosedAsync();
        (await campaign.As(campaign.Clerk).Send(new DraftNotice(Ids.New(), closed, NoticeSteps.Form()))).ShouldBeRefused(Rule.WrongState);
    }

    [Fact]
    public async Task A_phase_that_allows_no_notices_takes_none_but_lets_units_reply()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { InstitutionBuildingMoves = [] });
        var problem = await campaign.AssignedAsync(80);
        var notice = await campaign.IssuedAsync(problem);
        await campaign.EndPhaseAsync(Core.Campaigns.PhaseKind.Concentrated);

        (await campaign.As(campaign.Clerk).Send(new DraftNotice(Ids.New(), problem, NoticeSteps.Form()))).ShouldBeRefused(Rule.NotInThisPhase);
        await campaign.ReplyAsync(notice);
    }

    /// <summary>Lets a notice fail, then has it checked corrected and filed, so that the problem is free of open notices.</summary>
    private static async Task FailAndFileAsync(RunningCampaign campaign, Guid problem) => await FileAsync(campaign, await campaign.UnansweredAsync(problem));

    private static async Task FileAsync(RunningCampaign campaign, Guid notice)
    {
        var due = (await campaign.NoticeAsync(notice)).CorrectionDue!.Value.AddDays(1);
        if (campaign.Today < due)
        {
            campaign.Time.Set(due);
        }

        await campaign.As(campaign.Checker).Do(new CheckNotice(notice, await campaign.NoticeVersionAsync(notice), true, "已恢复"));
        await campaign.As(campaign.Clerk).Do(new FileNotice(notice, await campaign.NoticeVersionAsync(notice)));
    }
}
