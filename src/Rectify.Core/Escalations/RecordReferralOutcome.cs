using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>处置反馈: the discipline officer tells the office what came of it.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.HandleReferral)]
public sealed record RecordReferralOutcome(Guid ReferralId, int Version, [Text(Referral.ReasonsLength, Required = true)] string Outcome) : ICommand<Done>;

internal sealed class RecordReferralOutcomeHandler(ReferralChanges changes) : IRequestHandler<RecordReferralOutcome, Result<Done>>
{
    public Task<Result<Done>> Handle(RecordReferralOutcome command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ReferralId, command.Version, (referral, stamp) => referral.RecordOutcome(command.Outcome, stamp), cancellationToken);
}
