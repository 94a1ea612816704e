using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>Who sees which problem: units their own and those they assist with, the office and officials all that has been registered. A draft has no number, nor has one withdrawn before it was registered.</summary>
public static class Visibility
{
    public static IQueryable<Problem> VisibleTo(this IQueryable<Problem> problems, Actor actor)
    {
        var unit = actor.UnitId;
        if (actor.SeesAllUnits)
        {
            return problems.Where(problem => problem.Number != null || problem.UnitId == unit);
        }

        // Said with "in", the few are found by index; with "exists", every problem of the campaign is asked.
        var assisted = problems.Where(problem => problem.Number != null).SelectMany(problem => problem.AssistingUnits)
            .Where(assisting => assisting.UnitId == unit).Select(assisting => EF.Property<Guid>(assisting, "ProblemId"));
        return problems.Where(problem => problem.UnitId == unit || assisted.Contains(problem.Id));
    }

    /// <summary>The same rule for a problem already loaded.</summary>
    public static bool IsVisibleTo(this Problem problem, Actor actor) =>
        problem.UnitId == actor.UnitId
        || (problem.Number is not null && (actor.SeesAllUnits || problem.AssistingUnits.Any(assisting => assisting.UnitId == actor.UnitId)));

    /// <summary>Loads a campaign to read its rules; not tracked, so not changed by accident.</summary>
    /// <exception cref="SubjectNotFound">There is none.</exception>
    internal static async Task<Campaign> CampaignAsync(this RectifyDb db, Guid campaignId) =>
        await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(campaign => campaign.Id == campaignId) ?? throw new SubjectNotFound(campaignId);
}
