using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>The office's moves: draft, sign, issue, decide on the reply, check, file, revoke.</summary>
public sealed partial class Notice
{
    /// <summary>The clerk writes the next notice on a problem; refused while another one is unfinished.</summary>
    public static Notice Draft(Guid id, Campaign campaign, Problem problem, NoticeLadder ladder, NoticeForm form, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Notices);
        problem.MustTakeNotice();
        Rules.Require(stamp.By.UnitId != problem.UnitId, Rule.OfOwnUnit);
        ladder.MustBeFree(stamp.Today);
        MustBeSound(form, stamp);
        var notice = new Notice();
        notice.Record(new NoticeDrafted(id, campaign.Id, problem.Id, problem.UnitId, form.Trimmed()), stamp);
        return notice;
    }

    public void Revise(NoticeForm form, Stamp stamp)
    {
        MustBe(NoticeState.Draft);
        MustBeOutsider(stamp);
        MustBeSound(form, stamp);
        Record(new NoticeRevised(form.Trimmed()), stamp);
    }

    /// <summary>Throws a draft away; it never had a number.</summary>
    public void Discard(string reasons, Stamp stamp)
    {
        MustBe(NoticeState.Draft);
        MustBeOutsider(stamp);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new NoticeDiscarded(reasons.Trim()), stamp);
    }

    /// <summary>签发 by the office leader, who did not write it: number and rung are given.</summary>
    /// <param name="serial">The year's next free number.</param>
    public void Sign(Campaign campaign, Problem problem, NoticeLadder ladder, int serial, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Notices);
        MustBe(NoticeState.Draft);
        MustBeOutsider(stamp);
        Rules.Require(stamp.By.PersonId != DraftedBy, Rule.SamePerson, stamp.By.Name);
        MustStillFit(problem);
        ladder.MustBeFree(stamp.Today, Id);
        Record(new NoticeSigned(NoticeNumber.PrefixOf(campaign), stamp.Today.Year, serial, ladder.NextOrdinal(stamp.Today)), stamp);
    }

    /// <summary>送达: the notice counts as served from this day, signed for or not, and the clocks start.</summary>
    public void Issue(Campaign campaign, Problem problem, string delivery, WorkingCalendar calendar, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Notices);
        MustBe(NoticeState.Signed);
        MustBeOutsider(stamp);
        MustStillFit(problem);
        Rules.Require(CorrectionDate is null || CorrectionDate >= stamp.Today, Rule.DueDateInThePast, CorrectionDate!);
        var policy = campaign.Policy;
        Record(new NoticeIssued(
            delivery.Trim(),
            calendar.AddWorkingDays(stamp.Today, policy.ReceiptWorkingDays).Date,
            calendar.AddWorkingDays(stamp.Today, policy.ReplyWorkingDays).Date,
            new DueBasis(stamp.Today, policy.ReplyWorkingDays),
            CorrectionDate ?? calendar.AddWorkingDays(stamp.Today, policy.CorrectionWorkingDays).Date,
            new DueBasis(stamp.Today, CorrectionDate is null ? policy.CorrectionWorkingDays : null),
            policy.OnlyUnansweredNoticesCount), stamp);
        problem.OpenNotice(Id, Number!.Text, Ordinal, stamp);
    }

    /// <summary>撤销 before any reply and before it failed: the number stays used, the notice no longer counts.</summary>
    /// <param name="ladder">The notices on the same problem; the former one answers again.</param>
    public void Revoke(Problem problem, NoticeLadder ladder, string reasons, Stamp stamp)
    {
        MustBe(NoticeState.Signed, NoticeState.Issued, NoticeState.Received);
        MustBeOutsider(stamp);
        Rules.Require(UncorrectedOn is null && !IsFailed(stamp.Today), Rule.NoticeHasFailed);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        var wasIssued = IssuedOn is not null;
        Record(new NoticeRevoked(reasons.Trim()), stamp);
        if (wasIssued)
        {
            var former = ladder.Notices.Where(other => other.Id != Id && other.ProblemId == ProblemId && other.UnitId == UnitId && other.IssuedOn is not null && !other.HasEnded).MaxBy(other => (other.Year, other.Serial));
            problem.EndNotice(Id, Problem.RevokedNotice, stamp, former?.Id);
        }
    }

    /// <summary>Whether <see cref="Revoke"/> is still open to the office leader.</summary>
    public bool MayBeRevoked(DateOnly today) =>
        State is NoticeState.Signed or NoticeState.Issued or NoticeState.Received && UncorrectedOn is null && !IsFailed(today);

    /// <summary>The office finds the reply sufficient. That alone ends nothing: the check is to come.</summary>
    public void AcceptReply(string opinion, Stamp stamp)
    {
        MustBe(NoticeState.Replied);
        MustBeOutsider(stamp);
        Record(new NoticeReplyAccepted(opinion.Trim()), stamp);
    }

    /// <summary>The office wants another reply; whether the unit was in time stays judged by the first.</summary>
    public void ReturnReply(string reasons, Stamp stamp)
    {
        MustBe(NoticeState.Replied);
        MustBeOutsider(stamp);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new NoticeReplyReturned(reasons.Trim()), stamp);
    }

    /// <summary>A checker, not of the unit, says whether the problem is corrected: after the correction date, or once an accepted reply claims it.</summary>
    public void Check(bool corrected, string findings, Stamp stamp)
    {
        MustBeWithUnit();
        MustBeOutsider(stamp);
        Rules.Require(SuspendedOn is null, Rule.NoticeSuspended);
        var claimed = State == NoticeState.ReplyAccepted && ClaimsCorrected;
        Rules.Require(claimed || stamp.Today > CorrectionDue, Rule.CheckTooEarly, CorrectionDue!);
        Rules.Require(!corrected || State == NoticeState.ReplyAccepted || IsFailed(stamp.Today), Rule.ReplyNotAccepted);
        Rules.Require(findings.Trim().Length > 0, Rule.ResultRequired);
        Record(new NoticeChecked(corrected, findings.Trim()), stamp);
    }

    /// <summary>Whether a check may be recorded now.</summary>
    public bool MayBeChecked(DateOnly today) =>
        IsWithUnit && SuspendedOn is null && (today > CorrectionDue || (State == NoticeState.ReplyAccepted && ClaimsCorrected));

    /// <summary>归档 once corrected; one that failed stays counted as failed.</summary>
    public void File(Problem problem, Stamp stamp)
    {
        MustBe(NoticeState.Corrected);
        MustBeOutsider(stamp);
        Record(new NoticeFiled(), stamp);
        if (problem.OpenNoticeId == Id)
        {
            problem.EndNotice(Id, StateName, stamp);
        }
    }

    /// <summary>Keeps a scan of the stamped paper, as soon as there is a number to bring it back by.</summary>
    public void AddScan(StoredFile file, Stamp stamp)
    {
        Rules.Require(Year is not null, Rule.WrongState, State);
        MustBeOutsider(stamp);
        Record(new NoticeScanAdded(file), stamp);
    }

    private void MustStillFit(Problem problem)
    {
        problem.MustTakeNotice();
        Rules.Require(problem.UnitId == UnitId, Rule.ProblemReassigned);
    }

    private static void MustBeSound(NoticeForm form, Stamp stamp)
    {
        Rules.Require(form.InspectedPartyName.Trim().Length > 0 && form.ProblemsFound.Trim().Length > 0, Rule.NoticeFormIncomplete);
        Rules.Require(form.CorrectionDate is null || form.CorrectionDate >= stamp.Today, Rule.DueDateInThePast, form.CorrectionDate!);
    }
}
