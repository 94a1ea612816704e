using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

public enum ProblemListState
{
    /// <summary>填报中</summary>
    Draft = 0,

    /// <summary>已报送</summary>
    Submitted = 1,

    /// <summary>已退回</summary>
    Returned = 2,

    /// <summary>已接收</summary>
    Accepted = 3,
}

/// <summary>A unit's return: its list of problems, or a signed statement that there are none (零报告). A later one supplements the first.</summary>
public sealed class ProblemList : Subject
{
    public const int StatementLength = 1000;

    private ProblemList()
    {
    }

    public Guid CampaignId { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>1 for the self-inspection return, then one more for each supplement.</summary>
    public int Ordinal { get; private set; }

    public ProblemListState State { get; private set; }

    /// <summary>零报告: the unit's leader signs that nothing was found.</summary>
    public bool IsNil { get; private set; }

    /// <summary>How the unit inspected itself; a nil return needs it.</summary>
    public string Statement { get; private set; } = "";

    public string SignedBy { get; private set; } = "";

    /// <summary>The day of the first submission; a list sent back and sent in again was still in time.</summary>
    public DateOnly? FirstSubmittedOn { get; private set; }

    public DateOnly? SubmittedOn { get; private set; }

    public DateOnly? AcceptedOn { get; private set; }

    /// <summary>What the office wants done, while the list is returned.</summary>
    public string ReturnReason { get; private set; } = "";

    public override Guid LogId => CampaignId;

    public override Guid? OwnerUnitId => UnitId;

    public override string StateName => State.ToString();

    public static ProblemList Start(Guid id, Campaign campaign, Guid unitId, int ordinal, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.EnterProblems);
        Rules.Require(campaign.TakesPart(unitId), Rule.UnitDoesNotTakePart);
        Rules.Require(stamp.By.UnitId == unitId, Rule.NotYourUnit);
        var list = new ProblemList();
        list.Record(new ListStarted(id, campaign.Id, unitId, ordinal), stamp);
        return list;
    }

    /// <summary>The unit's leader signs and sends the list; its drafts get their numbers. A supplement without entries says nothing and is refused.</summary>
    /// <param name="problems">The list's entries that are not withdrawn; none for a nil return.</param>
    /// <param name="nextNumber">The campaign's next free problem number.</param>
    public void Submit(Campaign campaign, IReadOnlyList<Problem> problems, bool isNil, string statement, int nextNumber, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.EnterProblems);
        MustTakeEntries(stamp);
        Rules.Require(problems.Count > 0 || (isNil && Ordinal == 1), Rule.ListIsEmpty);
        Rules.Require(!isNil || problems.Count == 0, Rule.ListHasDrafts, problems.Count);
        Rules.Require(!isNil || statement.Trim().Length > 0, Rule.NilReturnNeedsStatement);
        foreach (var problem in problems.Where(problem => problem.State == ProblemState.Draft))
        {
            problem.Register(campaign, nextNumber++, stamp);
        }

        Record(new ListSubmitted(isNil, statement.Trim(), problems.Count), stamp);
    }

    public void Accept(Stamp stamp)
    {
        Rules.Require(State == ProblemListState.Submitted, Rule.WrongState, State);
        Rules.Require(stamp.By.UnitId != UnitId, Rule.OfOwnUnit);
        Record(new ListAccepted(), stamp);
    }

    public void Return(string reason, Stamp stamp)
    {
        Rules.Require(State == ProblemListState.Submitted, Rule.WrongState, State);
        Rules.Require(stamp.By.UnitId != UnitId, Rule.OfOwnUnit);
        Rules.Require(reason.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ListReturned(reason.Trim()), stamp);
    }

    public bool TakesEntries => State is ProblemListState.Draft or ProblemListState.Returned;

    internal void MustTakeEntries(Stamp stamp)
    {
        Rules.Require(stamp.By.UnitId == UnitId, Rule.NotYourUnit);
        Rules.Require(TakesEntries, Rule.ListNotOpenForEntry, State);
    }

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case ListStarted f:
                (Id, CampaignId, UnitId, Ordinal) = (f.ListId, f.CampaignId, f.UnitId, f.Ordinal);
                break;
            case ListSubmitted f:
                (State, IsNil, Statement, SignedBy) = (ProblemListState.Submitted, f.IsNil, f.Statement, stamp.ByName);
                (SubmittedOn, FirstSubmittedOn, ReturnReason) = (stamp.On, FirstSubmittedOn ?? stamp.On, "");
                break;
            case ListAccepted:
                (State, AcceptedOn) = (ProblemListState.Accepted, stamp.On);
                break;
            case ListReturned f:
                (State, ReturnReason) = (ProblemListState.Returned, f.Reason);
                break;
        }
    }
}

public sealed record ListStarted(Guid ListId, Guid CampaignId, Guid UnitId, int Ordinal) : Fact;

public sealed record ListSubmitted(bool IsNil, string Statement, int ProblemCount) : Fact;

public sealed record ListAccepted : Fact;

public sealed record ListReturned(string Reason) : Fact
{
    public override string Why => Reason;
}
