using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>归档: the office files a referral whose outcome is known.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftReferral)]
public sealed record ArchiveReferral(Guid ReferralId, int Version) : ICommand<Done>;

internal sealed class ArchiveReferralHandler(ReferralChanges changes) : IRequestHandler<ArchiveReferral, Result<Done>>
{
    public Task<Result<Done>> Handle(ArchiveReferral command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ReferralId, command.Version, (referral, stamp) => referral.Archive(stamp), cancellationToken);
}
