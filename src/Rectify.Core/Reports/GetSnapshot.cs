using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>Frozen figures exactly as they were issued; nothing is counted again.</summary>
[Requires(Permission.ViewProblems)]
public sealed record GetSnapshot(Guid SnapshotId) : IQuery<SnapshotView>;

/// <summary>Whether the stored figures are still what was issued.</summary>
public enum SnapshotCheck
{
    /// <summary>The bytes give the hash, and the ledger holds the same.</summary>
    Intact = 0,

    /// <summary>The bytes no longer give the hash.</summary>
    HashDiffers = 1,

    /// <summary>Bytes and hash agree, but the ledger holds others.</summary>
    LedgerDiffers = 2,
}

/// <param name="Monthly">The figures of a monthly report; null for other kinds.</param>
/// <param name="Campaign">The figures of the whole campaign; null for a monthly report.</param>
public sealed record SnapshotView(Snapshot Snapshot, SnapshotCheck Check, MonthlyFigures? Monthly, CampaignFigures? Campaign);

internal sealed class GetSnapshotHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<GetSnapshot, Result<SnapshotView>>
{
    public async Task<Result<SnapshotView>> Handle(GetSnapshot query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var snapshot = await db.Set<Snapshot>().VisibleTo(session.Actor).FirstOrDefaultAsync(snapshot => snapshot.Id == query.SnapshotId, cancellationToken);
        if (snapshot is null)
        {
            return new NotFound();
        }

        var told = await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == snapshot.Id).OrderBy(entry => entry.Version).FirstAsync(cancellationToken);
        var issued = (SnapshotFrozen)FactFormat.Read(told.Event, told.Body);
        var check = !snapshot.IsIntact ? SnapshotCheck.HashDiffers
            : issued.Figures != snapshot.Figures || issued.Sha256 != snapshot.Sha256 ? SnapshotCheck.LedgerDiffers
            : SnapshotCheck.Intact;
        var isMonthly = snapshot.Kind == SnapshotKind.MonthlyReport;
        return new SnapshotView(
            snapshot,
            check,
            isMonthly && check == SnapshotCheck.Intact ? FigureFormat.Read<MonthlyFigures>(snapshot.Figures) : null,
            !isMonthly && check == SnapshotCheck.Intact ? FigureFormat.Read<CampaignFigures>(snapshot.Figures) : null);
    }
}
