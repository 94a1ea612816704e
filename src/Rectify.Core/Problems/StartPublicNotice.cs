using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Publishes what was corrected, for the campaign's number of days.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.CloseProblem)]
public sealed record StartPublicNotice(Guid ProblemId, int Version, [Text(1000, Required = true)] string Text) : ICommand<Done>;

internal sealed class StartPublicNoticeHandler(ProblemChanges changes) : IRequestHandler<StartPublicNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(StartPublicNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.StartPublicNotice(campaign, command.Text, stamp), cancellationToken);
}
