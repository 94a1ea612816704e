using System.Linq.Expressions;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>What can be done with a notice. Pages offer the moves open to a person now; the domain still checks each.</summary>
public enum NoticeMove
{
    Revise = 1,
    Discard = 2,
    Sign = 3,
    Issue = 4,
    Revoke = 5,
    Receive = 6,
    PrepareReply = 7,
    SignReply = 8,
    AcceptReply = 9,
    ReturnReply = 10,
    Check = 11,
    File = 12,
    Object = 13,
    DecideObjection = 14,
    Suspend = 15,
    Resume = 16,
}

public static class NoticeMoves
{
    private static readonly NoticeState[] AwaitsReply = [NoticeState.Issued, NoticeState.Received, NoticeState.ReplyReturned, NoticeState.ReplyAccepted];

    /// <summary>What others wait for stands first, taking back and putting off last.</summary>
    private static readonly NoticeMove[] ByUrgency =
    [
        NoticeMove.DecideObjection, NoticeMove.Sign, NoticeMove.Issue, NoticeMove.AcceptReply, NoticeMove.ReturnReply, NoticeMove.Check, NoticeMove.File,
        NoticeMove.SignReply, NoticeMove.PrepareReply, NoticeMove.Receive, NoticeMove.Object,
        NoticeMove.Resume, NoticeMove.Suspend, NoticeMove.Revise, NoticeMove.Revoke, NoticeMove.Discard,
    ];

    /// <summary>The moves open to the person today, the most urgent first.</summary>
    public static IReadOnlyList<NoticeMove> OpenTo(Notice notice, Actor actor, DateOnly today) =>
        [.. ByUrgency.Where(move => MayDo(move, notice, actor) && IsTimeFor(move, notice, actor, today))];

    /// <summary>The notices that wait for this person: the desk's question, answered by the database.</summary>
    public static Expression<Func<Notice, bool>> WaitingFor(Actor actor, DateOnly today)
    {
        var (id, unit) = (actor.PersonId, actor.UnitId);
        var (leads, clerks, checks) = (actor.Has(Role.OfficeLeader), actor.Has(Role.OfficeClerk), actor.Has(Role.Checker));
        var (handles, confirms) = (actor.Has(Role.UnitHandler), actor.Has(Role.UnitLeader));
        return notice =>
            (leads && ((notice.State == NoticeState.Draft && notice.DraftedBy != id) || notice.State == NoticeState.Signed || notice.HasOpenObjection))
            || (clerks && (notice.State == NoticeState.Replied || notice.State == NoticeState.Corrected))
            || (checks && notice.SuspendedOn == null && notice.UncorrectedOn == null && notice.State >= NoticeState.Issued && notice.State < NoticeState.Corrected
                && (notice.CorrectionDue < today || (notice.State == NoticeState.ReplyAccepted && notice.ClaimsCorrected)))
            || (notice.UnitId == unit && notice.Prepared != null && confirms)
            || (notice.UnitId == unit && notice.Prepared == null && handles
                && (notice.State == NoticeState.Issued || notice.State == NoticeState.Received || notice.State == NoticeState.ReplyReturned));
    }

    private static bool MayDo(NoticeMove move, Notice notice, Actor actor)
    {
        var ofUnit = move is NoticeMove.Receive or NoticeMove.PrepareReply or NoticeMove.SignReply or NoticeMove.Object;
        return actor.UnitId == notice.UnitId == ofUnit && actor.May(move switch
        {
            NoticeMove.Revise or NoticeMove.Discard or NoticeMove.AcceptReply or NoticeMove.ReturnReply or NoticeMove.File => Permission.DraftNotice,
            NoticeMove.Check => Permission.CheckNotice,
            NoticeMove.SignReply => Permission.SignForUnit,
            NoticeMove.Receive or NoticeMove.PrepareReply or NoticeMove.Object => Permission.ReplyToNotice,
            _ => Permission.SignNotice,
        });
    }

    private static bool IsTimeFor(NoticeMove move, Notice notice, Actor actor, DateOnly today) => move switch
    {
        NoticeMove.Revise or NoticeMove.Discard => notice.State == NoticeState.Draft,
        NoticeMove.Sign => notice.State == NoticeState.Draft && notice.DraftedBy != actor.PersonId,
        NoticeMove.Issue => notice.State == NoticeState.Signed,
        NoticeMove.Revoke => notice.MayBeRevoked(today),
        NoticeMove.Receive => notice.State == NoticeState.Issued,
        NoticeMove.PrepareReply => AwaitsReply.Contains(notice.State),
        NoticeMove.SignReply => AwaitsReply.Contains(notice.State) && notice.Prepared is not null,
        NoticeMove.AcceptReply or NoticeMove.ReturnReply => notice.State == NoticeState.Replied,
        NoticeMove.Check => notice.MayBeChecked(today),
        NoticeMove.File => notice.State == NoticeState.Corrected,
        NoticeMove.Object => notice.MayBeObjectedTo(today),
        NoticeMove.DecideObjection => notice.HasOpenObjection,
        NoticeMove.Suspend => notice.MayBeSuspended(today),
        NoticeMove.Resume => notice.MayBeResumed,
        _ => false,
    };
}
