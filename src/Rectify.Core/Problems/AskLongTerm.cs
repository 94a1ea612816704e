using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>A unit asks to treat a problem as long-term, with a stage goal.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.PrepareRectification)]
public sealed record AskLongTerm(Guid ProblemId, int Version, [Text(500, Required = true)] string StageGoal, DateOnly NextReview, [Text(1000, Required = true)] string Reason) : ICommand<Done>;

internal sealed class AskLongTermHandler(ProblemChanges changes) : IRequestHandler<AskLongTerm, Result<Done>>
{
    public Task<Result<Done>> Handle(AskLongTerm command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.AskLongTerm(campaign, command.StageGoal, command.NextReview, command.Reason, stamp), cancellationToken);
}
