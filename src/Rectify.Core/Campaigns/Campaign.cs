using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Campaigns;

public enum CampaignState
{
    Preparing = 0,
    Open = 1,
    Finished = 2,
}

/// <summary>What the campaign's document says of it.</summary>
/// <param name="DocumentNumber">文号, e.g. 某府办字〔2026〕8号.</param>
/// <param name="LeadBody">The body that leads; its office is <paramref name="Office"/>.</param>
/// <param name="Scope">Levels and kinds of place.</param>
/// <param name="IssuedOn">成文日期.</param>
public sealed record CampaignDetails(
    string Title, string DocumentNumber, string Issuer, string LeadBody, string Office, string Scope, string Requirements, DateOnly IssuedOn);

/// <summary>A unit that takes part, with its three tiers of responsibility (source 0, part five: 主要领导负总责、分管领导具体抓、责任到人).</summary>
public sealed record Participant(Guid UnitId, string PrincipalLeader, string LeaderInCharge, string Handler);

/// <summary>A special rectification campaign: its document, four phases, categories, units and policy.</summary>
public sealed class Campaign : Subject
{
    public const int TitleLength = 200;
    public const int TextLength = 4000;

    private Campaign()
    {
    }

    public CampaignState State { get; private set; }

    public CampaignDetails Details { get; private set; } = null!;

    /// <summary>The phase that runs now; null before the opening and after the end.</summary>
    public PhaseKind? CurrentPhase { get; private set; }

    public IReadOnlyList<CampaignPhase> Phases { get; private set; } = [];

    public IReadOnlyList<ProblemCategory> Categories { get; private set; } = [];

    public IReadOnlyList<Participant> Participants { get; private set; } = [];

    public CampaignPolicy Policy { get; private set; } = new();

    /// <summary>How each ended phase ended, waivers included.</summary>
    public IReadOnlyList<PhaseEnd> PhaseEnds { get; private set; } = [];

    public override Guid LogId => Id;

    public override Guid? OwnerUnitId => null;

    public override string StateName => State == CampaignState.Open ? CurrentPhase.ToString()! : State.ToString();

    public static Campaign Create(
        Guid id, CampaignDetails details, IReadOnlyList<CampaignPhase> phases, IReadOnlyList<ProblemCategory> categories, CampaignPolicy policy, Stamp stamp)
    {
        MustFollowOneAnother(phases);
        var campaign = new Campaign();
        campaign.Record(new CampaignCreated(id, details, phases, categories, policy), stamp);
        return campaign;
    }

    public void Revise(CampaignDetails details, Stamp stamp) => Record(new CampaignRevised(details), stamp);

    /// <summary>Moves the planned dates. A phase that has ended keeps its own.</summary>
    public void PlanPhases(IReadOnlyList<CampaignPhase> phases, Stamp stamp)
    {
        MustNotBeFinished();
        MustFollowOneAnother(phases);
        foreach (var ended in PhaseEnds)
        {
            var before = Phases.Single(phase => phase.Kind == ended.Phase);
            var after = phases.Single(phase => phase.Kind == ended.Phase);
            Rules.Require(before.From == after.From && before.To == after.To, Rule.PhaseHasEnded, ended.Phase);
        }

        Record(new PhasesPlanned(phases), stamp);
    }

    /// <summary>Replaces the categories; one that problems already use is kept under its id.</summary>
    /// <param name="used">Categories and symptoms that problems refer to.</param>
    public void SetCategories(IReadOnlyList<ProblemCategory> categories, IReadOnlySet<Guid> used, Stamp stamp)
    {
        MustNotBeFinished();
        var kept = categories.SelectMany(category => category.Symptoms.Select(symptom => symptom.Id).Append(category.Id)).ToHashSet();
        Rules.Require(categories.Count > 0, Rule.CampaignNeedsCategory);
        var lost = Categories.SelectMany(category => category.Symptoms.Select(symptom => (symptom.Id, symptom.Name)).Prepend((category.Id, category.Name)))
            .Where(one => used.Contains(one.Id) && !kept.Contains(one.Id)).Select(one => one.Name).ToList();
        Rules.Require(lost.Count == 0, Rule.CategoryInUse, string.Join(" · ", lost));
        Record(new CategoriesSet(categories), stamp);
    }

    public void SetPolicy(CampaignPolicy policy, Stamp stamp)
    {
        MustNotBeFinished();
        Record(new PolicySet(policy), stamp);
    }

    /// <summary>Takes a unit in, or changes the persons it names.</summary>
    public void Enrol(Participant participant, Stamp stamp)
    {
        MustNotBeFinished();
        Record(new UnitEnrolled(participant), stamp);
    }

    /// <param name="hasProblems">Whether the unit has entered anything; then it stays.</param>
    public void Withdraw(Guid unitId, bool hasProblems, Stamp stamp)
    {
        MustNotBeFinished();
        Rules.Require(TakesPart(unitId), Rule.UnitDoesNotTakePart);
        Rules.Require(!hasProblems, Rule.UnitHasProblems);
        Record(new UnitWithdrawn(unitId), stamp);
    }

    public void Open(Stamp stamp)
    {
        Rules.Require(State == CampaignState.Preparing, Rule.WrongState, StateName);
        Rules.Require(Participants.Count > 0, Rule.CampaignNeedsUnits);
        Rules.Require(Categories.Count > 0, Rule.CampaignNeedsCategory);
        Record(new CampaignOpened(), stamp);
    }

    /// <summary>Ends the current phase and begins the next; the last one ends the campaign.</summary>
    /// <param name="unmet">What the exit check found missing.</param>
    /// <param name="waiver">Why the phase ends all the same; needed when something is missing.</param>
    /// <param name="waivedBy">Who answers for the waiver.</param>
    public void EndPhase(PhaseKind phase, IReadOnlyList<UnmetCondition> unmet, string waiver, string waivedBy, Stamp stamp)
    {
        Rules.Require(State == CampaignState.Open && CurrentPhase == phase, Rule.PhaseNotCurrent, phase);
        Rules.Require(unmet.Count == 0 || (waiver.Trim().Length > 0 && waivedBy.Trim().Length > 0), Rule.PhaseExitNeedsWaiver, unmet.Count);
        Record(new PhaseEnded(phase, unmet, waiver.Trim(), waivedBy.Trim()), stamp);
    }

    public bool TakesPart(Guid unitId) => Participants.Any(participant => participant.UnitId == unitId);

    public CampaignPhase Plan(PhaseKind kind) => Phases.Single(phase => phase.Kind == kind);

    public ProblemCategory? Category(Guid id) => Categories.FirstOrDefault(category => category.Id == id);

    /// <summary>Whether the campaign allows a move now. After its end nothing new comes in, but what was carried over or is long-term is worked on as in the last phase.</summary>
    public bool Allows(PhaseMove move) => IsOpenFor(move) && Policy.MovesIn(RulingPhase).Contains(move);

    /// <summary>Refuses a move that the campaign does not allow now.</summary>
    public void MustAllow(PhaseMove move)
    {
        Rules.Require(IsOpenFor(move), Rule.CampaignNotOpen);
        Rules.Require(Allows(move), Rule.NotInThisPhase, move, RulingPhase);
    }

    private PhaseKind RulingPhase => CurrentPhase ?? PhaseKind.InstitutionBuilding;

    private bool IsOpenFor(PhaseMove move) =>
        State == CampaignState.Open || (State == CampaignState.Finished && move is not (PhaseMove.EnterProblems or PhaseMove.RegisterProblems or PhaseMove.Assign));

    private void MustNotBeFinished() => Rules.Require(State != CampaignState.Finished, Rule.CampaignNotOpen);

    private static void MustFollowOneAnother(IReadOnlyList<CampaignPhase> phases)
    {
        Rules.Require(phases.Select(phase => phase.Kind).SequenceEqual(Enum.GetValues<PhaseKind>()), Rule.PhasesIncomplete);
        foreach (var phase in phases)
        {
            Rules.Require(phase.From <= phase.To, Rule.PhaseDatesReversed, phase.Kind);
        }

        foreach (var (earlier, later) in phases.Zip(phases.Skip(1)))
        {
            Rules.Require(earlier.To <= later.From, Rule.PhasesOverlap, earlier.Kind, later.Kind);
        }
    }

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case CampaignCreated created:
                (Id, Details, Phases, Categories, Policy) = (created.CampaignId, created.Details, created.Phases, created.Categories, created.Policy);
                break;
            case CampaignRevised revised:
                Details = revised.Details;
                break;
            case PhasesPlanned planned:
                Phases = planned.Phases;
                break;
            case CategoriesSet set:
                Categories = set.Categories;
                break;
            case PolicySet set:
                Policy = set.Policy;
                break;
            case UnitEnrolled enrolled:
                Participants = TakesPart(enrolled.Participant.UnitId)
                    ? [.. Participants.Select(known => known.UnitId == enrolled.Participant.UnitId ? enrolled.Participant : known)]
                    : [.. Participants, enrolled.Participant];
                break;
            case UnitWithdrawn withdrawn:
                Participants = [.. Participants.Where(p => p.UnitId != withdrawn.UnitId)];
                break;
            case CampaignOpened:
                (State, CurrentPhase) = (CampaignState.Open, PhaseKind.Mobilisation);
                break;
            case PhaseEnded ended:
                PhaseEnds = [.. PhaseEnds, new PhaseEnd(ended.Phase, stamp.On, stamp.ByName, ended.Unmet.Sum(unmet => unmet.Count), ended.Waiver, ended.WaivedBy)];
                CurrentPhase = ended.Phase == PhaseKind.InstitutionBuilding ? null : ended.Phase + 1;
                State = CurrentPhase is null ? CampaignState.Finished : CampaignState.Open;
                break;
        }
    }
}

/// <summary>How a phase ended.</summary>
/// <param name="On">The day it ended.</param>
/// <param name="UnmetCount">How many exit conditions were waived.</param>
public sealed record PhaseEnd(PhaseKind Phase, DateOnly On, string By, int UnmetCount, string Waiver, string WaivedBy);

public sealed record CampaignCreated(
    Guid CampaignId, CampaignDetails Details, IReadOnlyList<CampaignPhase> Phases, IReadOnlyList<ProblemCategory> Categories, CampaignPolicy Policy) : Fact;

public sealed record CampaignRevised(CampaignDetails Details) : Fact;

public sealed record PhasesPlanned(IReadOnlyList<CampaignPhase> Phases) : Fact;

public sealed record CategoriesSet(IReadOnlyList<ProblemCategory> Categories) : Fact;

public sealed record PolicySet(CampaignPolicy Policy) : Fact;

public sealed record UnitEnrolled(Participant Participant) : Fact;

public sealed record UnitWithdrawn(Guid UnitId) : Fact;

public sealed record CampaignOpened : Fact;

public sealed record PhaseEnded(PhaseKind Phase, IReadOnlyList<UnmetCondition> Unmet, string Waiver, string WaivedBy) : Fact
{
    public override string Why => Waiver;
}
