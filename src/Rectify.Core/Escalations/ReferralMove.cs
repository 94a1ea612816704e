using System.Linq.Expressions;
using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>What can be done with a referral. Pages offer the moves open to a person now; the domain still checks each.</summary>
public enum ReferralMove
{
    Redraft = 1,
    Approve = 2,
    Transfer = 3,
    Acknowledge = 4,
    Return = 5,
    RecordOutcome = 6,
    Archive = 7,
    Dismiss = 8,
}

public static class ReferralMoves
{
    public static IReadOnlyList<ReferralMove> OpenTo(Referral referral, Actor actor) =>
        [.. Enum.GetValues<ReferralMove>().Where(move => actor.UnitId != referral.UnitId && actor.May(Needed(move)) && IsTimeFor(move, referral, actor))];

    /// <summary>The referrals that wait for this person.</summary>
    public static Expression<Func<Referral, bool>> WaitingFor(Actor actor)
    {
        var id = actor.PersonId;
        var (leads, clerks, disciplines) = (actor.Has(Role.OfficeLeader), actor.Has(Role.OfficeClerk), actor.Has(Role.DisciplineOfficer));
        return referral =>
            (leads && ((referral.State == ReferralState.Drafted && referral.DraftedBy != id) || referral.State == ReferralState.Approved))
            || (clerks && (referral.State == ReferralState.Returned || referral.State == ReferralState.OutcomeRecorded))
            || (disciplines && (referral.State == ReferralState.Transferred || referral.State == ReferralState.Acknowledged));
    }

    private static Permission Needed(ReferralMove move) => move switch
    {
        ReferralMove.Redraft or ReferralMove.Archive => Permission.DraftReferral,
        ReferralMove.Approve or ReferralMove.Transfer or ReferralMove.Dismiss => Permission.ApproveReferral,
        _ => Permission.HandleReferral,
    };

    private static bool IsTimeFor(ReferralMove move, Referral referral, Actor actor) => move switch
    {
        ReferralMove.Redraft => referral.State is ReferralState.Drafted or ReferralState.Approved or ReferralState.Returned,
        ReferralMove.Approve => referral.State == ReferralState.Drafted && referral.DraftedBy != actor.PersonId,
        ReferralMove.Transfer => referral.State == ReferralState.Approved,
        ReferralMove.Acknowledge or ReferralMove.Return => referral.State == ReferralState.Transferred,
        ReferralMove.RecordOutcome => referral.State == ReferralState.Acknowledged,
        ReferralMove.Archive => referral.State == ReferralState.OutcomeRecorded,
        ReferralMove.Dismiss => referral.State is ReferralState.Drafted or ReferralState.Returned,
        _ => false,
    };
}
