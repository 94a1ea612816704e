using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>A problem to be corrected at once goes to work on the goal and measures of the list.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.PrepareRectification)]
public sealed record StartWithoutPlan(Guid ProblemId, int Version) : ICommand<Done>;

internal sealed class StartWithoutPlanHandler(ProblemChanges changes) : IRequestHandler<StartWithoutPlan, Result<Done>>
{
    public Task<Result<Done>> Handle(StartWithoutPlan command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.StartWithoutPlan(campaign, stamp), cancellationToken);
}
