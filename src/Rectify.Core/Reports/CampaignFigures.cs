using Rectify.Core.Problems;

namespace Rectify.Core.Reports;

/// <summary>The campaign's figures as they are frozen: all that a bulletin prints besides its words.</summary>
/// <param name="Laggards">The longest overdue problems, by item.</param>
/// <param name="LaggardCount">How many are overdue in all.</param>
/// <param name="Due">What falls due after the cut-off up to <paramref name="DueUntil"/>, the earliest first.</param>
/// <param name="DueCount">How many fall due in all.</param>
/// <param name="ReportMonth">The last month whose monthly reports were due; null when there is none.</param>
/// <param name="MonthlyReports">The units whose report of that month came late or is missing.</param>
public sealed record CampaignFigures(
    Progress Progress, IReadOnlyList<LaggardItem> Laggards, int LaggardCount, DateOnly DueUntil, IReadOnlyList<DueItem> Due, int DueCount,
    DateOnly? ReportMonth, IReadOnlyList<MonthlyLapse> MonthlyReports)
{
    /// <summary>The most items named; the rest is told as a number.</summary>
    public const int MostItems = 200;
}

/// <summary>进展滞后: an overdue problem.</summary>
public sealed record LaggardItem(int Number, string UnitName, string Description, ProblemState State, DateOnly DueDate, int WorkingDaysOverdue, string ResponsiblePerson, int NoticeCount);

public sealed record DueItem(int Number, string UnitName, string Description, ProblemState State, DateOnly DueDate, string ResponsiblePerson);

/// <summary>A monthly report that came late or is missing.</summary>
/// <param name="SubmittedOn">Null when missing.</param>
public sealed record MonthlyLapse(string UnitName, MonthlyStanding Standing, DateOnly? SubmittedOn);
