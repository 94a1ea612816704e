using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Takes a file off a problem; the ledger still tells that it was there.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.HandleEvidence)]
public sealed record RemoveEvidence(Guid ProblemId, int Version, Guid EvidenceId, [Text(500, Required = true)] string Reason) : ICommand<Done>;

internal sealed class RemoveEvidenceHandler(ProblemChanges changes) : IRequestHandler<RemoveEvidence, Result<Done>>
{
    public Task<Result<Done>> Handle(RemoveEvidence command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.RemoveEvidence(command.EvidenceId, command.Reason, stamp), cancellationToken);
}
