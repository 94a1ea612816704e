using Rectify.Core.Escalations;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Escalations;

/// <summary>Short ways to bring a problem and its referral to a state.</summary>
internal static class ReferralSteps
{
    /// <summary>A problem on which notices went unanswered, by default as many as make it a candidate.</summary>
    public static async Task<Guid> UnansweredTimesAsync(this RunningCampaign campaign, int times = 3)
    {
        var problem = await campaign.AssignedAsync(dueInDays: 200);
        for (var i = 0; i < times; i++)
        {
            await campaign.UnansweredAsync(problem);
        }

        return problem;
    }

    public static async Task<Guid> DraftedReferralAsync(this RunningCampaign campaign, Guid? problem = null)
    {
        var id = Ids.New();
        await campaign.As(campaign.Clerk).Do(new DraftReferral(id, problem ?? await campaign.UnansweredTimesAsync(), "关于移送问题材料的函", "涉嫌整改责任未落实，提请处理。"));
        return id;
    }

    public static async Task<Guid> ApprovedReferralAsync(this RunningCampaign campaign, Guid? problem = null)
    {
        var id = await campaign.DraftedReferralAsync(problem);
        await campaign.As(campaign.OfficeLeader).Do(new ApproveReferral(id, 1, "同意移送"));
        return id;
    }

    public static async Task<Guid> TransferredReferralAsync(this RunningCampaign campaign, Guid? problem = null)
    {
        var id = await campaign.ApprovedReferralAsync(problem);
        await campaign.As(campaign.OfficeLeader).Do(new TransferReferral(id, 2));
        return id;
    }

    public static async Task<IReadOnlyList<CandidateLine>> CandidatesAsync(this RunningCampaign campaign) =>
        (await campaign.As(campaign.Clerk).Do(new ListCandidates(campaign.Id))).Items;
}
