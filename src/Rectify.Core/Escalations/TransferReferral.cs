using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>移送: the office leader sends the approved package; the discipline desk sees it from now on.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ApproveReferral)]
public sealed record TransferReferral(Guid ReferralId, int Version) : ICommand<Done>;

internal sealed class TransferReferralHandler(ReferralChanges changes) : IRequestHandler<TransferReferral, Result<Done>>
{
    public Task<Result<Done>> Handle(TransferReferral command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ReferralId, command.Version, (referral, stamp) => referral.Transfer(stamp), cancellationToken);
}
