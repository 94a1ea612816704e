using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>The discipline officer sends a referral back to the office.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.HandleReferral)]
public sealed record ReturnReferral(Guid ReferralId, int Version, [Text(Referral.ReasonsLength, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class ReturnReferralHandler(ReferralChanges changes) : IRequestHandler<ReturnReferral, Result<Done>>
{
    public Task<Result<Done>> Handle(ReturnReferral command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ReferralId, command.Version, (referral, stamp) => referral.Return(command.Reasons, stamp), cancellationToken);
}
