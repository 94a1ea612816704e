using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The office leader decides whether a problem becomes long-term.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DecideForOffice)]
public sealed record DecideLongTerm(Guid ProblemId, int Version, bool Granted, [Text(1000)] string Reasons) : ICommand<Done>;

internal sealed class DecideLongTermHandler(ProblemChanges changes) : IRequestHandler<DecideLongTerm, Result<Done>>
{
    public Task<Result<Done>> Handle(DecideLongTerm command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.DecideLongTerm(command.Granted, command.Reasons, stamp), cancellationToken);
}
