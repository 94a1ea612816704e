using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The office's first review of a close-out application passes.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.FirstReview)]
public sealed record PassFirstReview(Guid ProblemId, int Version, [Text(1000)] string Opinion) : ICommand<Done>;

internal sealed class PassFirstReviewHandler(ProblemChanges changes) : IRequestHandler<PassFirstReview, Result<Done>>
{
    public Task<Result<Done>> Handle(PassFirstReview command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.PassFirstReview(campaign, command.Opinion, stamp), cancellationToken);
}
