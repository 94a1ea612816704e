using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>The office hands a problem to the unit that has to solve it.</summary>
/// <param name="Version">The version the page showed.</param>
/// <param name="DueDate">The due date; null counts <paramref name="WorkingDays"/> from today.</param>
/// <param name="WorkingDays">Working days to count when no date is named; null takes the policy's for problems to be corrected at once.</param>
/// <param name="AssistingUnits">Units that help; null keeps those entered with the problem.</param>
[Requires(Permission.AssignProblem)]
public sealed record AssignProblem(
    Guid ProblemId, int Version, Guid UnitId, ProblemKind Kind, DateOnly? DueDate, int? WorkingDays, IReadOnlyList<Guid>? AssistingUnits, [Text(1000)] string Instruction) : ICommand<Done>;

internal sealed class AssignProblemShape : AbstractValidator<AssignProblem>
{
    public AssignProblemShape()
    {
        RuleFor(command => command.UnitId).NotEmpty();
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.WorkingDays).InclusiveBetween(1, 250);
        RuleFor(command => command.DueDate).NotNull().When(command => command.WorkingDays is null && command.Kind != ProblemKind.Immediate);
    }
}

internal sealed class AssignProblemHandler(ProblemChanges changes, Calendars calendars) : IRequestHandler<AssignProblem, Result<Done>>
{
    public Task<Result<Done>> Handle(AssignProblem command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, async (db, problem, campaign, stamp) =>
        {
            var list = await db.Set<ProblemList>().AsNoTracking().FirstOrDefaultAsync(list => list.Id == problem.ListId, cancellationToken);
            var days = command.WorkingDays ?? campaign.Policy.ImmediateWorkingDays;
            var due = command.DueDate ?? calendars.Current.AddWorkingDays(stamp.Today, days).Date;
            var basis = new DueBasis(stamp.Today, command.DueDate is null ? days : null);
            problem.Assign(campaign, list, command.UnitId, command.Kind, due, basis, command.AssistingUnits ?? [.. problem.AssistingUnits.Select(unit => unit.UnitId)], command.Instruction, stamp);
        }, cancellationToken);
}
