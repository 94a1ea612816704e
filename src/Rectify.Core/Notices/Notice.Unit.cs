using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>The unit's moves, and the objection with what the office leader makes of it.</summary>
public sealed partial class Notice
{
    /// <summary>签收: told for the record; no clock waits for it.</summary>
    public void Receive(Stamp stamp)
    {
        MustBe(NoticeState.Issued);
        MustBeOfUnit(stamp);
        Record(new NoticeReceived(), stamp);
    }

    /// <summary>The unit's handler writes the reply, or writes it anew until the leader has confirmed it.</summary>
    public void PrepareReply(string text, string commitment, string implementer, bool claimsCorrected, ReplyScan? scan, Stamp stamp)
    {
        MustAwaitReply(stamp);
        Rules.Require(text.Trim().Length > 0 && commitment.Trim().Length > 0 && implementer.Trim().Length > 0, Rule.ReplyIncomplete);
        Record(new NoticeReplyPrepared(new NoticeReply(text.Trim(), commitment.Trim(), implementer.Trim(), claimsCorrected, scan, stamp.Opinion())), stamp);
    }

    /// <summary>The unit's leader confirms the reply: only now has the unit replied. A late one is kept and shown as late.</summary>
    public void SignReply(Stamp stamp)
    {
        MustAwaitReply(stamp);
        Rules.Require(Prepared is not null, Rule.ReplyNotPrepared);
        Record(new NoticeReplied(), stamp);
    }

    /// <summary>The unit objects within the calendar days the law gives (政府督查工作条例 art. 17); once a notice.</summary>
    public void Object(string text, Stamp stamp)
    {
        MustBeWithUnit();
        MustBeOfUnit(stamp);
        var last = IssuedOn!.Value.AddDays(NoticeObjection.Days);
        Rules.Require(stamp.Today <= last, Rule.ObjectionTooLate, last);
        Rules.Require(Objection is null, Rule.AlreadyObjected);
        Rules.Require(text.Trim().Length > 0, Rule.ReasonRequired);
        Record(new NoticeObjected(text.Trim()), stamp);
    }

    /// <summary>The office leader decides; clocks that stood still run on.</summary>
    public void DecideObjection(bool upheld, string reasons, WorkingCalendar calendar, Stamp stamp)
    {
        MustHaveOpenObjection();
        MustBeOutsider(stamp);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new NoticeObjectionDecided(upheld, reasons.Trim()), stamp);
        if (SuspendedOn is not null)
        {
            Resume("", calendar, stamp);
        }
    }

    /// <summary>The office leader stops the clocks while an objection is looked into; never after the reply was due.</summary>
    public void Suspend(string reasons, Stamp stamp)
    {
        MustBeWithUnit();
        MustHaveOpenObjection();
        MustBeOutsider(stamp);
        Rules.Require(SuspendedOn is null, Rule.NoticeSuspended);
        Rules.Require(stamp.Today <= ReplyDue && !IsFailed(stamp.Today), Rule.SuspensionTooLate, ReplyDue!);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new NoticeSuspended(reasons.Trim()), stamp);
    }

    /// <summary>The clocks run on: the working days that were left are counted from today. Those of a notice that was revoked meanwhile do not.</summary>
    public void Resume(string reasons, WorkingCalendar calendar, Stamp stamp)
    {
        MustBeWithUnit();
        Rules.Require(SuspendedOn is not null, Rule.NoticeNotSuspended);
        MustBeOutsider(stamp);
        Record(new NoticeResumed(reasons.Trim(), Moved(ReplyDue!.Value), Moved(CorrectionDue!.Value)), stamp);

        DateOnly Moved(DateOnly due) => due < SuspendedOn
            ? due
            : calendar.AddWorkingDays(stamp.Today, Math.Max(0, calendar.WorkingDaysBetween(SuspendedOn!.Value, due))).Date;
    }

    /// <summary>Whether the unit may still object.</summary>
    public bool MayBeObjectedTo(DateOnly today) => IsWithUnit && Objection is null && today <= IssuedOn!.Value.AddDays(NoticeObjection.Days);

    /// <summary>Whether the clocks may be stopped now.</summary>
    public bool MayBeSuspended(DateOnly today) => IsWithUnit && HasOpenObjection && SuspendedOn is null && today <= ReplyDue && !IsFailed(today);

    /// <summary>Whether the clocks stand still and may run on.</summary>
    public bool MayBeResumed => IsWithUnit && SuspendedOn is not null;

    private void MustAwaitReply(Stamp stamp)
    {
        MustBe(NoticeState.Issued, NoticeState.Received, NoticeState.ReplyReturned, NoticeState.ReplyAccepted);
        MustBeOfUnit(stamp);
    }

    private void MustHaveOpenObjection() => Rules.Require(HasOpenObjection, Rule.ObjectionUnknown);
}
