using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The office approves a rectification plan; work begins.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.FirstReview)]
public sealed record ApprovePlan(Guid ProblemId, int Version, [Text(1000)] string Opinion) : ICommand<Done>;

internal sealed class ApprovePlanHandler(ProblemChanges changes) : IRequestHandler<ApprovePlan, Result<Done>>
{
    public Task<Result<Done>> Handle(ApprovePlan command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.ApprovePlan(campaign, command.Opinion, stamp), cancellationToken);
}
