using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The unit's handler prepares the close-out application for the leader's signature.</summary>
/// <param name="Version">The version the page showed.</param>
/// <param name="RulesMade">建章立制, if any.</param>
/// <param name="CallBack">群众回访, if any.</param>
[Requires(Permission.PrepareRectification)]
public sealed record PrepareCloseOut(
    Guid ProblemId, int Version, [Text(CloseOut.ResultLength, Required = true)] string Result,
    [Text(CloseOut.RulesMadeLength)] string RulesMade = "", [Text(CloseOut.CallBackLength)] string CallBack = "") : ICommand<Done>;

internal sealed class PrepareCloseOutHandler(ProblemChanges changes) : IRequestHandler<PrepareCloseOut, Result<Done>>
{
    public Task<Result<Done>> Handle(PrepareCloseOut command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.PrepareCloseOut(campaign, command.Result, stamp, command.RulesMade, command.CallBack), cancellationToken);
}
