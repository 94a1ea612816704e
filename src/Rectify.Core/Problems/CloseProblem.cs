using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>销号: closes a problem whose re-check passed. One fixed, one closed.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.CloseProblem)]
public sealed record CloseProblem(Guid ProblemId, int Version, [Text(1000)] string Opinion) : ICommand<Done>;

internal sealed class CloseProblemHandler(ProblemChanges changes) : IRequestHandler<CloseProblem, Result<Done>>
{
    public Task<Result<Done>> Handle(CloseProblem command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.Close(campaign, command.Opinion, stamp), cancellationToken);
}
