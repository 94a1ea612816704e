using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The office leader grants or refuses an extension.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DecideForOffice)]
public sealed record DecideExtension(Guid ProblemId, int Version, bool Granted, [Text(1000)] string Reasons) : ICommand<Done>;

internal sealed class DecideExtensionHandler(ProblemChanges changes) : IRequestHandler<DecideExtension, Result<Done>>
{
    public Task<Result<Done>> Handle(DecideExtension command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.DecideExtension(command.Granted, command.Reasons, stamp), cancellationToken);
}
