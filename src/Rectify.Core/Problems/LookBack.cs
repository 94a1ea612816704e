using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>回头看: a checker goes back to a closed problem. It is a record of its own, so that nothing but reopening follows a closing.</summary>
public sealed class LookBack : Subject
{
    public const int FindingsLength = 1000;

    private LookBack()
    {
    }

    public Guid CampaignId { get; private set; }

    public Guid ProblemId { get; private set; }

    public Guid UnitId { get; private set; }

    public DateOnly On { get; private set; }

    public string CheckedBy { get; private set; } = "";

    /// <summary>Which closing it looks back at: how often the problem had come back before.</summary>
    public int RecurrenceCount { get; private set; }

    /// <summary>Counts the look-backs on the problem; the last one of a closing decides.</summary>
    public int Ordinal { get; private set; }

    /// <summary>反弹: the problem is back.</summary>
    public bool Recurred { get; private set; }

    public string Findings { get; private set; } = "";

    public override Guid LogId => CampaignId;

    public override Guid? OwnerUnitId => UnitId;

    public override string StateName => Recurred ? "Recurred" : "Held";

    public static LookBack Make(Guid id, Campaign campaign, Problem problem, int ordinal, bool recurred, string findings, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.LookBack);
        Rules.Require(problem.State == ProblemState.Closed, Rule.WrongState, problem.State);
        problem.MustBeOutsider(stamp);
        Rules.Require(findings.Trim().Length > 0, Rule.ResultRequired);
        var lookBack = new LookBack();
        lookBack.Record(new LookedBack(id, campaign.Id, problem.Id, problem.UnitId, problem.RecurrenceCount, ordinal, recurred, findings.Trim()), stamp);
        return lookBack;
    }

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        if (fact is LookedBack f)
        {
            (Id, CampaignId, ProblemId, UnitId, RecurrenceCount, Ordinal, Recurred, Findings) = (f.LookBackId, f.CampaignId, f.ProblemId, f.UnitId, f.RecurrenceCount, f.Ordinal, f.Recurred, f.Findings);
            (On, CheckedBy) = (stamp.On, stamp.ByName);
        }
    }
}

public sealed record LookedBack(Guid LookBackId, Guid CampaignId, Guid ProblemId, Guid UnitId, int RecurrenceCount, int Ordinal, bool Recurred, string Findings) : Fact
{
    public override string Why => Findings;
}
