using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The unit's leader signs what the handler prepared: plan, extension, long-term or close-out application.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.SignForUnit)]
public sealed record SignForUnit(Guid ProblemId, int Version) : ICommand<Done>;

internal sealed class SignForUnitHandler(ProblemChanges changes) : IRequestHandler<SignForUnit, Result<Done>>
{
    public Task<Result<Done>> Handle(SignForUnit command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.Sign(campaign, stamp), cancellationToken);
}
