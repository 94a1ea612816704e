using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>Who sees which referral: the office all, the discipline desk only what was transferred to it.</summary>
public static class ReferralVisibility
{
    private static readonly ReferralState[] Referred =
        [ReferralState.Transferred, ReferralState.Acknowledged, ReferralState.Returned, ReferralState.OutcomeRecorded, ReferralState.Archived];

    public static IQueryable<Referral> VisibleTo(this IQueryable<Referral> referrals, Actor actor)
    {
        var unit = actor.UnitId;
        return IsOffice(actor)
            ? referrals.Where(referral => referral.UnitId != unit)
            : referrals.Where(referral => referral.UnitId != unit && Referred.Contains(referral.State));
    }

    /// <summary>The same rule for a referral already loaded.</summary>
    public static bool IsVisibleTo(this Referral referral, Actor actor) =>
        referral.UnitId != actor.UnitId && (IsOffice(actor) || Referred.Contains(referral.State));

    /// <summary>Candidates and drafts are the office's alone.</summary>
    internal static bool IsOffice(Actor actor) => actor.May(Permission.ViewCandidates);
}
