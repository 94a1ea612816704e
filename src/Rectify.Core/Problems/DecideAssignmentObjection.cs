using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The office leader decides a unit's objection to an assignment.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DecideForOffice)]
public sealed record DecideAssignmentObjection(Guid ProblemId, int Version, bool Upheld, [Text(1000, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class DecideAssignmentObjectionHandler(ProblemChanges changes) : IRequestHandler<DecideAssignmentObjection, Result<Done>>
{
    public Task<Result<Done>> Handle(DecideAssignmentObjection command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.DecideObjection(command.Upheld, command.Reasons, stamp), cancellationToken);
}
