using System.Globalization;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>销号: application, first review, re-check, public notice, closing, reopening.</summary>
public sealed partial class Problem
{
    /// <summary>The unit's handler prepares the application: every measure done, evidence there, the result told.</summary>
    /// <param name="rulesMade">建章立制; may be empty.</param>
    /// <param name="callBack">群众回访; may be empty.</param>
    public void PrepareCloseOut(Campaign campaign, string result, Stamp stamp, string rulesMade = "", string callBack = "")
    {
        campaign.MustAllow(PhaseMove.Rectify);
        MustBe(ProblemState.Rectifying);
        MustBeOfUnit(stamp);
        NothingElsePending();
        Rules.Require(Measures.Count > 0 && Measures.All(measure => measure.DoneOn is not null), Rule.MeasuresNotDone, Measures.Count(m => m.DoneOn is null));
        Rules.Require(_evidence.Exists(evidence => evidence.Purpose is EvidencePurpose.After or EvidencePurpose.Document), Rule.EvidenceMissing);
        Rules.Require(result.Trim().Length > 0, Rule.ResultRequired);
        Record(new CloseOutPrepared(result.Trim(), rulesMade.Trim(), callBack.Trim()), stamp);
    }

    /// <summary>初审: by the office, not of the unit, nobody who applied.</summary>
    public void PassFirstReview(Campaign campaign, string opinion, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Review);
        MustBe(ProblemState.CloseOutApplied);
        Rules.Require(!campaign.Policy.ShortChain, Rule.WrongState, State);
        MustBeFreshHand(stamp);
        Record(new FirstReviewPassed(opinion.Trim()), stamp);
    }

    /// <summary>复核: by somebody else again; serious problems and the drawn sample need the on-site record.</summary>
    public void PassRecheck(Campaign campaign, string opinion, SiteCheck? siteCheck, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Review);
        MustBe(ProblemState.CloseOutApplied, ProblemState.FirstReviewed);
        Rules.Require(campaign.Policy.ShortChain || State == ProblemState.FirstReviewed, Rule.FirstReviewMissing);
        Rules.Require(campaign.Policy.ShortChain || stamp.By.Has(Role.Checker), Rule.CheckerRequired);
        MustBeFreshHand(stamp);
        Rules.Require(siteCheck is not null || !NeedsSiteCheck(campaign.Policy), Rule.SiteCheckRequired);
        Rules.Require(siteCheck is null || siteCheck.Findings.Trim().Length > 0, Rule.SiteCheckRequired);
        Record(new RecheckPassed(opinion.Trim(), siteCheck), stamp);
    }

    /// <summary>Sends the application back; the further requirement is mandatory and the due date stays.</summary>
    public void ReturnCloseOut(Campaign campaign, string furtherRequirement, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Review);
        MustBe(ProblemState.CloseOutApplied, ProblemState.FirstReviewed, ProblemState.Rechecked, ProblemState.PublicNotice);
        MustBeOutsider(stamp);
        Rules.Require(furtherRequirement.Trim().Length > 0, Rule.FurtherRequirementRequired);
        Record(new CloseOutReturned(furtherRequirement.Trim()), stamp);
    }

    public void StartPublicNotice(Campaign campaign, string text, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Close);
        MustBe(ProblemState.Rechecked);
        MustBeOutsider(stamp);
        Rules.Require(text.Trim().Length > 0, Rule.ResultRequired);
        Record(new PublicNoticeStarted(text.Trim(), stamp.Today.AddDays(campaign.Policy.PublicNoticeDays)), stamp);
    }

    public void ReceiveObjection(Guid objectionId, string text, Stamp stamp)
    {
        MustBe(ProblemState.PublicNotice);
        MustBeOutsider(stamp);
        Rules.Require(text.Trim().Length > 0, Rule.ReasonRequired);
        Record(new PublicObjectionReceived(objectionId, text.Trim()), stamp);
    }

    public void SettleObjection(Guid objectionId, string settlement, Stamp stamp)
    {
        MustBe(ProblemState.PublicNotice);
        MustBeOutsider(stamp);
        Rules.Require(PublicNotice!.Objections.Any(objection => objection.Id == objectionId && objection.Settlement is null), Rule.ObjectionUnknown);
        Rules.Require(settlement.Trim().Length > 0, Rule.ReasonRequired);
        Record(new PublicObjectionSettled(objectionId, settlement.Trim()), stamp);
    }

    /// <summary>销号: every step of the campaign's chain passed, any public notice is over and settled, no notice is open, and a fresh hand closes.</summary>
    public void Close(Campaign campaign, string opinion, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.Close);
        MustBe(ProblemState.Rechecked, ProblemState.PublicNotice);
        MustBeFreshHand(stamp);
        Rules.Require(campaign.Policy.ShortChain || CloseOut!.FirstReview is not null, Rule.FirstReviewMissing);
        Rules.Require(OpenNoticeId is null, Rule.NoticeOpen);
        if (State == ProblemState.PublicNotice)
        {
            Rules.Require(PublicNotice!.Objections.All(objection => objection.Settlement is not null), Rule.ObjectionOpen);
            Rules.Require(stamp.Today > PublicNotice.To, Rule.PublicNoticeRunning, PublicNotice.To);
        }
        else
        {
            Rules.Require(!campaign.Policy.PublicNoticeRequired, Rule.PublicNoticeMissing);
        }

        Record(new ProblemClosed(opinion.Trim()), stamp);
    }

    /// <summary>重新挂号 after a look-back found the problem back: work starts again, the count of recurrences grows, notices stay counted.</summary>
    /// <param name="lookBack">The latest since the closing.</param>
    public void Reopen(Campaign campaign, LookBack lookBack, DateOnly due, string reason, Stamp stamp)
    {
        campaign.MustAllow(PhaseMove.LookBack);
        MustBe(ProblemState.Closed);
        MustBeOutsider(stamp);
        Rules.Require(lookBack.ProblemId == Id && lookBack.Recurred && lookBack.RecurrenceCount == RecurrenceCount, Rule.RecurrenceNotFound);
        Rules.Require(due >= stamp.Today, Rule.DueDateInThePast, due);
        Rules.Require(reason.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ProblemReopened(due, reason.Trim()), stamp);
    }

    /// <summary>Whether the re-check needs an on-site record: graver problems always, the others by a draw fixed by their id.</summary>
    public bool NeedsSiteCheck(CampaignPolicy policy) => Severity != Severity.Ordinary || Draw < policy.SiteCheckPercent;

    private static int DrawOf(Guid id) => int.Parse(id.ToString("N")[^6..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 100;

    /// <summary>Who judges or decides is of no unit that works on the problem.</summary>
    internal void MustBeOutsider(Stamp stamp) =>
        Rules.Require(stamp.By.UnitId != UnitId && !_assistingUnits.Exists(unit => unit.UnitId == stamp.By.UnitId), Rule.OfOwnUnit);

    private void MustBeFreshHand(Stamp stamp)
    {
        MustBeOutsider(stamp);
        Rules.Require(!CloseOut!.Hands.Contains(stamp.By.PersonId), Rule.SamePerson, stamp.By.Name);
    }
}
