using Rectify.Core.Escalations;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Escalations;

/// <summary>The third failure makes a candidate, and nothing else does; no job has to run.</summary>
public sealed class CandidateTests
{
    [Fact]
    public async Task A_problem_becomes_a_candidate_in_the_first_minute_after_its_third_reply_date()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync(2);
        var third = await campaign.IssuedAsync(problem);
        var due = (await campaign.NoticeAsync(third)).ReplyDue!.Value;

        campaign.Time.Set(due, 23, 59);
        (await campaign.CandidatesAsync()).ShouldBeEmpty();
        campaign.Time.Set(due.AddDays(1), 0);
        var candidate = (await campaign.CandidatesAsync()).ShouldHaveSingleItem();
        (candidate.ProblemId, candidate.Since, candidate.Limit).ShouldBe((problem, due.AddDays(1), 3));
        candidate.Notices.Select(notice => notice.Ordinal).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Three_notices_of_which_one_was_answered_and_corrected_make_no_candidate()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync(2);
        var third = await campaign.AcceptedAsync(problem, claimsCorrected: true);
        await campaign.As(campaign.Checker).Do(new CheckNotice(third, 6, true, "已恢复"));
        campaign.Time.AdvanceDays(60);

        (await campaign.CandidatesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_third_notice_replied_to_in_time_but_found_uncorrected_makes_a_candidate_unless_only_silence_counts()
    {
        foreach (var strict in new[] { false, true })
        {
            await using var campaign = await RunningCampaign.StartAsync(new() { OnlyUnansweredNoticesCount = strict });
            var problem = await campaign.UnansweredTimesAsync(2);
            var third = await campaign.AcceptedAsync(problem, claimsCorrected: true);
            (await campaign.CandidatesAsync()).ShouldBeEmpty();
            await campaign.As(campaign.Checker).Do(new CheckNotice(third, 6, false, "仍停用"));

            (await campaign.CandidatesAsync()).Count.ShouldBe(strict ? 0 : 1);
        }
    }

    [Fact]
    public async Task A_revoked_notice_brings_no_problem_nearer_to_a_referral()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync(2);
        await campaign.As(campaign.OfficeLeader).Do(new RevokeNotice(await campaign.IssuedAsync(problem), 3, "有误"));
        campaign.Time.AdvanceDays(60);

        (await campaign.CandidatesAsync()).ShouldBeEmpty();
        (await campaign.As(campaign.Clerk).Send(new DraftReferral(Ids.New(), problem, "函", "提请处理"))).ShouldBeRefused(Rule.NotACandidate);
    }

    [Fact]
    public async Task Failed_notices_on_different_problems_of_one_category_do_not_add_up()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await campaign.UnansweredTimesAsync(1);
        }

        (await campaign.CandidatesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Failed_notices_of_merged_problems_add_up_on_the_problem_that_answers()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var merged = await campaign.UnansweredTimesAsync(2);
        var last = (await campaign.ProblemAsync(merged)).OpenNoticeId!.Value;
        campaign.Time.AdvanceDays(30);
        await campaign.As(campaign.Checker).Do(new CheckNotice(last, 3, true, "已恢复"));
        await campaign.As(campaign.Clerk).Do(new FileNotice(last, 4));
        var target = await campaign.UnansweredTimesAsync(1);
        await campaign.As(campaign.OfficeLeader).Do(new MergeProblem(merged, await campaign.VersionAsync(merged), (await campaign.ProblemAsync(target)).Number!.Value, "同一问题"));

        var candidate = (await campaign.CandidatesAsync()).ShouldHaveSingleItem();
        (candidate.ProblemId, candidate.Notices.Count).ShouldBe((target, 3));
        (await campaign.As(campaign.Clerk).Send(new DraftReferral(Ids.New(), merged, "函", "提请处理"))).ShouldBeRefused(Rule.NotACandidate);
        await campaign.DraftedReferralAsync(target);
        (await campaign.CandidatesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_unit_that_takes_a_problem_over_does_not_answer_for_the_silence_of_the_one_before()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.AssignedAsync(dueInDays: 200);
        await campaign.Move(campaign.Handler, problem, version => new ObjectToAssignment(problem, version, "不属本单位职责"));
        for (var i = 0; i < 3; i++)
        {
            await campaign.UnansweredAsync(problem);
        }

        (await campaign.CandidatesAsync()).ShouldHaveSingleItem();
        var referral = await campaign.DraftedReferralAsync(problem);
        await HandOverAsync(campaign, problem);
        (await campaign.CandidatesAsync()).ShouldBeEmpty();
        (await campaign.As(campaign.Clerk).Send(new GetCandidate(problem))).ShouldBeNotFound();
        await campaign.As(campaign.OfficeLeader).Do(new ApproveReferral(referral, 1, "同意移送"));
        var package = ReferralPackage.FromJson((await campaign.Rectify.FindAsync<Referral>(referral)).PackageJson);
        (package.Problem.Unit, package.Notices.Count).ShouldBe((campaign.Unit.Name, 3), "the letter is about the unit that was silent");

        for (var i = 0; i < 3; i++)
        {
            (await campaign.CandidatesAsync()).ShouldBeEmpty();
            var notice = await campaign.UnansweredAsync(problem);
            (await campaign.NoticeAsync(notice)).Ordinal.ShouldBe(i + 1);
        }

        var candidate = (await campaign.CandidatesAsync()).ShouldHaveSingleItem();
        (candidate.UnitId, candidate.Notices.Count).ShouldBe((campaign.OtherUnit.Id, 3));
        (await campaign.As(campaign.Clerk).Do(new GetCandidate(problem))).Notices.ShouldBe(candidate.Notices);
    }

    [Fact]
    public async Task Notices_to_another_unit_do_not_add_up_over_a_merge()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var merged = await campaign.AssignedAsync(dueInDays: 200);
        await campaign.Move(campaign.Handler, merged, version => new ObjectToAssignment(merged, version, "不属本单位职责"));
        await campaign.UnansweredAsync(merged);
        await campaign.UnansweredAsync(merged);
        await HandOverAsync(campaign, merged);
        var target = await campaign.RegisteredAsync();
        await campaign.Move(campaign.Clerk, target, version => new AssignProblem(target, version, campaign.OtherUnit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(90), null, [], ""));
        await campaign.As(campaign.OfficeLeader).Do(new MergeProblem(merged, await campaign.VersionAsync(merged), (await campaign.ProblemAsync(target)).Number!.Value, "同一问题"));
        await campaign.UnansweredAsync(target);
        (await campaign.CandidatesAsync()).ShouldBeEmpty();

        await campaign.UnansweredAsync(target);
        await campaign.UnansweredAsync(target);
        (await campaign.CandidatesAsync()).ShouldHaveSingleItem().Notices.Count.ShouldBe(3);
    }

    private static async Task HandOverAsync(RunningCampaign campaign, Guid problem)
    {
        await campaign.Move(campaign.OfficeLeader, problem, version => new DecideAssignmentObjection(problem, version, true, "职责已划转"));
        await campaign.Move(campaign.Clerk, problem, version => new AssignProblem(problem, version, campaign.OtherUnit.Id, ProblemKind.TimeLimited, campaign.Today.AddDays(90), null, [], ""));
    }

    [Fact]
    public async Task A_campaign_that_bears_two_notices_has_its_candidate_after_the_second()
    {
        await using var campaign = await RunningCampaign.StartAsync(new() { NoticeLimit = 2 });
        var problem = await campaign.UnansweredTimesAsync(2);

        (await campaign.CandidatesAsync()).ShouldHaveSingleItem().ProblemId.ShouldBe(problem);
    }

    [Fact]
    public async Task A_drafted_referral_takes_the_candidate_off_the_list_and_there_is_no_second_one()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync();
        await campaign.DraftedReferralAsync(problem);

        (await campaign.CandidatesAsync()).ShouldBeEmpty();
        (await campaign.As(campaign.Clerk).Send(new DraftReferral(Ids.New(), problem, "函", "提请处理"))).ShouldBeRefused(Rule.NotACandidate);
        (await campaign.As(campaign.Clerk).Send(new GetCandidate(problem))).ShouldBeNotFound();
    }

    [Fact]
    public async Task After_a_dismissal_only_a_further_failed_notice_makes_a_candidate_again()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync();
        (await campaign.As(campaign.Clerk).Send(new DismissCandidate(Ids.New(), problem, "已约谈"))).ShouldBeNotAllowed();
        (await campaign.As(campaign.OfficeLeader).Send(new DismissCandidate(Ids.New(), problem, " "))).ShouldBeInvalid("Reasons", "Required");
        var dismissed = Ids.New();
        await campaign.As(campaign.OfficeLeader).Do(new DismissCandidate(dismissed, problem, "已约谈主要负责人"));
        campaign.Time.AdvanceDays(60);
        (await campaign.CandidatesAsync()).ShouldBeEmpty();

        await campaign.UnansweredAsync(problem);
        (await campaign.CandidatesAsync()).ShouldHaveSingleItem().Notices.Count.ShouldBe(4);
        (await campaign.As(campaign.Clerk).Do(new GetCandidate(problem))).Dismissed.ShouldBe(["已约谈主要负责人"]);
        await campaign.Rectify.ShouldEqualItsFoldAsync<Referral>(dismissed);
    }

    [Fact]
    public async Task The_letter_tells_the_record_asks_for_handling_and_draws_no_conclusion()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var letter = (await campaign.As(campaign.Clerk).Do(new GetCandidate(await campaign.UnansweredTimesAsync()))).Letter;

        letter.ShouldContain("涉嫌");
        letter.ShouldContain("提请");
        letter.ShouldContain("不作定性");
        letter.ShouldContain("某府办督字〔2026〕3号，2026年3月18日送达");
        letter.Length.ShouldBeLessThan(Referral.LetterLength);
    }

    [Fact]
    public async Task Candidates_are_shown_to_the_office_alone()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync();
        foreach (var person in new[] { campaign.Handler, campaign.Leader, campaign.DisciplineOfficer, campaign.Official, campaign.Checker, campaign.Administrator })
        {
            (await campaign.As(person).Send(new ListCandidates())).ShouldBeNotAllowed();
            (await campaign.As(person).Send(new GetCandidate(problem))).ShouldBeNotAllowed();
        }

        (await campaign.As(campaign.OfficeLeader).Do(new ListCandidates())).Total.ShouldBe(1);
    }
}
