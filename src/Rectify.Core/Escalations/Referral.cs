using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>A failed notice that a referral rests on.</summary>
public sealed record CoveredNotice(Guid NoticeId);

/// <summary>
/// 移送: a problem whose notices failed as often as the policy bears is put before the discipline body. The office drafts, its
/// leader approves and transfers; the discipline officer acknowledges or returns it, and tells the outcome.
/// </summary>
public sealed class Referral : Subject
{
    public const int TitleLength = 200;
    public const int LetterLength = 4000;
    public const int ReasonsLength = 1000;

    private readonly List<CoveredNotice> _covered = [];

    private Referral()
    {
    }

    public Guid CampaignId { get; private set; }

    public Guid ProblemId { get; private set; }

    /// <summary>The unit the referral is about; its people never see it.</summary>
    public Guid UnitId { get; private set; }

    public ReferralState State { get; private set; }

    /// <summary>The failed notices known when it was drafted or dismissed; a later failure makes a new candidate.</summary>
    public IReadOnlyList<CoveredNotice> Covered => _covered;

    /// <summary>The letter's; empty when there is none.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The letter's text: it reports and asks, and draws no conclusion.</summary>
    public string Letter { get; private set; } = "";

    public string Prefix { get; private set; } = "";

    /// <summary>The year of the letter's number; null until first approved. Kept when the letter is written anew.</summary>
    public int? Year { get; private set; }

    public int? Serial { get; private set; }

    /// <summary>Who wrote the draft last; somebody else approves.</summary>
    public Guid DraftedBy { get; private set; }

    /// <summary>The frozen package; empty until approved.</summary>
    public string PackageJson { get; private set; } = "";

    public string PackageSha256 { get; private set; } = "";

    public Opinion? Approval { get; private set; }

    public DateOnly? TransferredOn { get; private set; }

    public DateOnly? AcknowledgedOn { get; private set; }

    /// <summary>The discipline body's own number for it, where it gave one.</summary>
    public string ReceiptNumber { get; private set; } = "";

    /// <summary>Why the discipline body sent it back, while it is returned.</summary>
    public string ReturnReasons { get; private set; } = "";

    /// <summary>处置反馈</summary>
    public Opinion? Outcome { get; private set; }

    public Opinion? Dismissal { get; private set; }

    /// <summary>Scans of the stamped letter, oldest first.</summary>
    public IReadOnlyList<StampedScan> Scans { get; private set; } = [];

    public override Guid LogId => CampaignId;

    /// <summary>No unit reads the entries, least of all the one concerned.</summary>
    public override Guid? OwnerUnitId => null;

    public override string StateName => State.ToString();

    /// <summary>Null until first approved.</summary>
    public NoticeNumber? Number => Year is { } year ? new NoticeNumber(Prefix, year, Serial!.Value) : null;

    /// <summary>Whether it still stands between the office and the discipline body.</summary>
    public bool IsRunning => State is not (ReferralState.Archived or ReferralState.Dismissed);

    public static Referral Draft(Guid id, Campaign campaign, Problem problem, NoticeLadder ladder, IReadOnlyList<Referral> earlier, string title, string letter, Stamp stamp)
    {
        Candidacy.Require(campaign.Policy, problem, ladder, earlier, stamp.Today);
        MustBeOutsider(problem.UnitId, stamp);
        Rules.Require(title.Trim().Length > 0 && letter.Trim().Length > 0, Rule.LetterRequired);
        var referral = new Referral();
        referral.Record(new ReferralDrafted(id, campaign.Id, problem.Id, problem.UnitId, Candidacy.Covers(ladder, stamp.Today), title.Trim(), letter.Trim()), stamp);
        return referral;
    }

    /// <summary>The office leader lets a candidate go without a letter; a further failed notice brings it up again.</summary>
    public static Referral DismissCandidate(Guid id, Campaign campaign, Problem problem, NoticeLadder ladder, IReadOnlyList<Referral> earlier, string reasons, Stamp stamp)
    {
        Candidacy.Require(campaign.Policy, problem, ladder, earlier, stamp.Today);
        MustBeOutsider(problem.UnitId, stamp);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        var referral = new Referral();
        referral.Record(new CandidateDismissed(id, campaign.Id, problem.Id, problem.UnitId, Candidacy.Covers(ladder, stamp.Today), reasons.Trim()), stamp);
        return referral;
    }

    /// <summary>Writes the letter anew; an approval not yet transferred, or a return, is thereby over.</summary>
    public void Redraft(NoticeLadder ladder, string title, string letter, Stamp stamp)
    {
        MustBe(ReferralState.Drafted, ReferralState.Approved, ReferralState.Returned);
        MustBeOutsider(UnitId, stamp);
        Rules.Require(title.Trim().Length > 0 && letter.Trim().Length > 0, Rule.LetterRequired);
        Record(new ReferralRedrafted(Candidacy.Covers(ladder, stamp.Today), title.Trim(), letter.Trim()), stamp);
    }

    /// <summary>Approved by the office leader, who did not draft it; the letter is numbered, the package frozen with its hash.</summary>
    /// <param name="number">Its own number where it has one, else the next free one.</param>
    public void Approve(ReferralPackage package, NoticeNumber number, string opinion, Stamp stamp)
    {
        MustBe(ReferralState.Drafted);
        MustBeOutsider(UnitId, stamp);
        Rules.Require(stamp.By.PersonId != DraftedBy, Rule.SamePerson, stamp.By.Name);
        var json = (package with { Number = number.Text }).ToJson();
        Record(new ReferralApproved(number, json, ReferralPackage.HashOf(json), opinion.Trim()), stamp);
    }

    /// <summary>移送: from now on the discipline desk sees it.</summary>
    public void Transfer(Stamp stamp)
    {
        MustBe(ReferralState.Approved);
        MustBeOutsider(UnitId, stamp);
        Record(new ReferralTransferred(), stamp);
    }

    public void Acknowledge(string receiptNumber, Stamp stamp)
    {
        MustBe(ReferralState.Transferred);
        MustBeOutsider(UnitId, stamp);
        Record(new ReferralAcknowledged(receiptNumber.Trim()), stamp);
    }

    public void Return(string reasons, Stamp stamp)
    {
        MustBe(ReferralState.Transferred);
        MustBeOutsider(UnitId, stamp);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ReferralReturned(reasons.Trim()), stamp);
    }

    public void RecordOutcome(string outcome, Stamp stamp)
    {
        MustBe(ReferralState.Acknowledged);
        MustBeOutsider(UnitId, stamp);
        Rules.Require(outcome.Trim().Length > 0, Rule.ResultRequired);
        Record(new ReferralOutcomeRecorded(outcome.Trim()), stamp);
    }

    public void Archive(Stamp stamp)
    {
        MustBe(ReferralState.OutcomeRecorded);
        MustBeOutsider(UnitId, stamp);
        Record(new ReferralArchived(), stamp);
    }

    /// <summary>不予移送 by the office leader, with reasons: out of a draft, or after the discipline body sent it back.</summary>
    public void Dismiss(string reasons, Stamp stamp)
    {
        MustBe(ReferralState.Drafted, ReferralState.Returned);
        MustBeOutsider(UnitId, stamp);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new ReferralDismissed(reasons.Trim()), stamp);
    }

    /// <summary>Keeps a scan of the stamped letter, as soon as there is a number to bring it back by.</summary>
    public void AddScan(StoredFile file, Stamp stamp)
    {
        Rules.Require(Year is not null, Rule.WrongState, State);
        MustBeOutsider(UnitId, stamp);
        Record(new ReferralScanAdded(file), stamp);
    }

    private void MustBe(params ReadOnlySpan<ReferralState> states) => Rules.Require(states.Contains(State), Rule.WrongState, State);

    private static void MustBeOutsider(Guid unitId, Stamp stamp) => Rules.Require(stamp.By.UnitId != unitId, Rule.OfOwnUnit);

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case ReferralDrafted f:
                (Id, CampaignId, ProblemId, UnitId) = (f.ReferralId, f.CampaignId, f.ProblemId, f.UnitId);
                Take(f.Notices, f.Title, f.Letter, stamp);
                break;
            case CandidateDismissed f:
                (Id, CampaignId, ProblemId, UnitId) = (f.ReferralId, f.CampaignId, f.ProblemId, f.UnitId);
                Take(f.Notices, "", "", stamp);
                (State, Dismissal) = (ReferralState.Dismissed, Opinion.Of(stamp, f.Reasons));
                break;
            case ReferralRedrafted f:
                Take(f.Notices, f.Title, f.Letter, stamp);
                (State, Approval, PackageJson, PackageSha256, ReturnReasons, TransferredOn) = (ReferralState.Drafted, null, "", "", "", null);
                break;
            case ReferralApproved f:
                (State, Approval, PackageJson, PackageSha256) = (ReferralState.Approved, Opinion.Of(stamp, f.Opinion), f.PackageJson, f.Sha256);
                (Prefix, Year, Serial) = (f.Number.Prefix, f.Number.Year, f.Number.Serial);
                break;
            case ReferralScanAdded f:
                Scans = [.. Scans, new StampedScan(f.File, stamp.ByName, stamp.On)];
                break;
            case ReferralTransferred:
                (State, TransferredOn) = (ReferralState.Transferred, stamp.On);
                break;
            case ReferralAcknowledged f:
                (State, AcknowledgedOn, ReceiptNumber) = (ReferralState.Acknowledged, stamp.On, f.ReceiptNumber);
                break;
            case ReferralReturned f:
                (State, ReturnReasons) = (ReferralState.Returned, f.Reasons);
                break;
            case ReferralOutcomeRecorded f:
                (State, Outcome) = (ReferralState.OutcomeRecorded, Opinion.Of(stamp, f.Outcome));
                break;
            case ReferralArchived:
                State = ReferralState.Archived;
                break;
            case ReferralDismissed f:
                (State, Dismissal) = (ReferralState.Dismissed, Opinion.Of(stamp, f.Reasons));
                break;
        }
    }

    private void Take(IReadOnlyList<Guid> notices, string title, string letter, FactStamp stamp)
    {
        (Title, Letter, DraftedBy) = (title, letter, stamp.By);
        _covered.RemoveAll(covered => !notices.Contains(covered.NoticeId));
        _covered.AddRange(notices.Where(id => !_covered.Exists(covered => covered.NoticeId == id)).Select(id => new CoveredNotice(id)));
    }
}
