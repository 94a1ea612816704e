namespace Rectify.Core.Reports;

/// <summary>The progress report: the same figures for the dashboard, the page and the workbook.</summary>
/// <param name="CutOff">The last day counted. What was registered later is left out; what was done later counts as not yet done.</param>
/// <param name="PreviousCutOff">The end of the month before, which the change is measured against.</param>
/// <param name="RateDecimals">Decimals of the percentages, from the campaign's policy.</param>
/// <param name="Void">Registered problems left out because they were declared void.</param>
/// <param name="Merged">Registered problems left out because another one answers for them.</param>
/// <param name="ComparedWith">The id of the frozen figures of the month before that the change is measured against; null when none were issued and they are counted again.</param>
public sealed record Progress(
    Guid CampaignId, string CampaignTitle, string Office, DateOnly CutOff, DateOnly PreviousCutOff, int RateDecimals, int Void, int Merged,
    ProgressRow Total, IReadOnlyList<ProgressRow> Units, IReadOnlyList<ProgressRow> Categories, string? ComparedWith = null);

/// <param name="Id">The unit or category; null for the total.</param>
/// <param name="Rank">By the close-out rate; equal rates share a rank, and nothing to close has none.</param>
/// <param name="Monthly">The unit's monthly reports; null where there can be none, as for a category.</param>
public sealed record ProgressRow(Guid? Id, string Name, int? Rank, ProgressFigures Figures, NoticeTotals Notices, ProgressRemark Remark, MonthlyTotals? Monthly = null);

/// <summary>月报(按时/迟报/未报): how many monthly reports came in time, came late, or are missing at the cut-off.</summary>
public sealed record MonthlyTotals(int OnTime, int Late, int Missing)
{
    public static readonly MonthlyTotals Nothing = new(0, 0, 0);

    /// <summary>As the column prints it, e.g. <c>3/1/0</c>.</summary>
    public string Text => $"{OnTime}/{Late}/{Missing}";

    public static MonthlyTotals operator +(MonthlyTotals left, MonthlyTotals right) => new(left.OnTime + right.OnTime, left.Late + right.Late, left.Missing + right.Missing);
}

/// <summary>What the remark column says of a unit.</summary>
public enum ProgressRemark
{
    None = 0,

    /// <summary>零报告: the leader signed that there are no problems.</summary>
    NilReturn = 1,

    /// <summary>未报清单: neither a list nor a nil return has come.</summary>
    ListMissing = 2,
}

/// <summary>What is counted of some problems. The six stages add up to the total, and so do the three kinds.</summary>
/// <param name="Total">Registered problems less void and merged ones: the N of the rates.</param>
/// <param name="Overdue">Past the due date without a signed application standing.</param>
/// <param name="OnTime">Done by the due date in force, of those due by the cut-off; long-term problems are left out.</param>
/// <param name="PreviousClosed">The close-out rate at the end of the month before.</param>
public sealed record ProgressFigures(
    int Total, int Immediate, int TimeLimited, int LongTermKind,
    int NotStarted, int Rectifying, int NearlyDone, int Done, int Closed, int LongTerm, int Overdue, Rate OnTime, Rate PreviousClosed)
{
    public static readonly ProgressFigures Nothing = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, default, default);

    /// <summary>整改率: verified or closed, of all.</summary>
    public Rate RectifiedRate => new(Done + Closed, Total);

    /// <summary>销号率: closed, of all.</summary>
    public Rate ClosedRate => new(Closed, Total);

    /// <summary>环比 of the close-out rate, in percentage points.</summary>
    public decimal? Change(int decimals) => ClosedRate.Since(PreviousClosed, decimals);

    public static ProgressFigures operator +(ProgressFigures left, ProgressFigures right) => new(
        left.Total + right.Total, left.Immediate + right.Immediate, left.TimeLimited + right.TimeLimited, left.LongTermKind + right.LongTermKind,
        left.NotStarted + right.NotStarted, left.Rectifying + right.Rectifying, left.NearlyDone + right.NearlyDone, left.Done + right.Done,
        left.Closed + right.Closed, left.LongTerm + right.LongTerm, left.Overdue + right.Overdue, left.OnTime + right.OnTime, left.PreviousClosed + right.PreviousClosed);
}

/// <summary>The notices delivered and how they were answered; revoked ones do not count.</summary>
/// <param name="Third">On the third rung or a later one.</param>
/// <param name="Replied">答复率: replied in time, of the replies due.</param>
public sealed record NoticeTotals(int First, int Second, int Third, Rate Replied)
{
    public static readonly NoticeTotals Nothing = new(0, 0, 0, default);

    public static NoticeTotals operator +(NoticeTotals left, NoticeTotals right) =>
        new(left.First + right.First, left.Second + right.Second, left.Third + right.Third, left.Replied + right.Replied);
}
