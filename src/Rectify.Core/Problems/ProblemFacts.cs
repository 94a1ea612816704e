using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;

namespace Rectify.Core.Problems;

/// <param name="Import">The row of a file it came from; null when it was typed in.</param>
public sealed record ProblemDrafted(Guid ProblemId, Guid CampaignId, Guid UnitId, Guid? ListId, Finding Finding, RectificationPlan Plan, IReadOnlyList<Guid> AssistingUnits, ImportOrigin? Import = null) : Fact;

/// <summary>Where an imported entry stood.</summary>
/// <param name="Row">The row's number in the file.</param>
public sealed record ImportOrigin(Guid BatchId, int Row);

public sealed record ProblemRevised(Finding Finding, RectificationPlan Plan, IReadOnlyList<Guid> AssistingUnits) : Fact;

public sealed record ProblemRegistered(int Number, PhaseKind Phase) : Fact;

/// <summary>Entered by the office or a checker, numbered at once.</summary>
public sealed record ProblemFound(Guid ProblemId, Guid CampaignId, Guid UnitId, Finding Finding, IReadOnlyList<Guid> AssistingUnits, int Number, PhaseKind Phase) : Fact;

public sealed record ProblemAssigned(Guid UnitId, ProblemKind Kind, DateOnly DueDate, DueBasis Basis, IReadOnlyList<Guid> AssistingUnits, string Instruction) : Fact
{
    public override string Why => Instruction;
}

public sealed record AssignmentObjected(string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record ObjectionDecided(bool Upheld, string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record PlanPrepared(RectificationPlan Plan) : Fact;

public sealed record SignatureDeclined(PendingDecision What, string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record PlanSubmitted : Fact;

public sealed record PlanApproved(string Text) : Fact
{
    public override string Why => Text;
}

public sealed record PlanReturned(string FurtherRequirement) : Fact
{
    public override string Why => FurtherRequirement;
}

/// <summary>A problem to be corrected at once goes to work without a separate plan.</summary>
public sealed record RectificationStarted : Fact;

public sealed record MeasureTicked(int Index, DateOnly? DoneOn, string Note) : Fact
{
    public override string Why => Note;
}

public sealed record EvidenceAdded(Evidence Evidence) : Fact
{
    public override string Why => Evidence.Caption;
}

public sealed record EvidenceRemoved(Guid EvidenceId, string Reason) : Fact
{
    public override string Why => Reason;
}

public sealed record ExtensionAsked(DateOnly NewDueDate, string Reason, string Progress) : Fact
{
    public override string Why => Reason;
}

public sealed record ExtensionSigned : Fact;

public sealed record ExtensionDecided(bool Granted, string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record LongTermAsked(string StageGoal, DateOnly NextReview, string Reason) : Fact
{
    public override string Why => Reason;
}

public sealed record LongTermSigned : Fact;

public sealed record LongTermDecided(bool Granted, string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record LongTermReviewed(string Finding, DateOnly NextReview) : Fact
{
    public override string Why => Finding;
}

public sealed record RectificationResumed(DateOnly DueDate, string Reason) : Fact
{
    public override string Why => Reason;
}

public sealed record CloseOutPrepared(string Result, string RulesMade = "", string CallBack = "") : Fact;

public sealed record CloseOutApplied : Fact;

public sealed record FirstReviewPassed(string Text) : Fact
{
    public override string Why => Text;
}

public sealed record RecheckPassed(string Text, SiteCheck? SiteCheck) : Fact
{
    public override string Why => Text;
}

public sealed record CloseOutReturned(string FurtherRequirement) : Fact
{
    public override string Why => FurtherRequirement;
}

public sealed record PublicNoticeStarted(string Text, DateOnly To) : Fact;

public sealed record PublicObjectionReceived(Guid ObjectionId, string Text) : Fact
{
    public override string Why => Text;
}

public sealed record PublicObjectionSettled(Guid ObjectionId, string Settlement) : Fact
{
    public override string Why => Settlement;
}

public sealed record ProblemClosed(string Text) : Fact
{
    public override string Why => Text;
}

public sealed record ProblemReopened(DateOnly DueDate, string Reason) : Fact
{
    public override string Why => Reason;
}

public sealed record ProblemMerged(Guid TargetId, int TargetNumber, string Reason) : Fact
{
    public override string Why => Reason;
}

/// <summary>The other side of a merge: this problem now answers for that one too.</summary>
public sealed record ProblemAbsorbed(Guid OtherId, int OtherNumber) : Fact;

public sealed record ProblemVoided(string Reason) : Fact
{
    public override string Why => Reason;
}

public sealed record ProblemCarriedOver(string Reason) : Fact
{
    public override string Why => Reason;
}

/// <summary>A notice on this problem was issued; it stays open until filed or revoked, until the next one takes its place, or until the problem goes to another unit.</summary>
public sealed record NoticeOpened(Guid NoticeId, string DocumentNumber, int Ordinal) : Fact;

public sealed record NoticeEnded(Guid NoticeId, string Outcome, Guid? StillOpen = null) : Fact;
