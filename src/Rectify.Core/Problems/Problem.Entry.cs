using Rectify.Core.Campaigns;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Entering, registering and assigning.</summary>
public sealed partial class Problem
{
    /// <summary>A unit writes down a problem of its own; nobody else sees it before the list is submitted.</summary>
    /// <param name="import">The row of a file it comes from.</param>
    public static Problem Draft(Guid id, Campaign campaign, ProblemList list, Finding finding, RectificationPlan plan, IReadOnlyList<Guid> assisting, Stamp stamp, ImportOrigin? import = null)
    {
        campaign.MustAllow(PhaseMove.EnterProblems);
        list.MustTakeEntries(stamp);
        MustBeSound(finding, campaign, stamp);
        var problem = new Problem();
        problem.Record(new ProblemDrafted(id, campaign.Id, list.UnitId, list.Id, finding, plan, Assisting(campaign, list.UnitId, assisting), import), stamp);
        return problem;
    }

    /// <summary>The office or a checker enters what an inspection, a complaint or a superior found; numbered at once.</summary>
    public static Problem Find(Guid id, Campaign campaign, Guid unitId, Finding finding, IReadOnlyList<Guid> assisting, int number, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.RegisterProblems);
        Rules.Require(campaign.TakesPart(unitId), Rule.UnitDoesNotTakePart);
        MustBeSound(finding, campaign, stamp);
        var problem = new Problem();
        problem.Record(new ProblemFound(id, campaign.Id, unitId, finding, Assisting(campaign, unitId, assisting), number, campaign.CurrentPhase!.Value), stamp);
        return problem;
    }

    /// <summary>Changes an entry as long as its list is open: a draft, or an item of a list that was sent back.</summary>
    public void Revise(Campaign campaign, ProblemList list, Finding finding, RectificationPlan plan, IReadOnlyList<Guid> assisting, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.EnterProblems);
        MustBe(ProblemState.Draft, ProblemState.Registered);
        MustBeOfUnit(stamp);
        list.MustTakeEntries(stamp);
        MustBeSound(finding, campaign, stamp);
        Record(new ProblemRevised(finding, plan, Assisting(campaign, UnitId, assisting)), stamp);
    }

    /// <summary>Takes an entry off an open list; a number once given stays used.</summary>
    public void Withdraw(Campaign campaign, ProblemList list, string reason, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.EnterProblems);
        MustBe(ProblemState.Draft, ProblemState.Registered);
        MustBeOfUnit(stamp);
        list.MustTakeEntries(stamp);
        Rules.Require(State == ProblemState.Draft || reason.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ProblemVoided(reason.Trim()), stamp);
    }

    /// <summary>Numbers a draft when its list is submitted.</summary>
    internal void Register(Campaign campaign, int number, Stamp stamp)
    {
        MustBe(ProblemState.Draft);
        Record(new ProblemRegistered(number, campaign.CurrentPhase!.Value), stamp);
    }

    /// <summary>The office hands the problem to the unit that has to solve it, with the due date.</summary>
    /// <param name="list">The list it came with, which must have been accepted; null when the office found it.</param>
    /// <param name="due">The due date, with how it was counted.</param>
    public void Assign(Campaign campaign, ProblemList? list, Guid unitId, ProblemKind kind, DateOnly due, DueBasis basis, IReadOnlyList<Guid> assisting, string instruction, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Assign);
        MustBe(ProblemState.Registered);
        MustBeOutsider(stamp);
        Rules.Require(list is null || list.State == ProblemListState.Accepted, Rule.ListNotAccepted);
        Rules.Require(campaign.TakesPart(unitId), Rule.UnitDoesNotTakePart);
        Rules.Require(due >= stamp.Today, Rule.DueDateInThePast, due);
        Record(new ProblemAssigned(unitId, kind, due, basis, Assisting(campaign, unitId, assisting), instruction.Trim()), stamp);
    }

    /// <summary>The unit says the problem is not its own, within the set working days after the assignment.</summary>
    /// <param name="lastDay">The last day for objections, from the working-day calendar.</param>
    public void ObjectToAssignment(Campaign campaign, DateOnly lastDay, string reasons, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Assign);
        MustBe(ProblemState.Assigned);
        MustBeOfUnit(stamp);
        NothingElsePending();
        Rules.Require(stamp.Today <= lastDay, Rule.ObjectionTooLate, lastDay);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new AssignmentObjected(reasons.Trim()), stamp);
    }

    /// <summary>Upheld, the problem waits for a new assignment; refused, it stays where it is.</summary>
    public void DecideObjection(bool upheld, string reasons, Stamp stamp)
    {
        MustAwait(PendingDecision.DecideObjection);
        MustBeOutsider(stamp);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ObjectionDecided(upheld, reasons.Trim()), stamp);
    }

    /// <summary>Each assisting unit once; all take part, and the lead unit does not assist itself.</summary>
    private static List<Guid> Assisting(Campaign campaign, Guid leadUnit, IReadOnlyList<Guid> units)
    {
        Rules.Require(units.All(campaign.TakesPart), Rule.UnitDoesNotTakePart);
        return [.. units.Where(id => id != leadUnit).Distinct()];
    }

    /// <summary>What the campaign's rules refuse in a finding, with the property it stands in; nothing when the finding is sound.</summary>
    internal static IEnumerable<(string Property, RuleBroken Broken)> Faults(Finding finding, Campaign campaign, DateOnly today)
    {
        if (campaign.Category(finding.CategoryId) is not { } category)
        {
            yield return (nameof(Finding.CategoryId), new RuleBroken(Rule.UnknownCategory));
        }
        else if (finding.SymptomId is { } symptom && category.Symptoms.All(known => known.Id != symptom))
        {
            yield return (nameof(Finding.SymptomId), new RuleBroken(Rule.UnknownCategory));
        }

        if (finding.FoundOn > today)
        {
            yield return (nameof(Finding.FoundOn), new RuleBroken(Rule.FoundInTheFuture, finding.FoundOn));
        }
    }

    private static void MustBeSound(Finding finding, Campaign campaign, Stamp stamp)
    {
        foreach (var (_, broken) in Faults(finding, campaign, stamp.Today))
        {
            throw broken;
        }
    }
}
