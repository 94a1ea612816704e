using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The unit's leader gives a prepared paper back to the handler.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.SignForUnit)]
public sealed record DeclineToSign(Guid ProblemId, int Version, [Text(1000, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class DeclineToSignHandler(ProblemChanges changes) : IRequestHandler<DeclineToSign, Result<Done>>
{
    public Task<Result<Done>> Handle(DeclineToSign command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.DeclineToSign(command.Reasons, stamp), cancellationToken);
}
