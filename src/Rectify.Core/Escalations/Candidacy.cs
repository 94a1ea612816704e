using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>
/// 达到移送条件: as many failed notices to the problem's present unit on the same problem as the policy bears (source 2: three), at least one of which no referral
/// has dealt with, and no referral of that unit under way. Derived from the record and the clock; nobody has to notice it.
/// </summary>
public static class Candidacy
{
    /// <param name="ladder">The notices on the problem and all merged into it.</param>
    /// <param name="earlier">Every referral of those problems, dismissed ones too.</param>
    public static bool Holds(CampaignPolicy policy, Problem problem, NoticeLadder ladder, IReadOnlyList<Referral> earlier, DateOnly today)
    {
        var failed = Covers(ladder, today);
        var covered = earlier.SelectMany(referral => referral.Covered.Select(notice => notice.NoticeId)).ToHashSet();
        return problem.MergedIntoId is null && failed.Count >= policy.NoticeLimit && failed.Any(id => !covered.Contains(id)) && earlier.All(referral => !referral.IsRunning || referral.UnitId != problem.UnitId);
    }

    internal static void Require(CampaignPolicy policy, Problem problem, NoticeLadder ladder, IReadOnlyList<Referral> earlier, DateOnly today) =>
        Rules.Require(Holds(policy, problem, ladder, earlier, today), Rule.NotACandidate);

    /// <summary>The failed notices a referral made today rests on.</summary>
    internal static IReadOnlyList<Guid> Covers(NoticeLadder ladder, DateOnly today) => [.. ladder.Failed(today).Select(notice => notice.Id)];
}
