using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>Who reads which snapshot, and how they are found.</summary>
internal static class SnapshotReading
{
    /// <summary>The office and officials read all; a unit its own reports and the bulletins, which go to every unit.</summary>
    public static IQueryable<Snapshot> VisibleTo(this IQueryable<Snapshot> snapshots, Actor actor)
    {
        var unit = actor.UnitId;
        return actor.SeesAllUnits ? snapshots : snapshots.Where(snapshot => snapshot.UnitId == unit || snapshot.Kind == SnapshotKind.Bulletin);
    }

    /// <summary>The next free serial of a kind and month, over all campaigns.</summary>
    public static async Task<int> NextSerialAsync(this RectifyDb db, SnapshotKind kind, DateOnly month) =>
        (await db.Set<Snapshot>().Where(snapshot => snapshot.Kind == kind && snapshot.Month == month).MaxAsync(snapshot => (int?)snapshot.Serial) ?? 0) + 1;

    /// <summary>The campaign's figures issued last within a time, or null; a bulletin taken back does not count.</summary>
    public static Task<Snapshot?> LastIssuedAsync(this RectifyDb db, Guid campaignId, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        db.Set<Snapshot>().AsNoTracking()
            .Where(snapshot => snapshot.CampaignId == campaignId && (snapshot.Kind == SnapshotKind.Bulletin || snapshot.Kind == SnapshotKind.CampaignMonth)
                && snapshot.CutOff >= from && snapshot.CutOff <= to
                && !db.Set<Bulletin>().Any(bulletin => bulletin.SnapshotId == snapshot.Id && bulletin.State == BulletinState.Voided))
            .OrderByDescending(snapshot => snapshot.CutOff).ThenByDescending(snapshot => snapshot.Id).FirstOrDefaultAsync(cancellation);
}
