using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>A unit asks, before the due date, for a later one.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.PrepareRectification)]
public sealed record AskExtension(Guid ProblemId, int Version, DateOnly NewDueDate, [Text(1000, Required = true)] string Reason, [Text(1000)] string Progress) : ICommand<Done>;

internal sealed class AskExtensionHandler(ProblemChanges changes) : IRequestHandler<AskExtension, Result<Done>>
{
    public Task<Result<Done>> Handle(AskExtension command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.AskExtension(campaign, command.NewDueDate, command.Reason, command.Progress, stamp), cancellationToken);
}
