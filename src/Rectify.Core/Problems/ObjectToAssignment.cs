using MediatR;
using Rectify.Core.Calendar;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>A unit says an assigned problem is not its own; the office leader decides.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.PrepareRectification)]
public sealed record ObjectToAssignment(Guid ProblemId, int Version, [Text(1000, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class ObjectToAssignmentHandler(ProblemChanges changes, Calendars calendars) : IRequestHandler<ObjectToAssignment, Result<Done>>
{
    public Task<Result<Done>> Handle(ObjectToAssignment command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) =>
        {
            var lastDay = calendars.Current.AddWorkingDays(problem.AssignedOn ?? stamp.Today, campaign.Policy.ObjectionWorkingDays).Date;
            problem.ObjectToAssignment(campaign, lastDay, command.Reasons, stamp);
        }, cancellationToken);
}
