using System.Linq.Expressions;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;

namespace Rectify.Core.Problems;

/// <summary>The dates that part the warning colours on one day.</summary>
/// <param name="Today">The day the colours are for.</param>
/// <param name="SoonUntil">Due dates up to this day are near (blue).</param>
/// <param name="BehindUntil">Due dates up to this day are too near for work that has not begun (yellow).</param>
public sealed record WarningDates(DateOnly Today, DateOnly SoonUntil, DateOnly BehindUntil)
{
    public static WarningDates For(DateOnly today, CampaignPolicy policy, WorkingCalendar calendar) =>
        new(today, calendar.AddWorkingDays(today, policy.ReminderWorkingDays).Date, calendar.AddWorkingDays(today, policy.BehindWorkingDays).Date);
}

/// <summary>
/// 预警, derived and never stored. Red: overdue. Yellow: sent back and not in again, or behind, with the date at hand and work not begun.
/// Blue: due soon. Green: everything else, also what no longer waits for the unit.
/// </summary>
public static class Warning
{
    /// <summary>The states of <see cref="Problem.IsWithUnit"/>; told one by one, they leave a query on its covering index.</summary>
    internal static readonly ProblemState[] WithUnit = [ProblemState.Assigned, ProblemState.PlanSubmitted, ProblemState.Rectifying];

    /// <param name="isReturned">Sent back and not yet handed in again.</param>
    public static WarningColour Of(ProblemState state, DateOnly? due, bool isReturned, WarningDates dates) => state switch
    {
        < ProblemState.Assigned or >= ProblemState.CloseOutApplied => WarningColour.Green,
        _ when due < dates.Today => WarningColour.Red,
        _ when isReturned => WarningColour.Yellow,
        < ProblemState.Rectifying when due <= dates.BehindUntil => WarningColour.Yellow,
        _ when due <= dates.SoonUntil => WarningColour.Blue,
        _ => WarningColour.Green,
    };

    /// <summary>The same as a condition of a query.</summary>
    internal static Expression<Func<Problem, bool>> Is(WarningColour colour, WarningDates dates) => colour switch
    {
        WarningColour.Red => problem =>
            WithUnit.Contains(problem.State) && problem.DueDate < dates.Today,
        WarningColour.Yellow => problem =>
            WithUnit.Contains(problem.State)
            && (problem.DueDate == null || problem.DueDate >= dates.Today)
            && (problem.Returned != null || (problem.State != ProblemState.Rectifying && problem.DueDate <= dates.BehindUntil)),
        WarningColour.Blue => problem =>
            WithUnit.Contains(problem.State)
            && problem.DueDate >= dates.Today && problem.DueDate <= dates.SoonUntil
            && problem.Returned == null && (problem.State == ProblemState.Rectifying || problem.DueDate > dates.BehindUntil),
        _ => problem =>
            !WithUnit.Contains(problem.State)
            || (problem.Returned == null && (problem.DueDate == null
                || (problem.DueDate > dates.SoonUntil && (problem.State == ProblemState.Rectifying || problem.DueDate > dates.BehindUntil)))),
    };
}
