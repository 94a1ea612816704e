using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Lets a phase end while the problem goes on with its clock running.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DecideForOffice)]
public sealed record CarryProblemOver(Guid ProblemId, int Version, [Text(1000, Required = true)] string Reason) : ICommand<Done>;

internal sealed class CarryProblemOverHandler(ProblemChanges changes) : IRequestHandler<CarryProblemOver, Result<Done>>
{
    public Task<Result<Done>> Handle(CarryProblemOver command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.CarryOver(command.Reason, stamp), cancellationToken);
}
