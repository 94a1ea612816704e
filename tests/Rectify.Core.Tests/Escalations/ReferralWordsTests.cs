using Rectify.Core.Escalations;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Escalations;

/// <summary>A referral asks for its words itself, not by its forms alone.</summary>
public sealed class ReferralWordsTests
{
    [Fact]
    public async Task No_letter_is_kept_with_a_field_that_nobody_fills()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync();
        var clerk = campaign.As(campaign.Clerk);

        (await clerk.Send(new DraftReferral(Ids.New(), problem, "关于{单位}的函", "提请处理"))).ShouldBeInvalid("Title", "TemplateFieldLeft");
        (await clerk.Send(new DraftReferral(Ids.New(), problem, "函", "｛文号｝提请处理"))).ShouldBeInvalid("Letter", "TemplateFieldLeft");
        var id = await campaign.DraftedReferralAsync(problem);
        (await clerk.Send(new RedraftReferral(id, 1, "函", "{问题}"))).ShouldBeInvalid("Letter", "TemplateFieldLeft");
    }

    [Fact]
    public async Task No_letter_goes_out_empty_and_no_outcome_comes_back_empty()
    {
        await using var campaign = await RunningCampaign.StartAsync();
        var problem = await campaign.UnansweredTimesAsync();
        await using var db = campaign.Rectify.Database.CreateDbContext();
        var (candidate, ofCampaign, ladder, earlier) = await db.CaseAsync(problem);
        Outcomes.RuleAgainstBlank(text => Referral.Draft(Ids.New(), ofCampaign, candidate, ladder, earlier, "函", text, campaign.StampOf(campaign.Clerk))).ShouldBe(Rule.LetterRequired);

        Outcomes.RuleAgainstBlank(title => Referral.Draft(Ids.New(), ofCampaign, candidate, ladder, earlier, title, "提请处理", campaign.StampOf(campaign.Clerk))).ShouldBe(Rule.LetterRequired);

        var id = await campaign.TransferredReferralAsync(problem);
        await campaign.As(campaign.DisciplineOfficer).Do(new AcknowledgeReferral(id, 3, "收字12号"));
        var acknowledged = await campaign.Rectify.FindAsync<Referral>(id);
        Outcomes.RuleAgainstBlank(text => acknowledged.RecordOutcome(text, campaign.StampOf(campaign.DisciplineOfficer))).ShouldBe(Rule.ResultRequired);

        var draft = await campaign.Rectify.FindAsync<Referral>(await campaign.DraftedReferralAsync(await campaign.UnansweredTimesAsync()));
        Outcomes.RuleAgainstBlank(text => draft.Redraft(ladder, "函", text, campaign.StampOf(campaign.Clerk))).ShouldBe(Rule.LetterRequired);
    }
}
