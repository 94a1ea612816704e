using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>不予移送: the office leader drops a draft or a returned referral.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ApproveReferral)]
public sealed record DismissReferral(Guid ReferralId, int Version, [Text(Referral.ReasonsLength, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class DismissReferralHandler(ReferralChanges changes) : IRequestHandler<DismissReferral, Result<Done>>
{
    public Task<Result<Done>> Handle(DismissReferral command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ReferralId, command.Version, (referral, stamp) => referral.Dismiss(command.Reasons, stamp), cancellationToken);
}
