using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Severity = Rectify.Core.Problems.Severity;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports;

/// <summary>The overdue problems, the longest overdue first: those the progress report counts.</summary>
/// <param name="Count">How many at most.</param>
/// <param name="CutOff">As in <see cref="GetProgress"/>.</param>
[Requires(Permission.ViewReports)]
public sealed record ListWorstOverdue(Guid CampaignId, int Count, DateOnly? CutOff = null) : IQuery<IReadOnlyList<OverdueRow>>
{
    /// <summary>A workbook holds its rows in memory, some 20 KB each; a list longer than this says that it was cut.</summary>
    public const int LargestCount = 5000;
}

/// <param name="OriginalDueDate">The first due date; differs after an extension.</param>
/// <param name="WorkingDaysOverdue">Working days after the due date up to the cut-off.</param>
public sealed record OverdueRow(
    Guid Id, int Number, string UnitName, string CategoryName, string Description, string Place, Severity Severity, ProblemState State,
    DateOnly? OriginalDueDate, DateOnly DueDate, int WorkingDaysOverdue, string ResponsibleLeader, string ResponsiblePerson, int NoticeCount);

internal sealed class ListWorstOverdueShape : AbstractValidator<ListWorstOverdue>
{
    public ListWorstOverdueShape() => RuleFor(query => query.Count).InclusiveBetween(1, ListWorstOverdue.LargestCount);
}

internal sealed class ListWorstOverdueHandler(IDbContextFactory<RectifyDb> databases, Clock clock, Calendars calendars)
    : IRequestHandler<ListWorstOverdue, Result<IReadOnlyList<OverdueRow>>>
{
    /// <summary>What may have been overdue at an earlier cut-off although it is completed now.</summary>
    private static readonly ProblemState[] Counted =
    [
        ProblemState.Assigned, ProblemState.PlanSubmitted, ProblemState.Rectifying, ProblemState.CloseOutApplied, ProblemState.FirstReviewed,
        ProblemState.Rechecked, ProblemState.PublicNotice, ProblemState.Closed,
    ];

    public async Task<Result<IReadOnlyList<OverdueRow>>> Handle(ListWorstOverdue request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(request.CampaignId);
        var cutOff = request.CutOff is { } asked && asked < clock.Today ? asked : clock.Today;
        var worst = db.Set<Problem>()
            .Where(problem => problem.CampaignId == campaign.Id && problem.Number != null && problem.DueDate < cutOff && problem.RegisteredOn <= cutOff
                && Counted.Contains(problem.State) && (problem.CompletedOn == null || problem.CompletedOn > cutOff))
            .OrderBy(problem => problem.DueDate).ThenBy(problem => problem.Number).Take(request.Count).Select(problem => problem.Id);
        var rows = await db.Set<Problem>().Where(problem => worst.Contains(problem.Id))
            .Join(db.Set<Unit>(), problem => problem.UnitId, unit => unit.Id, (problem, unit) => new { Problem = problem, unit.Name })
            .Select(row => new
            {
                row.Problem.CategoryId,
                Row = new OverdueRow(
                    row.Problem.Id, row.Problem.Number!.Value, row.Name, "", row.Problem.Description, row.Problem.Place, row.Problem.Severity, row.Problem.State,
                    row.Problem.OriginalDueDate, row.Problem.DueDate!.Value, 0, row.Problem.ResponsibleLeader, row.Problem.ResponsiblePerson, row.Problem.NoticeCount),
            })
            .ToListAsync(cancellationToken);
        var calendar = calendars.Current;
        return Result<IReadOnlyList<OverdueRow>>.Ok(
        [
            .. rows.Select(row => row.Row with
            {
                CategoryName = campaign.Category(row.CategoryId)?.Name ?? "",
                WorkingDaysOverdue = calendar.WorkingDaysBetween(row.Row.DueDate, cutOff),
            }).OrderBy(row => row.DueDate).ThenBy(row => row.Number),
        ]);
    }
}
