using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Declares a registered problem void; its number stays used.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DecideForOffice)]
public sealed record VoidProblem(Guid ProblemId, int Version, [Text(1000, Required = true)] string Reason) : ICommand<Done>;

internal sealed class VoidProblemHandler(ProblemChanges changes) : IRequestHandler<VoidProblem, Result<Done>>
{
    public Task<Result<Done>> Handle(VoidProblem command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.DeclareVoid(command.Reason, stamp), cancellationToken);
}
