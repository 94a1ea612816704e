using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Notices;

/// <summary>The four things the form asks for, and to whom: demanded by the notice itself, not by its pages alone.</summary>
public sealed class NoticeWordsTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private readonly RunningCampaign _campaign = shared.Campaign;

    [Fact]
    public async Task A_notice_names_the_inspected_party_and_the_problems_found()
    {
        var (draft, clerk) = (await _campaign.NoticeAsync(await _campaign.DraftedAsync(await _campaign.AssignedAsync())), _campaign.StampOf(_campaign.Clerk));

        Outcomes.RuleAgainstBlank(text => draft.Revise(NoticeSteps.Form() with { InspectedPartyName = text }, clerk)).ShouldBe(Rule.NoticeFormIncomplete);
        Outcomes.RuleAgainstBlank(text => draft.Revise(NoticeSteps.Form() with { ProblemsFound = text }, clerk)).ShouldBe(Rule.NoticeFormIncomplete);
    }

    [Fact]
    public async Task A_reply_holds_an_answer_an_undertaking_and_a_person()
    {
        var (notice, handler) = (await _campaign.NoticeAsync(await _campaign.IssuedAsync(await _campaign.AssignedAsync())), _campaign.StampOf(_campaign.Handler));

        Outcomes.RuleAgainstBlank(text => notice.PrepareReply(text, "三日内恢复", "科长", false, null, handler)).ShouldBe(Rule.ReplyIncomplete);
        Outcomes.RuleAgainstBlank(text => notice.PrepareReply("已联系维保", text, "科长", false, null, handler)).ShouldBe(Rule.ReplyIncomplete);
        Outcomes.RuleAgainstBlank(text => notice.PrepareReply("已联系维保", "三日内恢复", text, false, null, handler)).ShouldBe(Rule.ReplyIncomplete);
    }

    [Fact]
    public async Task A_check_tells_what_was_found()
    {
        var (notice, checker) = (await _campaign.NoticeAsync(await _campaign.AcceptedAsync(await _campaign.AssignedAsync(), claimsCorrected: true)), _campaign.StampOf(_campaign.Checker));

        Outcomes.RuleAgainstBlank(text => notice.Check(false, text, checker)).ShouldBe(Rule.ResultRequired);
    }

    [Fact]
    public async Task A_notice_written_to_one_unit_is_not_sent_once_the_problem_went_to_another()
    {
        var problem = await _campaign.AssignedAsync();
        var (draft, signed) = (await _campaign.DraftedAsync(problem), await _campaign.AssignedAsync());
        var unsent = await _campaign.SignedAsync(signed);
        foreach (var id in new[] { problem, signed })
        {
            await _campaign.Move(_campaign.Handler, id, version => new ObjectToAssignment(id, version, "职责已划转"));
            await _campaign.Move(_campaign.OfficeLeader, id, version => new DecideAssignmentObjection(id, version, true, "职责已划转"));
            await _campaign.Move(_campaign.Clerk, id, version => new AssignProblem(id, version, _campaign.OtherUnit.Id, ProblemKind.TimeLimited, _campaign.Today.AddDays(20), null, [], ""));
        }

        (await _campaign.As(_campaign.OfficeLeader).Send(new SignNotice(draft, 1))).ShouldBeRefused(Rule.ProblemReassigned);
        (await _campaign.As(_campaign.OfficeLeader).Send(new IssueNotice(unsent, 2, "送达办公室"))).ShouldBeRefused(Rule.ProblemReassigned);
        await _campaign.As(_campaign.Clerk).Do(new DiscardNotice(draft, 1, "问题已改派"));
        await _campaign.As(_campaign.OfficeLeader).Do(new RevokeNotice(unsent, 2, "问题已改派"));
        (await _campaign.NoticeAsync(await _campaign.SignedAsync(problem))).UnitId.ShouldBe(_campaign.OtherUnit.Id);
    }
}
