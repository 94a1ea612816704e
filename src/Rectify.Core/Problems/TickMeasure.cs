using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Ticks a measure off, or takes the tick away when no date is given.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.PrepareRectification)]
public sealed record TickMeasure(Guid ProblemId, int Version, int Index, DateOnly? DoneOn, [Text(500)] string Note) : ICommand<Done>;

internal sealed class TickMeasureHandler(ProblemChanges changes) : IRequestHandler<TickMeasure, Result<Done>>
{
    public Task<Result<Done>> Handle(TickMeasure command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.TickMeasure(campaign, command.Index, command.DoneOn, command.Note, stamp), cancellationToken);
}
