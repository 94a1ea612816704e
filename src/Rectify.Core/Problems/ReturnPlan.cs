using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The office sends a plan back with what it still asks for.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.FirstReview)]
public sealed record ReturnPlan(Guid ProblemId, int Version, [Text(1000, Required = true)] string FurtherRequirement) : ICommand<Done>;

internal sealed class ReturnPlanHandler(ProblemChanges changes) : IRequestHandler<ReturnPlan, Result<Done>>
{
    public Task<Result<Done>> Handle(ReturnPlan command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.ReturnPlan(campaign, command.FurtherRequirement, stamp), cancellationToken);
}
