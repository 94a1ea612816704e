using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>
/// One problem from entry to closing: the item of the ledger. This part holds what it is; the moves stand in
/// Problem.Entry, Problem.Work, Problem.CloseOut and Problem.Sides, and Problem.Facts takes the facts over.
/// </summary>
public sealed partial class Problem : Subject
{
    private Problem()
    {
    }

    public Guid CampaignId { get; private set; }

    /// <summary>责任单位 (lead unit).</summary>
    public Guid UnitId { get; private set; }

    public IReadOnlyList<AssistingUnit> AssistingUnits => _assistingUnits;

    /// <summary>The unit's list it came with; null when the office found it.</summary>
    public Guid? ListId { get; private set; }

    /// <summary>Counts within the campaign from the registration on; never reused. Null for drafts.</summary>
    public int? Number { get; private set; }

    /// <summary>The import it came with; null when it was typed in.</summary>
    public Guid? ImportBatchId { get; private set; }

    /// <summary>Its row in the imported file.</summary>
    public int? ImportRow { get; private set; }

    public ProblemState State { get; private set; }

    public PendingDecision Pending { get; private set; }

    public Guid CategoryId { get; private set; }

    public Guid? SymptomId { get; private set; }

    public ProblemSource Source { get; private set; }

    public Severity Severity { get; private set; }

    public ProblemKind Kind { get; private set; }

    public WorkStyles Styles { get; private set; }

    public string Place { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string Matter { get; private set; } = "";

    public DateOnly FoundOn { get; private set; }

    public string Remark { get; private set; } = "";

    public string Goal { get; private set; } = "";

    public IReadOnlyList<Measure> Measures { get; private set; } = [];

    /// <summary>What the unit wrote as 整改时限; the office decides.</summary>
    public DateOnly? ProposedDueDate { get; private set; }

    public string ResponsibleLeader { get; private set; } = "";

    public string ResponsiblePerson { get; private set; } = "";

    public PhaseKind? RegisteredInPhase { get; private set; }

    public DateOnly? RegisteredOn { get; private set; }

    public DateOnly? AssignedOn { get; private set; }

    /// <summary>The first due date; extensions leave it as it was.</summary>
    public DateOnly? OriginalDueDate { get; private set; }

    /// <summary>The due date in force.</summary>
    public DateOnly? DueDate { get; private set; }

    public DueBasis? DueBasis { get; private set; }

    public AssignmentObjection? Objection { get; private set; }

    public ExtensionRequest? Extension { get; private set; }

    public int ExtensionCount { get; private set; }

    public LongTermGoal? LongTerm { get; private set; }

    /// <summary>When a long-term problem is looked at next.</summary>
    public DateOnly? NextReviewOn { get; private set; }

    public CloseOut? CloseOut { get; private set; }

    /// <summary>The day the unit's signed application came in that has not been sent back; the unit's completion date.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>The day the re-check passed.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public PublicNotice? PublicNotice { get; private set; }

    /// <summary>Times it was sent back, over its whole life.</summary>
    public int ReturnCount { get; private set; }

    /// <summary>The last return, until the unit applies again.</summary>
    public ReturnNote? Returned { get; private set; }

    /// <summary>反弹次数: times it was closed and opened again.</summary>
    public int RecurrenceCount { get; private set; }

    /// <summary>Notices issued on it and not revoked, over its whole life.</summary>
    public int NoticeCount { get; private set; }

    /// <summary>The latest notice, until it is filed or revoked, or the problem goes to another unit.</summary>
    public Guid? OpenNoticeId { get; private set; }

    public Guid? MergedIntoId { get; private set; }

    /// <summary>0 to 99, evenly spread, fixed for ever by the id: decides the samples for on-site checks and look-backs.</summary>
    public int Draw { get; private set; }

    /// <summary>Goes on after the phase, or into the next campaign, with its clock running.</summary>
    public bool IsCarriedOver { get; private set; }

    public IReadOnlyList<Evidence> Evidence => _evidence;

    /// <summary>What was found, as it stands now.</summary>
    internal Finding Finding => new(CategoryId, SymptomId, Source, Severity, Kind, Styles, Place, Description, Matter, FoundOn, Remark);

    /// <summary>The plan as it stands now.</summary>
    internal RectificationPlan Plan => new(Goal, Measures, ProposedDueDate, ResponsibleLeader, ResponsiblePerson);

    private readonly List<AssistingUnit> _assistingUnits = [];
    private readonly List<Evidence> _evidence = [];

    public override Guid LogId => CampaignId;

    public override Guid? OwnerUnitId => UnitId;

    public override string StateName => State.ToString();

    /// <summary>Whether the unit still has to deliver: the states in which a passed due date means overdue.</summary>
    public bool IsWithUnit => State is >= ProblemState.Assigned and < ProblemState.CloseOutApplied;

    public bool IsOverdue(DateOnly today) => IsWithUnit && DueDate < today;

    private void MustBe(params ReadOnlySpan<ProblemState> states) => Rules.Require(states.Contains(State), Rule.WrongState, State);

    private void NothingElsePending() => Rules.Require(Pending == PendingDecision.None, Rule.SomethingElsePending, Pending);

    private void MustAwait(PendingDecision pending) => Rules.Require(Pending == pending, Rule.NothingPending, pending);

    private void MustBeOfUnit(Stamp stamp) => Rules.Require(stamp.By.UnitId == UnitId, Rule.NotYourUnit);
}
