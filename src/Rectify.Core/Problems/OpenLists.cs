using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

internal static class OpenLists
{
    /// <summary>The list the person's unit is filling; started when there is none, as a supplement when an earlier one has been accepted.</summary>
    public static async Task<ProblemList> OpenListAsync(this RectifyDb db, Campaign campaign, Stamp stamp)
    {
        var unitId = stamp.By.UnitId;
        var lists = await db.Set<ProblemList>().AsTracking().Where(list => list.CampaignId == campaign.Id && list.UnitId == unitId).ToListAsync();
        var open = lists.Find(list => list.TakesEntries);
        if (open is null)
        {
            Rules.Require(lists.TrueForAll(list => list.State == ProblemListState.Accepted), Rule.ListNotOpenForEntry, ProblemListState.Submitted);
            open = ProblemList.Start(Ids.New(), campaign, unitId, lists.Count + 1, stamp);
            db.Add(open);
        }

        return open;
    }

    /// <summary>The campaign's next free problem number. Numbers of void and merged problems stay used.</summary>
    public static async Task<int> NextNumberAsync(this RectifyDb db, Guid campaignId) =>
        (await db.Set<Problem>().Where(problem => problem.CampaignId == campaignId).MaxAsync(problem => problem.Number) ?? 0) + 1;
}
