using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Reports;

/// <summary>Where a bulletin stands. The numbers are stored and never change.</summary>
public enum BulletinState
{
    /// <summary>草稿</summary>
    Draft = 0,

    /// <summary>已印发: numbered, its figures frozen.</summary>
    Issued = 10,

    /// <summary>作废: keeps its number and its figures.</summary>
    Voided = 20,

    /// <summary>草稿作废: never had a number.</summary>
    Discarded = 30,
}

/// <summary>The words of a bulletin; its figures come from the ledger.</summary>
/// <param name="Addressees">主送</param>
/// <param name="CutOff">The last day counted.</param>
/// <param name="DaysAhead">How many calendar days of due dates are listed.</param>
/// <param name="Situation">总体情况</param>
/// <param name="Requirements">工作要求</param>
public sealed record BulletinText(string Title, string Addressees, DateOnly CutOff, int DaysAhead, string Situation, string Requirements)
{
    public const int TextLength = 4000;

    public BulletinText Trimmed() => this with { Title = Title.Trim(), Addressees = Addressees.Trim(), Situation = Situation.Trim(), Requirements = Requirements.Trim() };
}

/// <summary>
/// 通报: ranks the units, names laggards by item and lists what is due next. Issuing freezes its figures and gives it its number
/// (第N期, one series a calendar year over all campaigns).
/// </summary>
public sealed class Bulletin : Subject
{
    public const int UsualDaysAhead = 7;

    private Bulletin()
    {
    }

    public Guid CampaignId { get; private set; }

    public BulletinState State { get; private set; }

    public BulletinText Text { get; private set; } = null!;

    public string DraftedBy { get; private set; } = "";

    /// <summary>Who wrote the draft last; somebody else issues it.</summary>
    public Guid DraftedById { get; private set; }

    /// <summary>The year of the number; null until issued.</summary>
    public int? Year { get; private set; }

    /// <summary>第N期; null until issued.</summary>
    public int? Issue { get; private set; }

    public Guid? SnapshotId { get; private set; }

    public string SnapshotCode { get; private set; } = "";

    public DateOnly? IssuedOn { get; private set; }

    public string IssuedBy { get; private set; } = "";

    /// <summary>Scans of the stamped paper, oldest first.</summary>
    public IReadOnlyList<StampedScan> Scans { get; private set; } = [];

    public override Guid LogId => CampaignId;

    public override Guid? OwnerUnitId => null;

    public override string StateName => State.ToString();

    public static Bulletin Draft(Guid id, Campaign campaign, BulletinText text, Stamp stamp)
    {
        Rules.Require(campaign.State != CampaignState.Preparing, Rule.CampaignNotOpen);
        var bulletin = new Bulletin();
        bulletin.Record(new BulletinDrafted(id, campaign.Id, text.Trimmed()), stamp);
        return bulletin;
    }

    public void Revise(BulletinText text, Stamp stamp)
    {
        MustBe(BulletinState.Draft);
        Record(new BulletinRevised(text.Trimmed()), stamp);
    }

    public void Discard(string reasons, Stamp stamp)
    {
        MustBe(BulletinState.Draft);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new BulletinDiscarded(reasons.Trim()), stamp);
    }

    /// <param name="issue">The next free number of the year.</param>
    /// <param name="frozen">The figures it prints from now on.</param>
    /// <param name="text">Its words, with these figures in them.</param>
    public void Publish(int issue, Snapshot frozen, BulletinText text, Stamp stamp)
    {
        MustBe(BulletinState.Draft);
        Rules.Require(stamp.By.PersonId != DraftedById, Rule.SamePerson, stamp.By.Name);
        Record(new BulletinIssued(stamp.Today.Year, issue, frozen.Id, frozen.Code, text), stamp);
    }

    /// <summary>Takes back what was issued; number and figures stay.</summary>
    public void Void(string reasons, Stamp stamp)
    {
        MustBe(BulletinState.Issued);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new BulletinVoided(reasons.Trim()), stamp);
    }

    /// <summary>Keeps a scan of the stamped paper; a void bulletin's too.</summary>
    public void AddScan(StoredFile file, Stamp stamp)
    {
        Rules.Require(Issue is not null, Rule.WrongState, State);
        Record(new BulletinScanAdded(file), stamp);
    }

    private void MustBe(BulletinState state) => Rules.Require(State == state, Rule.WrongState, State);

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case BulletinDrafted f:
                (Id, CampaignId, Text, DraftedBy, DraftedById) = (f.BulletinId, f.CampaignId, f.Text, stamp.ByName, stamp.By);
                break;
            case BulletinRevised f:
                (Text, DraftedBy, DraftedById) = (f.Text, stamp.ByName, stamp.By);
                break;
            case BulletinDiscarded:
                State = BulletinState.Discarded;
                break;
            case BulletinIssued f:
                (State, Year, Issue, SnapshotId, SnapshotCode) = (BulletinState.Issued, f.Year, f.Issue, f.SnapshotId, f.SnapshotCode);
                (Text, IssuedOn, IssuedBy) = (f.Text, stamp.On, stamp.ByName);
                break;
            case BulletinScanAdded f:
                Scans = [.. Scans, new StampedScan(f.File, stamp.ByName, stamp.On)];
                break;
            case BulletinVoided:
                State = BulletinState.Voided;
                break;
        }
    }
}

public sealed record BulletinDrafted(Guid BulletinId, Guid CampaignId, BulletinText Text) : Fact;

public sealed record BulletinRevised(BulletinText Text) : Fact;

public sealed record BulletinDiscarded(string Reasons) : Fact
{
    public override string Why => Reasons;
}

public sealed record BulletinIssued(int Year, int Issue, Guid SnapshotId, string SnapshotCode, BulletinText Text) : Fact;

public sealed record BulletinScanAdded(StoredFile File) : Fact;

public sealed record BulletinVoided(string Reasons) : Fact
{
    public override string Why => Reasons;
}
