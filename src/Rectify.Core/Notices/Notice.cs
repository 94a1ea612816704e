using Rectify.Core.Ledger;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>
/// 格式文书问责通知: a written notice on one problem, answered by the unit, checked by the office (source 2).
/// The office's moves stand in Notice.Office, the unit's in Notice.Unit, and Notice.Facts takes the facts over.
/// </summary>
public sealed partial class Notice : Subject
{
    private Notice()
    {
    }

    public Guid CampaignId { get; private set; }

    public Guid ProblemId { get; private set; }

    /// <summary>被查单位</summary>
    public Guid UnitId { get; private set; }

    public NoticeState State { get; private set; }

    /// <summary>督查对象名称</summary>
    public string InspectedPartyName { get; private set; } = "";

    /// <summary>存在问题</summary>
    public string ProblemsFound { get; private set; } = "";

    /// <summary>被查单位承诺意见, as the latest confirmed reply gives it.</summary>
    public string UnitCommitment { get; private set; } = "";

    /// <summary>落实责任人, as the latest confirmed reply names it.</summary>
    public string Implementer { get; private set; } = "";

    public string Basis { get; private set; } = "";

    /// <summary>The correction date the notice names; null leaves it to the policy.</summary>
    public DateOnly? CorrectionDate { get; private set; }

    /// <summary>Who wrote the draft last; somebody else signs.</summary>
    public Guid DraftedBy { get; private set; }

    public string Prefix { get; private set; } = "";

    /// <summary>The year of the number; null until signed.</summary>
    public int? Year { get; private set; }

    public int? Serial { get; private set; }

    /// <summary>第几次: 1 plus the failed notices on the same problem before this one; 0 until signed.</summary>
    public int Ordinal { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public string SignedBy { get; private set; } = "";

    /// <summary>The day of delivery, from which every clock of the notice runs.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>How and to whom it was delivered.</summary>
    public string Delivery { get; private set; } = "";

    /// <summary>The last day to sign for it; afterwards it counts as served all the same.</summary>
    public DateOnly? ReceiptDue { get; private set; }

    public DateOnly? ReceivedOn { get; private set; }

    public string ReceivedBy { get; private set; } = "";

    /// <summary>The last day for the written reply; it ends at midnight.</summary>
    public DateOnly? ReplyDue { get; private set; }

    public DueBasis? ReplyBasis { get; private set; }

    public DateOnly? CorrectionDue { get; private set; }

    public DueBasis? CorrectionBasis { get; private set; }

    /// <summary>Fixed at delivery: only a missing or late reply makes this notice fail, a bad check does not (the stricter reading of the rule).</summary>
    public bool OnlyUnansweredCounts { get; private set; }

    /// <summary>The latest confirmed reply says that the problem is corrected.</summary>
    public bool ClaimsCorrected { get; private set; }

    /// <summary>The day of the first reply the unit's leader confirmed; returned or not, it decides whether the unit was in time.</summary>
    public DateOnly? FirstReplyOn { get; private set; }

    /// <summary>A reply written by the handler that waits for the leader.</summary>
    public NoticeReply? Prepared { get; private set; }

    /// <summary>Every confirmed reply, oldest first.</summary>
    public IReadOnlyList<NoticeReply> Replies { get; private set; } = [];

    public IReadOnlyList<NoticeCheck> Checks { get; private set; } = [];

    /// <summary>The day a check first found the problem uncorrected (仍未改正).</summary>
    public DateOnly? UncorrectedOn { get; private set; }

    public NoticeObjection? Objection { get; private set; }

    /// <summary>An objection waits for the office leader.</summary>
    public bool HasOpenObjection { get; private set; }

    /// <summary>Since when the clocks stand still; null while they run.</summary>
    public DateOnly? SuspendedOn { get; private set; }

    /// <summary>Scans of the stamped paper, oldest first.</summary>
    public IReadOnlyList<StampedScan> Scans { get; private set; } = [];

    public DateOnly? EndedOn { get; private set; }

    public override Guid LogId => CampaignId;

    /// <summary>The unit reads nothing of it before it is delivered.</summary>
    public override Guid? OwnerUnitId => IssuedOn is null ? null : UnitId;

    public override string StateName => State.ToString();

    /// <summary>Null until signed.</summary>
    public NoticeNumber? Number => Year is { } year ? new NoticeNumber(Prefix, year, Serial!.Value) : null;

    /// <summary>Whether it failed by this day: no written reply in time, or a check that says uncorrected. Once true, always true.</summary>
    public bool IsFailed(DateOnly today) => NoticeFailure.Holds(this, today);

    /// <summary>The day it failed, or null when it has not.</summary>
    public DateOnly? FailedOn(DateOnly today)
    {
        if (!IsFailed(today))
        {
            return null;
        }

        var unanswered = NoticeFailure.ReplyIsLate(this, today) ? ReplyDue!.Value.AddDays(1) : DateOnly.MaxValue;
        return OnlyUnansweredCounts || UncorrectedOn is not { } uncorrected || unanswered < uncorrected ? unanswered : uncorrected;
    }

    /// <summary>Whether a further notice on the same problem may follow: this one failed, was found uncorrected, or has ended.</summary>
    public bool MayBeFollowed(DateOnly today) => HasEnded || UncorrectedOn is not null || IsFailed(today);

    public bool HasEnded => State >= NoticeState.Filed;

    private bool IsWithUnit => State is >= NoticeState.Issued and < NoticeState.Corrected;

    private void MustBe(params ReadOnlySpan<NoticeState> states) => Rules.Require(states.Contains(State), Rule.WrongState, State);

    private void MustBeWithUnit() => Rules.Require(IsWithUnit, Rule.WrongState, State);

    private void MustBeOfUnit(Stamp stamp) => Rules.Require(stamp.By.UnitId == UnitId, Rule.NotYourUnit);

    private void MustBeOutsider(Stamp stamp) => Rules.Require(stamp.By.UnitId != UnitId, Rule.OfOwnUnit);
}
