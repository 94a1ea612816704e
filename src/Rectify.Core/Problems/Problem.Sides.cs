using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Side moves: merge, void, carry over, and the notices that concern the problem.</summary>
public sealed partial class Problem
{
    /// <summary>并案: the other problem answers for this one too; its notices count there.</summary>
    public void MergeInto(Problem target, string reason, Stamp stamp)
    {
        MustBeRunning();
        MustBeOutsider(stamp);
        Rules.Require(target.Id != Id, Rule.MergeIntoItself);
        Rules.Require(target.CampaignId == CampaignId && target.IsRunning, Rule.MergeTargetNotOpen);
        Rules.Require(OpenNoticeId is null, Rule.NoticeOpen);
        Rules.Require(reason.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ProblemMerged(target.Id, target.Number!.Value, reason.Trim()), stamp);
        target.Record(new ProblemAbsorbed(Id, Number!.Value), stamp);
    }

    /// <summary>作废: not a problem, or not true; leaves the denominators, keeps its number.</summary>
    public void DeclareVoid(string reason, Stamp stamp)
    {
        MustBeRunning();
        MustBeOutsider(stamp);
        Rules.Require(OpenNoticeId is null, Rule.NoticeOpen);
        Rules.Require(reason.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ProblemVoided(reason.Trim()), stamp);
    }

    /// <summary>Lets the phase end while the problem goes on with its clock running.</summary>
    public void CarryOver(string reason, Stamp stamp)
    {
        MustBeRunning();
        MustBeOutsider(stamp);
        Rules.Require(!IsCarriedOver, Rule.WrongState, State);
        Rules.Require(reason.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ProblemCarriedOver(reason.Trim()), stamp);
    }

    /// <summary>A notice on this problem goes out.</summary>
    public void OpenNotice(Guid noticeId, string documentNumber, int ordinal, Stamp stamp)
    {
        MustTakeNotice();
        Record(new NoticeOpened(noticeId, documentNumber, ordinal), stamp);
    }

    /// <summary>Refuses a notice on a problem that is not with a unit: not yet assigned, or finished.</summary>
    public void MustTakeNotice() => Rules.Require(TakesNotice, Rule.WrongState, State);

    /// <summary>With a unit: assigned and neither finished nor set aside.</summary>
    public bool TakesNotice => State is >= ProblemState.Assigned and < ProblemState.Closed or ProblemState.LongTerm;

    /// <summary>The notice was filed or revoked.</summary>
    /// <param name="outcome">The notice's final state; a revoked one is no longer counted.</param>
    /// <param name="stillOpen">The former notice that has to be answered again after a revocation.</param>
    public void EndNotice(Guid noticeId, string outcome, Stamp stamp, Guid? stillOpen = null) => Record(new NoticeEnded(noticeId, outcome, stillOpen), stamp);

    /// <summary>Registered and neither finished nor set aside.</summary>
    public bool IsRunning => State is >= ProblemState.Registered and < ProblemState.Closed or ProblemState.LongTerm;

    private void MustBeRunning() => Rules.Require(IsRunning, Rule.WrongState, State);
}
