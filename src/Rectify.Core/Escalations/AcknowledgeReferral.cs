using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>The discipline officer confirms the receipt, with the body's own number where it gives one.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.HandleReferral)]
public sealed record AcknowledgeReferral(Guid ReferralId, int Version, [Text(50)] string ReceiptNumber) : ICommand<Done>;

internal sealed class AcknowledgeReferralHandler(ReferralChanges changes) : IRequestHandler<AcknowledgeReferral, Result<Done>>
{
    public Task<Result<Done>> Handle(AcknowledgeReferral command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ReferralId, command.Version, (referral, stamp) => referral.Acknowledge(command.ReceiptNumber, stamp), cancellationToken);
}
