using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Records how a public objection was settled.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.FirstReview)]
public sealed record SettlePublicObjection(Guid ProblemId, int Version, Guid ObjectionId, [Text(1000, Required = true)] string Settlement) : ICommand<Done>;

internal sealed class SettlePublicObjectionHandler(ProblemChanges changes) : IRequestHandler<SettlePublicObjection, Result<Done>>
{
    public Task<Result<Done>> Handle(SettlePublicObjection command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.SettleObjection(command.ObjectionId, command.Settlement, stamp), cancellationToken);
}
