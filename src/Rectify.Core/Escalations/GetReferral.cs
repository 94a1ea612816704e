using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Escalations;

/// <summary>One referral with its package. The discipline desk gets it once transferred, and of its history only what came after.</summary>
[Requires(Permission.ViewReferrals)]
public sealed record GetReferral(Guid ReferralId) : IQuery<ReferralView>;

/// <param name="Referral">The record itself, for reading.</param>
/// <param name="Package">The frozen package; before the approval, for the office, as it would be frozen now. Null for a dismissed candidate.</param>
/// <param name="IsFrozen">Whether the package is the approved one.</param>
/// <param name="IsIntact">Whether the frozen package still has the hash it was approved with.</param>
/// <param name="IsForOffice">Shown to the office, which may follow the links to problem and notices.</param>
public sealed record ReferralView(
    Referral Referral, ReferralPackage? Package, bool IsFrozen, bool IsIntact, bool IsForOffice, IReadOnlyList<ReferralMove> Moves, IReadOnlyList<TimelineEntry> Timeline);

internal sealed class GetReferralHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetReferral, Result<ReferralView>>
{
    public async Task<Result<ReferralView>> Handle(GetReferral query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var actor = session.Actor;
        var referral = await db.Set<Referral>().VisibleTo(actor).FirstOrDefaultAsync(referral => referral.Id == query.ReferralId, cancellationToken);
        if (referral is null)
        {
            return new NotFound();
        }

        var frozen = referral.PackageJson.Length > 0;
        var package = frozen ? ReferralPackage.FromJson(referral.PackageJson)
            : referral.Letter.Length > 0 ? await db.PackageAsync(referral, clock.Today)
            : null;
        var timeline = await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == referral.Id).OrderBy(entry => entry.Version).Select(TimelineEntry.Of).ToListAsync(cancellationToken);
        var forOffice = ReferralVisibility.IsOffice(actor);
        return new ReferralView(
            referral, package, frozen, frozen && ReferralPackage.HashOf(referral.PackageJson) == referral.PackageSha256, forOffice, ReferralMoves.OpenTo(referral, actor),
            forOffice ? timeline : timeline[timeline.FindLastIndex(entry => entry.Event == nameof(ReferralTransferred))..]);
    }
}
