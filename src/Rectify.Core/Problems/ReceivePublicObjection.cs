using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>Records an objection from the public to a published close-out.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.FirstReview)]
public sealed record ReceivePublicObjection(Guid ProblemId, int Version, Guid ObjectionId, [Text(1000, Required = true)] string Text) : ICommand<Done>;

internal sealed class ReceivePublicObjectionHandler(ProblemChanges changes) : IRequestHandler<ReceivePublicObjection, Result<Done>>
{
    public Task<Result<Done>> Handle(ReceivePublicObjection command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.ReceiveObjection(command.ObjectionId, command.Text, stamp), cancellationToken,
            problem => problem.PublicNotice?.Objections.Any(objection => objection.Id == command.ObjectionId) ?? false);
}
