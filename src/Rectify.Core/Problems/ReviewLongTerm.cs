using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>A stage review of a long-term problem.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.Recheck)]
public sealed record ReviewLongTerm(Guid ProblemId, int Version, [Text(1000, Required = true)] string Finding, DateOnly NextReview) : ICommand<Done>;

internal sealed class ReviewLongTermHandler(ProblemChanges changes) : IRequestHandler<ReviewLongTerm, Result<Done>>
{
    public Task<Result<Done>> Handle(ReviewLongTerm command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.ReviewLongTerm(command.Finding, command.NextReview, stamp), cancellationToken);
}
