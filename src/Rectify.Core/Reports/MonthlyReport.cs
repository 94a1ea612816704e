using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Reports;

/// <summary>
/// 月报: a unit's report of one month. Its counts come from the ledger; the unit adds words, its leader signs, and with the signature the
/// figures are frozen. One that the office sends back is signed again and freezes a new edition; the older one stays.
/// </summary>
public sealed class MonthlyReport : Subject
{
    private MonthlyReport()
    {
    }

    public Guid CampaignId { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The month's first day.</summary>
    public DateOnly Month { get; private set; }

    public MonthlyReportState State { get; private set; }

    public MonthlyText Text { get; private set; } = MonthlyText.Empty;

    public CountChanges Changes { get; private set; } = CountChanges.None;

    public string WrittenBy { get; private set; } = "";

    /// <summary>The frozen figures of the edition signed last; null until signed.</summary>
    public Guid? SnapshotId { get; private set; }

    public string SnapshotCode { get; private set; } = "";

    /// <summary>How often it was signed.</summary>
    public int Edition { get; private set; }

    /// <summary>零报告</summary>
    public bool IsNil { get; private set; }

    /// <summary>The day of the first signature; a report sent back and signed again was still in time.</summary>
    public DateOnly? FirstSubmittedOn { get; private set; }

    public DateOnly? SubmittedOn { get; private set; }

    public string SignedBy { get; private set; } = "";

    public DateOnly? AcceptedOn { get; private set; }

    /// <summary>What the office wants done, while the report is returned.</summary>
    public string ReturnReason { get; private set; } = "";

    public override Guid LogId => CampaignId;

    public override Guid? OwnerUnitId => UnitId;

    public override string StateName => State.ToString();

    public bool IsWithUnit => State is MonthlyReportState.Draft or MonthlyReportState.Returned;

    public static MonthlyReport Start(Guid id, Campaign campaign, Guid unitId, DateOnly month, Stamp stamp)
    {
        Rules.Require(campaign.TakesPart(unitId), Rule.UnitDoesNotTakePart);
        Rules.Require(stamp.By.UnitId == unitId, Rule.NotYourUnit);
        Rules.Require(ReportMonths.Of(campaign, stamp.Today).Contains(month), Rule.NotAReportMonth, month);
        var report = new MonthlyReport();
        report.Record(new MonthlyReportStarted(id, campaign.Id, unitId, month), stamp);
        return report;
    }

    /// <summary>Takes the unit's words and, where it reports other counts than the ledger's, those with the reason.</summary>
    public void Write(MonthlyText text, CountChanges changes, Stamp stamp)
    {
        MustBeWithUnit(stamp);
        Rules.Require(!changes.IsAny || changes.Reason.Length > 0, Rule.CountsReasonRequired);
        Record(new MonthlyReportWritten(text.Trimmed(), changes), stamp);
    }

    /// <summary>The unit's leader signs; the figures are frozen in the same transaction.</summary>
    /// <param name="frozen">The figures this edition prints.</param>
    public void Sign(Snapshot frozen, bool isNil, int unfinished, Stamp stamp)
    {
        MustBeWithUnit(stamp);
        Rules.Require(unfinished == 0 || Text.Unfinished.Length > 0, Rule.UnfinishedNeedsReason, unfinished);
        Record(new MonthlyReportSigned(frozen.Id, frozen.Code, isNil), stamp);
    }

    public void Accept(Stamp stamp)
    {
        MustBeReviewedBy(stamp);
        Record(new MonthlyReportAccepted(), stamp);
    }

    public void Return(string reasons, Stamp stamp)
    {
        MustBeReviewedBy(stamp);
        Rules.Require(reasons.Trim().Length > 0, Rule.ReasonRequired);
        Record(new MonthlyReportReturned(reasons.Trim()), stamp);
    }

    private void MustBeWithUnit(Stamp stamp)
    {
        Rules.Require(stamp.By.UnitId == UnitId, Rule.NotYourUnit);
        Rules.Require(IsWithUnit, Rule.WrongState, State);
    }

    private void MustBeReviewedBy(Stamp stamp)
    {
        Rules.Require(State == MonthlyReportState.Submitted, Rule.WrongState, State);
        Rules.Require(stamp.By.UnitId != UnitId, Rule.OfOwnUnit);
    }

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case MonthlyReportStarted f:
                (Id, CampaignId, UnitId, Month) = (f.ReportId, f.CampaignId, f.UnitId, f.Month);
                break;
            case MonthlyReportWritten f:
                (Text, Changes, WrittenBy) = (f.Text, f.Changes, stamp.ByName);
                break;
            case MonthlyReportSigned f:
                (State, SnapshotId, SnapshotCode, IsNil, Edition) = (MonthlyReportState.Submitted, f.SnapshotId, f.SnapshotCode, f.IsNil, Edition + 1);
                (FirstSubmittedOn, SubmittedOn, SignedBy, ReturnReason) = (FirstSubmittedOn ?? stamp.On, stamp.On, stamp.ByName, "");
                break;
            case MonthlyReportAccepted:
                (State, AcceptedOn) = (MonthlyReportState.Accepted, stamp.On);
                break;
            case MonthlyReportReturned f:
                (State, ReturnReason) = (MonthlyReportState.Returned, f.Reasons);
                break;
        }
    }
}

public sealed record MonthlyReportStarted(Guid ReportId, Guid CampaignId, Guid UnitId, DateOnly Month) : Fact;

public sealed record MonthlyReportWritten(MonthlyText Text, CountChanges Changes) : Fact
{
    public override string Why => Changes.Reason;
}

public sealed record MonthlyReportSigned(Guid SnapshotId, string SnapshotCode, bool IsNil) : Fact;

public sealed record MonthlyReportAccepted : Fact;

public sealed record MonthlyReportReturned(string Reasons) : Fact
{
    public override string Why => Reasons;
}
