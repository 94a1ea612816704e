using Rectify.Core.Ledger;
using Rectify.Core.Problems;

namespace Rectify.Core.Notices;

/// <summary>Takes facts over: the only code that sets a notice's fields.</summary>
public sealed partial class Notice
{
    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case NoticeDrafted f:
                (Id, CampaignId, ProblemId, UnitId) = (f.NoticeId, f.CampaignId, f.ProblemId, f.UnitId);
                Take(f.Form, stamp);
                break;
            case NoticeRevised f:
                Take(f.Form, stamp);
                break;
            case NoticeDiscarded:
                End(NoticeState.Discarded, stamp);
                break;
            case NoticeSigned f:
                (State, Prefix, Year, Serial, Ordinal) = (NoticeState.Signed, f.Prefix, f.Year, f.Serial, f.Ordinal);
                (SignedOn, SignedBy) = (stamp.On, stamp.ByName);
                break;
            case NoticeScanAdded f:
                Scans = [.. Scans, new StampedScan(f.File, stamp.ByName, stamp.On)];
                break;
            case NoticeIssued f:
                (State, IssuedOn, Delivery, ReceiptDue) = (NoticeState.Issued, stamp.On, f.Delivery, f.ReceiptDue);
                (ReplyDue, ReplyBasis, CorrectionDue, CorrectionBasis) = (f.ReplyDue, f.ReplyBasis, f.CorrectionDue, f.CorrectionBasis);
                OnlyUnansweredCounts = f.OnlyUnansweredCounts;
                break;
            case NoticeReceived:
                (State, ReceivedOn, ReceivedBy) = (NoticeState.Received, stamp.On, stamp.ByName);
                break;
            case NoticeReplyPrepared f:
                Prepared = f.Reply;
                break;
            case NoticeReplied:
                (State, FirstReplyOn) = (NoticeState.Replied, FirstReplyOn ?? stamp.On);
                (UnitCommitment, Implementer, ClaimsCorrected) = (Prepared!.Commitment, Prepared.Implementer, Prepared.ClaimsCorrected);
                Replies = [.. Replies, Prepared with { Signed = Opinion.Of(stamp) }];
                Prepared = null;
                break;
            case NoticeReplyAccepted f:
                State = NoticeState.ReplyAccepted;
                Replies = [.. Replies.SkipLast(1), Replies[^1] with { Decision = Opinion.Of(stamp, f.Opinion), Accepted = true }];
                break;
            case NoticeReplyReturned f:
                State = NoticeState.ReplyReturned;
                Replies = [.. Replies.SkipLast(1), Replies[^1] with { Decision = Opinion.Of(stamp, f.Reasons), Accepted = false }];
                break;
            case NoticeChecked f:
                Checks = [.. Checks, new NoticeCheck(f.Corrected, Opinion.Of(stamp, f.Findings))];
                UncorrectedOn = f.Corrected ? UncorrectedOn : UncorrectedOn ?? stamp.On;
                State = f.Corrected ? NoticeState.Corrected : State;
                break;
            case NoticeFiled:
                End(NoticeState.Filed, stamp);
                break;
            case NoticeRevoked:
                End(NoticeState.Revoked, stamp);
                break;
            case NoticeObjected f:
                (HasOpenObjection, Objection) = (true, new NoticeObjection(f.Text, Opinion.Of(stamp)));
                break;
            case NoticeObjectionDecided f:
                (HasOpenObjection, Objection) = (false, Objection! with { Upheld = f.Upheld, Decision = Opinion.Of(stamp, f.Reasons) });
                break;
            case NoticeSuspended:
                SuspendedOn = stamp.On;
                break;
            case NoticeResumed f:
                (SuspendedOn, ReplyDue, CorrectionDue) = (null, f.ReplyDue, f.CorrectionDue);
                break;
        }
    }

    private void Take(NoticeForm form, FactStamp stamp) =>
        (InspectedPartyName, ProblemsFound, Basis, CorrectionDate, DraftedBy) = (form.InspectedPartyName, form.ProblemsFound, form.Basis, form.CorrectionDate, stamp.By);

    private void End(NoticeState state, FactStamp stamp) => (State, EndedOn, Prepared, HasOpenObjection) = (state, stamp.On, null, false);
}
