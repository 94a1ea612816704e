using Rectify.Core.Ledger;

namespace Rectify.Core.Problems;

/// <summary>Takes facts over: the only code that sets a problem's fields.</summary>
public sealed partial class Problem
{
    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case ProblemDrafted f:
                (Id, CampaignId, UnitId, ListId, Draw) = (f.ProblemId, f.CampaignId, f.UnitId, f.ListId, DrawOf(f.ProblemId));
                (ImportBatchId, ImportRow) = (f.Import?.BatchId, f.Import?.Row);
                Take(f.Finding);
                Take(f.Plan);
                Assist(f.AssistingUnits);
                break;
            case ProblemRevised f:
                Take(f.Finding);
                Take(f.Plan);
                Assist(f.AssistingUnits);
                break;
            case ProblemRegistered f:
                (State, Number, RegisteredInPhase, RegisteredOn) = (ProblemState.Registered, f.Number, f.Phase, stamp.On);
                break;
            case ProblemFound f:
                (Id, CampaignId, UnitId, Draw) = (f.ProblemId, f.CampaignId, f.UnitId, DrawOf(f.ProblemId));
                (State, Number, RegisteredInPhase, RegisteredOn) = (ProblemState.Registered, f.Number, f.Phase, stamp.On);
                Take(f.Finding);
                Assist(f.AssistingUnits);
                break;
            case ProblemAssigned f:
                OpenNoticeId = f.UnitId == UnitId ? OpenNoticeId : null;
                (State, UnitId, Kind, AssignedOn, Objection) = (ProblemState.Assigned, f.UnitId, f.Kind, stamp.On, null);
                (DueDate, OriginalDueDate, DueBasis) = (f.DueDate, f.DueDate, f.Basis);
                Assist(f.AssistingUnits);
                break;
            case AssignmentObjected f:
                (Pending, Objection) = (PendingDecision.DecideObjection, new AssignmentObjection(f.Reasons, Opinion.Of(stamp)));
                break;
            case ObjectionDecided f:
                (Pending, Objection) = (PendingDecision.None, Objection! with { Upheld = f.Upheld, Decision = Opinion.Of(stamp, f.Reasons) });
                if (f.Upheld)
                {
                    (State, DueDate, OriginalDueDate, DueBasis, AssignedOn) = (ProblemState.Registered, null, null, null, null);
                }

                break;
            case PlanPrepared f:
                Take(f.Plan);
                Pending = PendingDecision.SignPlan;
                break;
            case SignatureDeclined f:
                Pending = PendingDecision.None;
                (Extension, LongTerm, CloseOut) = (
                    f.What == PendingDecision.SignExtension ? null : Extension,
                    f.What == PendingDecision.SignLongTerm ? null : LongTerm,
                    f.What == PendingDecision.SignCloseOut ? null : CloseOut);
                break;
            case PlanSubmitted:
                (State, Pending, Returned) = (ProblemState.PlanSubmitted, PendingDecision.None, null);
                break;
            case PlanApproved:
                State = ProblemState.Rectifying;
                Shorten(stamp.On);
                break;
            case PlanReturned f:
                Return(ProblemState.PlanSubmitted, ProblemState.Assigned, f.FurtherRequirement, stamp);
                break;
            case RectificationStarted:
                State = ProblemState.Rectifying;
                break;
            case MeasureTicked f:
                Measures = [.. Measures.Select((measure, index) => index == f.Index ? measure with { DoneOn = f.DoneOn, Note = f.Note } : measure)];
                break;
            case EvidenceAdded f:
                _evidence.Add(f.Evidence);
                break;
            case EvidenceRemoved f:
                _evidence.RemoveAll(evidence => evidence.Id == f.EvidenceId);
                break;
            case ExtensionAsked f:
                (Pending, Extension) = (PendingDecision.SignExtension, new ExtensionRequest(DueDate!.Value, f.NewDueDate, f.Reason, f.Progress, Opinion.Of(stamp)));
                break;
            case ExtensionSigned:
                (Pending, Extension) = (PendingDecision.DecideExtension, Extension! with { Signed = Opinion.Of(stamp) });
                break;
            case ExtensionDecided f:
                Pending = PendingDecision.None;
                Extension = Extension! with { Decision = Opinion.Of(stamp, f.Reasons), Granted = f.Granted };
                if (f.Granted)
                {
                    ExtensionCount++;
                    (DueDate, DueBasis) = (Extension.NewDueDate, new DueBasis(stamp.On, null));
                }

                break;
            case LongTermAsked f:
                (Pending, LongTerm) = (PendingDecision.SignLongTerm, new LongTermGoal(f.StageGoal, f.NextReview, f.Reason, Opinion.Of(stamp)));
                break;
            case LongTermSigned:
                (Pending, LongTerm) = (PendingDecision.DecideLongTerm, LongTerm! with { Signed = Opinion.Of(stamp) });
                break;
            case LongTermDecided f:
                Pending = PendingDecision.None;
                (State, Kind) = f.Granted ? (ProblemState.LongTerm, ProblemKind.LongTerm) : (State, Kind);
                LongTerm = f.Granted ? LongTerm : null;
                NextReviewOn = LongTerm?.NextReview;
                break;
            case LongTermReviewed f:
                (LongTerm, NextReviewOn) = (LongTerm! with { NextReview = f.NextReview }, f.NextReview);
                break;
            case RectificationResumed f:
                (State, DueDate, DueBasis, LongTerm, NextReviewOn) = (ProblemState.Rectifying, f.DueDate, new DueBasis(stamp.On, null), null, null);
                break;
            default:
                ApplyCloseOut(fact, stamp);
                break;
        }
    }

    private void ApplyCloseOut(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case CloseOutPrepared f:
                (Pending, CloseOut) = (PendingDecision.SignCloseOut, new CloseOut(f.Result, Opinion.Of(stamp), RulesMade: f.RulesMade, CallBack: f.CallBack));
                break;
            case CloseOutApplied:
                (State, Pending, CompletedOn, Returned) = (ProblemState.CloseOutApplied, PendingDecision.None, stamp.On, null);
                CloseOut = CloseOut! with { Signed = Opinion.Of(stamp) };
                break;
            case FirstReviewPassed f:
                (State, CloseOut) = (ProblemState.FirstReviewed, CloseOut! with { FirstReview = Opinion.Of(stamp, f.Text) });
                break;
            case RecheckPassed f:
                (State, VerifiedOn) = (ProblemState.Rechecked, stamp.On);
                CloseOut = CloseOut! with { Recheck = Opinion.Of(stamp, f.Text), SiteCheck = f.SiteCheck };
                break;
            case CloseOutReturned f:
                Return(State, ProblemState.Rectifying, f.FurtherRequirement, stamp);
                (CompletedOn, VerifiedOn, CloseOut, PublicNotice) = (null, null, null, null);
                break;
            case PublicNoticeStarted f:
                (State, PublicNotice) = (ProblemState.PublicNotice, new PublicNotice(f.Text, stamp.On, f.To, []));
                break;
            case PublicObjectionReceived f:
                PublicNotice = PublicNotice! with { Objections = [.. PublicNotice.Objections, new PublicObjection(f.ObjectionId, f.Text, stamp.On)] };
                break;
            case PublicObjectionSettled f:
                PublicNotice = PublicNotice! with { Objections = [.. PublicNotice.Objections.Select(o => o.Id == f.ObjectionId ? o with { Settlement = f.Settlement } : o)] };
                break;
            case ProblemClosed f:
                (State, ClosedOn, CloseOut) = (ProblemState.Closed, stamp.On, CloseOut! with { Closed = Opinion.Of(stamp, f.Text) });
                break;
            case ProblemReopened f:
                RecurrenceCount++;
                (State, DueDate, DueBasis) = (ProblemState.Rectifying, f.DueDate, new DueBasis(stamp.On, null));
                (CompletedOn, VerifiedOn, ClosedOn, CloseOut, PublicNotice) = (null, null, null, null, null);
                break;
            case ProblemMerged f:
                (State, Pending, MergedIntoId) = (ProblemState.Merged, PendingDecision.None, f.TargetId);
                break;
            case ProblemVoided:
                (State, Pending) = (ProblemState.Void, PendingDecision.None);
                break;
            case ProblemCarriedOver:
                IsCarriedOver = true;
                break;
            case NoticeOpened f:
                (NoticeCount, OpenNoticeId) = (NoticeCount + 1, f.NoticeId);
                break;
            case NoticeEnded f:
                NoticeCount -= f.Outcome == RevokedNotice ? 1 : 0;
                OpenNoticeId = OpenNoticeId == f.NoticeId ? f.StillOpen : OpenNoticeId;
                break;
        }
    }

    /// <summary>The outcome by which a notice no longer counts.</summary>
    public const string RevokedNotice = "Revoked";

    private void Take(Finding finding)
    {
        (CategoryId, SymptomId, Source, Severity, Kind, Styles) = (finding.CategoryId, finding.SymptomId, finding.Source, finding.Severity, finding.Kind, finding.Styles);
        (Place, Description, Matter, FoundOn, Remark) = (finding.Place, finding.Description, finding.Matter, finding.FoundOn, finding.Remark);
    }

    private void Take(RectificationPlan plan) =>
        (Goal, Measures, ProposedDueDate, ResponsibleLeader, ResponsiblePerson) = (plan.Goal, plan.Measures, plan.DueDate, plan.ResponsibleLeader, plan.ResponsiblePerson);

    private void Assist(IReadOnlyList<Guid> units)
    {
        _assistingUnits.RemoveAll(unit => !units.Contains(unit.UnitId));
        _assistingUnits.AddRange(units.Where(id => !_assistingUnits.Exists(unit => unit.UnitId == id)).Select(id => new AssistingUnit(id)));
    }

    /// <summary>An approved plan may be faster than the assignment asked, never slower.</summary>
    private void Shorten(DateOnly on)
    {
        if (ProposedDueDate < DueDate)
        {
            (DueDate, DueBasis) = (ProposedDueDate, new DueBasis(on, null));
        }
    }

    private void Return(ProblemState from, ProblemState to, string furtherRequirement, FactStamp stamp)
    {
        ReturnCount++;
        (State, Pending, Returned) = (to, PendingDecision.None, new ReturnNote(from, furtherRequirement, stamp.ByName, stamp.On));
    }
}
