using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>A reviewer sends a close-out application back, with the mandatory further requirement.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ReturnCloseOut)]
public sealed record ReturnCloseOut(Guid ProblemId, int Version, [Text(1000, Required = true)] string FurtherRequirement) : ICommand<Done>;

internal sealed class ReturnCloseOutHandler(ProblemChanges changes) : IRequestHandler<ReturnCloseOut, Result<Done>>
{
    public Task<Result<Done>> Handle(ReturnCloseOut command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.ReturnCloseOut(campaign, command.FurtherRequirement, stamp), cancellationToken);
}
