using MediatR;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Escalations;

/// <summary>The office leader approves a draft; the package is put together and frozen in this one transaction.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ApproveReferral)]
public sealed record ApproveReferral(Guid ReferralId, int Version, [Text(Referral.ReasonsLength)] string Opinion) : ICommand<Done>;

internal sealed class ApproveReferralHandler(ReferralChanges changes) : IRequestHandler<ApproveReferral, Result<Done>>
{
    public Task<Result<Done>> Handle(ApproveReferral command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ReferralId, command.Version, async (db, referral, stamp) =>
        {
            var prefix = NoticeNumber.PrefixOf(await db.CampaignAsync(referral.CampaignId), "移");
            var number = referral.Number ?? new NoticeNumber(prefix, stamp.Today.Year, await db.NextReferralSerialAsync(prefix, stamp.Today.Year));
            referral.Approve(await db.PackageAsync(referral, stamp.Today), number, command.Opinion, stamp);
        }, cancellationToken);
}
