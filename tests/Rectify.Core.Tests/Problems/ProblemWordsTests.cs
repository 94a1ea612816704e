using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

/// <summary>The words that the procedure demands are demanded by the problem itself, not by its forms alone.</summary>
public sealed class ProblemWordsTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private readonly RunningCampaign _campaign = shared.Campaign;

    [Fact]
    public async Task What_is_sent_back_says_what_is_still_required()
    {
        var plan = await _campaign.AssignedAsync();
        await _campaign.Move(_campaign.Handler, plan, version => new PreparePlan(plan, version, RunningCampaign.Plan()));
        await _campaign.Move(_campaign.Leader, plan, version => new SignForUnit(plan, version));

        (await AgainstBlankAsync(plan, _campaign.Clerk, (problem, campaign, text, by) => problem.ReturnPlan(campaign, text, by))).ShouldBe(Rule.FurtherRequirementRequired);
        (await AgainstBlankAsync(await _campaign.AppliedAsync(), _campaign.Checker, (problem, campaign, text, by) => problem.ReturnCloseOut(campaign, text, by))).ShouldBe(Rule.FurtherRequirementRequired);
    }

    [Fact]
    public async Task No_step_towards_the_end_is_taken_without_telling_the_result()
    {
        var done = await _campaign.RectifyingAsync();
        await _campaign.TickAllAsync(done);
        await _campaign.AddEvidenceAsync(done);
        var longTerm = await _campaign.RectifyingAsync();
        await _campaign.Move(_campaign.Handler, longTerm, version => new AskLongTerm(longTerm, version, "每季度抽查合格", _campaign.Today.AddDays(90), "须长期坚持"));
        await _campaign.Move(_campaign.Leader, longTerm, version => new SignForUnit(longTerm, version));
        await _campaign.Move(_campaign.OfficeLeader, longTerm, version => new DecideLongTerm(longTerm, version, true, ""));

        (await AgainstBlankAsync(done, _campaign.Handler, (problem, campaign, text, by) => problem.PrepareCloseOut(campaign, text, by))).ShouldBe(Rule.ResultRequired);
        (await AgainstBlankAsync(await _campaign.RecheckedAsync(), _campaign.OfficeLeader, (problem, campaign, text, by) => problem.StartPublicNotice(campaign, text, by))).ShouldBe(Rule.ResultRequired);
        (await AgainstBlankAsync(await _campaign.ClosedAsync(), _campaign.Checker, (problem, campaign, text, by) => LookBack.Make(Ids.New(), campaign, problem, 1, false, text, by))).ShouldBe(Rule.ResultRequired);
        (await AgainstBlankAsync(longTerm, _campaign.Checker, (problem, _, text, by) => problem.ReviewLongTerm(text, by.Today.AddDays(90), by))).ShouldBe(Rule.ResultRequired);
    }

    private async Task<Rule> AgainstBlankAsync(Guid id, Person by, Action<Problem, Campaign, string, Stamp> move)
    {
        var (problem, campaign) = (await _campaign.ProblemAsync(id), await _campaign.Rectify.FindAsync<Campaign>(_campaign.Id));
        return Outcomes.RuleAgainstBlank(text => move(problem, campaign, text, _campaign.StampOf(by)));
    }
}
