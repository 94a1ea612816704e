using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Escalations;

/// <summary>What every move on a referral has in common: who may see it, the version the user saw, one transaction.</summary>
internal sealed class ReferralChanges(Database database, Session session, Clock clock)
{
    public Task<Result<Done>> MakeAsync(Guid referralId, int version, Action<Referral, Stamp> move, CancellationToken cancellation) =>
        MakeAsync(referralId, version, (_, referral, stamp) => { move(referral, stamp); return Task.CompletedTask; }, cancellation);

    public Task<Result<Done>> MakeAsync(Guid referralId, int version, Func<RectifyDb, Referral, Stamp, Task> move, CancellationToken cancellation) =>
        database.WriteAsync<Result<Done>>(async db =>
        {
            var referral = await db.ForChangeAsync<Referral>(referralId);
            if (!referral.IsVisibleTo(session.Actor))
            {
                throw new SubjectNotFound(referralId);
            }

            referral.MustBeAt(version);
            await move(db, referral, clock.Stamp(session.Actor));
            return new Done();
        }, cancellation);
}
