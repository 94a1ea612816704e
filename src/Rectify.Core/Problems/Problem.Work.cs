using Rectify.Core.Campaigns;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Planning and working: plan, measures, evidence, extension, long-term.</summary>
public sealed partial class Problem
{
    /// <summary>The unit's handler writes the plan; the unit's leader signs it.</summary>
    public void PreparePlan(Campaign campaign, RectificationPlan plan, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Rectify);
        MustBe(ProblemState.Assigned);
        MustBeOfUnit(stamp);
        Rules.Require(Pending is PendingDecision.None or PendingDecision.SignPlan, Rule.SomethingElsePending, Pending);
        MustBeComplete(plan);
        Rules.Require(plan.DueDate is null || plan.DueDate <= DueDate, Rule.DueAfterAssigned, DueDate!);
        Rules.Require(plan.DueDate is null || plan.DueDate >= stamp.Today, Rule.DueDateInThePast, plan.DueDate!);
        Record(new PlanPrepared(plan), stamp);
    }

    /// <summary>Puts the unit leader's name under what the handler prepared, and sends it on.</summary>
    public void Sign(Campaign campaign, Stamp stamp)
    {
        campaign.MustAllow(Pending == PendingDecision.SignExtension ? PhaseMove.Extend : PhaseMove.Rectify);
        MustBeOfUnit(stamp);
        Record(Pending switch
        {
            PendingDecision.SignPlan => new PlanSubmitted(),
            PendingDecision.SignExtension => new ExtensionSigned(),
            PendingDecision.SignLongTerm => new LongTermSigned(),
            PendingDecision.SignCloseOut => new CloseOutApplied(),
            _ => throw new RuleBroken(Rule.NothingPending, Pending),
        }, stamp);
    }

    /// <summary>The unit's leader gives the paper back to the handler.</summary>
    public void DeclineToSign(string reasons, Stamp stamp)
    {
        MustBeOfUnit(stamp);
        Rules.Require(Pending is >= PendingDecision.SignPlan and <= PendingDecision.SignCloseOut, Rule.NothingPending, Pending);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new SignatureDeclined(Pending, reasons.Trim()), stamp);
    }

    public void ApprovePlan(Campaign campaign, string opinion, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Review);
        MustBe(ProblemState.PlanSubmitted);
        MustBeOutsider(stamp);
        Record(new PlanApproved(opinion.Trim()), stamp);
    }

    public void ReturnPlan(Campaign campaign, string furtherRequirement, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Review);
        MustBe(ProblemState.PlanSubmitted);
        MustBeOutsider(stamp);
        Rules.Require(furtherRequirement.Trim().Length > 0, Rule.FurtherRequirementRequired);
        Record(new PlanReturned(furtherRequirement.Trim()), stamp);
    }

    /// <summary>立行立改: the goal and measures of the list are enough, and work starts at once.</summary>
    public void StartWithoutPlan(Campaign campaign, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Rectify);
        MustBe(ProblemState.Assigned);
        MustBeOfUnit(stamp);
        NothingElsePending();
        Rules.Require(Kind == ProblemKind.Immediate && campaign.Policy.ImmediateSkipsPlan, Rule.PlanNotSkippable);
        MustBeComplete(new RectificationPlan(Goal, Measures, null, ResponsibleLeader, ResponsiblePerson));
        Record(new RectificationStarted(), stamp);
    }

    /// <summary>Ticks a measure off, or takes the tick away when <paramref name="doneOn"/> is null.</summary>
    public void TickMeasure(Campaign campaign, int index, DateOnly? doneOn, string note, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Rectify);
        MustBe(ProblemState.Rectifying, ProblemState.LongTerm);
        MustBeOfUnit(stamp);
        Rules.Require(Pending != PendingDecision.SignCloseOut, Rule.SomethingElsePending, Pending);
        Rules.Require(index >= 0 && index < Measures.Count, Rule.MeasureUnknown);
        Rules.Require(doneOn is null || doneOn <= stamp.Today, Rule.MeasureDoneInTheFuture);
        Record(new MeasureTicked(index, doneOn, note.Trim()), stamp);
    }

    /// <summary>Adds a file already in the store. The responsible unit adds while it works, the office until the re-check; for the office nobody whose own unit assists.</summary>
    public void AddEvidence(Evidence evidence, Stamp stamp)
    {
        MustTakeEvidence(stamp);
        Rules.Require(evidence.PairOf is null || _evidence.Exists(other => other.Id == evidence.PairOf && other.Purpose == EvidencePurpose.Before), Rule.EvidenceUnknown);
        Record(new EvidenceAdded(evidence), stamp);
    }

    /// <summary>Takes a file off the problem again, by the unit that added it and before it is part of an application; the ledger still tells that it was there.</summary>
    public void RemoveEvidence(Guid evidenceId, string reason, Stamp stamp)
    {
        MustBe(ProblemState.Draft, ProblemState.Registered, ProblemState.Assigned, ProblemState.Rectifying, ProblemState.LongTerm);
        Rules.Require(Pending != PendingDecision.SignCloseOut, Rule.SomethingElsePending, Pending);
        var evidence = _evidence.Find(evidence => evidence.Id == evidenceId);
        Rules.Require(evidence is not null, Rule.EvidenceUnknown);
        Rules.Require(evidence!.AddedByUnit == stamp.By.UnitId, Rule.NotYourUnit);
        Rules.Require(reason.Trim().Length > 0, Rule.ReasonRequired);
        Record(new EvidenceRemoved(evidenceId, reason.Trim()), stamp);
    }

    /// <summary>延期: asked before the due date, with reason, progress and the new date; the number of grants is limited.</summary>
    public void AskExtension(Campaign campaign, DateOnly newDue, string reason, string progress, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Extend);
        MustBe(ProblemState.Assigned, ProblemState.Rectifying);
        MustBeOfUnit(stamp);
        NothingElsePending();
        Rules.Require(stamp.Today <= DueDate, Rule.ExtensionTooLate, DueDate!);
        Rules.Require(newDue > DueDate, Rule.ExtensionNotLater, DueDate!);
        Rules.Require(ExtensionCount < campaign.Policy.ExtensionLimit, Rule.ExtensionLimitReached, campaign.Policy.ExtensionLimit);
        Rules.Require(reason.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ExtensionAsked(newDue, reason.Trim(), progress.Trim()), stamp);
    }

    public void DecideExtension(bool granted, string reasons, Stamp stamp)
    {
        MustAwait(PendingDecision.DecideExtension);
        MustBeOutsider(stamp);
        Rules.Require(granted || reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ExtensionDecided(granted, reasons.Trim()), stamp);
    }

    /// <summary>长期坚持: for what no date can end; a stage goal and the next review date take its place.</summary>
    public void AskLongTerm(Campaign campaign, string stageGoal, DateOnly nextReview, string reason, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Rectify);
        MustBe(ProblemState.Rectifying);
        MustBeOfUnit(stamp);
        NothingElsePending();
        Rules.Require(stageGoal.Trim().Length > 0, Rule.PlanNeedsGoal);
        Rules.Require(reason.Trim().Length > 0, Rule.ReasonRequired);
        Rules.Require(nextReview > stamp.Today, Rule.ReviewDateInThePast);
        Record(new LongTermAsked(stageGoal.Trim(), nextReview, reason.Trim()), stamp);
    }

    public void DecideLongTerm(bool granted, string reasons, Stamp stamp)
    {
        MustAwait(PendingDecision.DecideLongTerm);
        MustBeOutsider(stamp);
        Rules.Require(granted || reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new LongTermDecided(granted, reasons.Trim()), stamp);
    }

    /// <summary>A stage review of a long-term problem, with the next date.</summary>
    public void ReviewLongTerm(string finding, DateOnly nextReview, Stamp stamp)
    {
        MustBe(ProblemState.LongTerm);
        MustBeOutsider(stamp);
        Rules.Require(finding.Trim().Length > 0, Rule.ResultRequired);
        Rules.Require(nextReview > stamp.Today, Rule.ReviewDateInThePast);
        Record(new LongTermReviewed(finding.Trim(), nextReview), stamp);
    }

    /// <summary>Gives a long-term problem a date again.</summary>
    public void Resume(DateOnly due, string reason, Stamp stamp)
    {
        MustBe(ProblemState.LongTerm);
        MustBeOutsider(stamp);
        Rules.Require(due >= stamp.Today, Rule.DueDateInThePast, due);
        Rules.Require(reason.Trim().Length > 0, Rule.ReasonRequired);
        Record(new RectificationResumed(due, reason.Trim()), stamp);
    }

    private void MustTakeEvidence(Stamp stamp)
    {
        if (stamp.By.UnitId == UnitId)
        {
            MustBe(ProblemState.Draft, ProblemState.Registered, ProblemState.Assigned, ProblemState.Rectifying, ProblemState.LongTerm);
        }
        else
        {
            Rules.Require(stamp.By.Has(Role.Checker | Role.OfficeClerk), Rule.NotYourUnit);
            MustBeOutsider(stamp);
            Rules.Require(State is >= ProblemState.Registered and < ProblemState.Rechecked, Rule.WrongState, State);
        }
    }

    private static void MustBeComplete(RectificationPlan plan)
    {
        Rules.Require(plan.Goal.Trim().Length > 0, Rule.PlanNeedsGoal);
        Rules.Require(plan.Measures.Any(measure => measure.Text.Trim().Length > 0), Rule.PlanNeedsMeasure);
        Rules.Require(plan.ResponsiblePerson.Trim().Length > 0, Rule.PlanNeedsPerson);
    }
}
