using Rectify.Core.Problems;

namespace Rectify.Core.Reports;

/// <summary>Where a monthly report stands. The numbers are stored and never change.</summary>
public enum MonthlyReportState
{
    /// <summary>填写中</summary>
    Draft = 0,

    /// <summary>已报送: signed by the unit's leader.</summary>
    Submitted = 10,

    /// <summary>已退回</summary>
    Returned = 20,

    /// <summary>已接收</summary>
    Accepted = 30,
}

/// <summary>按时/迟报/未报, derived from the dates, never stored.</summary>
public enum MonthlyStanding
{
    /// <summary>Not in yet, and not yet due.</summary>
    NotDue = 0,
    OnTime = 1,
    Late = 2,

    /// <summary>Nothing came by the due date.</summary>
    Missing = 3,
}

/// <summary>The counts of a monthly report: in the month, and from the start to the cut-off.</summary>
/// <param name="New">本月新增</param>
/// <param name="Total">累计问题</param>
/// <param name="Done">本月完成: verified in the month.</param>
/// <param name="Closed">本月销号</param>
public sealed record MonthlyCounts(int New, int Total, int Done, int DoneTotal, int Closed, int ClosedTotal)
{
    /// <summary>Nothing happened in the month.</summary>
    public bool IsQuiet => New == 0 && Done == 0 && Closed == 0;
}

/// <summary>What the unit writes itself; the counts come from the ledger.</summary>
/// <param name="Unfinished">未完成原因</param>
/// <param name="Symposiums">座谈会, how many.</param>
/// <param name="SymposiumPersons">座谈会, how many persons came.</param>
/// <param name="ComplaintsReceived">收到投诉</param>
/// <param name="ComplaintsSettled">办结投诉</param>
/// <param name="Institutions">出台制度(名称、文号)</param>
/// <param name="Practices">主要做法</param>
/// <param name="Difficulties">存在困难</param>
/// <param name="NextSteps">下步打算</param>
/// <param name="Preparer">填报人</param>
public sealed record MonthlyText(
    string Unfinished, int Symposiums, int SymposiumPersons, int ComplaintsReceived, int ComplaintsSettled,
    string Institutions, string Practices, string Difficulties, string NextSteps, string Preparer)
{
    public const int TextLength = 2000;
    public const int PreparerLength = 50;
    public const int LargestCount = 100_000;

    public static readonly MonthlyText Empty = new("", 0, 0, 0, 0, "", "", "", "", "");

    public MonthlyText Trimmed() => this with
    {
        Unfinished = Unfinished.Trim(), Institutions = Institutions.Trim(), Practices = Practices.Trim(), Difficulties = Difficulties.Trim(), NextSteps = NextSteps.Trim(), Preparer = Preparer.Trim(),
    };
}

/// <summary>Counts that the unit reports other than the ledger has them; null where the ledger's stands. The ledger's own stay beside them.</summary>
public sealed record CountChanges(int? New, int? Total, int? Done, int? DoneTotal, int? Closed, int? ClosedTotal, string Reason)
{
    public static readonly CountChanges None = new(null, null, null, null, null, null, "");

    public bool IsAny => (New ?? Total ?? Done ?? DoneTotal ?? Closed ?? ClosedTotal) is not null;

    /// <summary>The differences between what the unit reports and what the ledger counts.</summary>
    public static CountChanges Between(MonthlyCounts ledger, MonthlyCounts reported, string reason)
    {
        var changes = new CountChanges(
            Other(ledger.New, reported.New), Other(ledger.Total, reported.Total), Other(ledger.Done, reported.Done), Other(ledger.DoneTotal, reported.DoneTotal),
            Other(ledger.Closed, reported.Closed), Other(ledger.ClosedTotal, reported.ClosedTotal), reason.Trim());
        return changes.IsAny ? changes : None;

        static int? Other(int ledger, int reported) => ledger == reported ? null : reported;
    }

    public MonthlyCounts On(MonthlyCounts ledger) => new(
        New ?? ledger.New, Total ?? ledger.Total, Done ?? ledger.Done, DoneTotal ?? ledger.DoneTotal, Closed ?? ledger.Closed, ClosedTotal ?? ledger.ClosedTotal);
}

/// <summary>A problem not yet verified at the cut-off.</summary>
public sealed record UnfinishedItem(int Number, string Description, ProblemState State, DateOnly? DueDate, bool IsOverdue);

/// <summary>A monthly report as it is frozen: all that is printed.</summary>
/// <param name="Edition">1 for the first signed version, one more after each return.</param>
/// <param name="IsNil">零报告: nothing new, done or closed in the month, and nothing open.</param>
/// <param name="Ledger">The counts of the ledger.</param>
/// <param name="Reported">The counts the unit reports.</param>
/// <param name="CountsReason">Why the two differ; empty when they do not.</param>
/// <param name="SignedBy">审核人: the unit's leader.</param>
public sealed record MonthlyFigures(
    string CampaignTitle, string UnitName, DateOnly Month, DateOnly CutOff, int Edition, bool IsNil, MonthlyCounts Ledger, MonthlyCounts Reported, string CountsReason,
    IReadOnlyList<UnfinishedItem> Unfinished, MonthlyText Text, string SignedBy, DateOnly SignedOn);
