using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Imports;

/// <summary>What a working ledger that was sent in would change now.</summary>
/// <param name="Upload">The name the upload was given.</param>
/// <param name="Languages">The words accepted in its cells.</param>
[Requires(Permission.PrepareRectification)]
public sealed record GetWorkingLedgerChanges(Guid CampaignId, [Text(64, Required = true)] string Upload, IReadOnlyList<ProblemWords> Languages) : IQuery<WorkingLedgerChanges>;

internal sealed class GetWorkingLedgerChangesHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, WorkingLedgerUploads uploads)
    : IRequestHandler<GetWorkingLedgerChanges, Result<WorkingLedgerChanges>>
{
    public async Task<Result<WorkingLedgerChanges>> Handle(GetWorkingLedgerChanges query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignOfUnitAsync(query.CampaignId, session.Actor);
        var file = uploads.Read(query.Upload, campaign.Id, session.Actor);
        return await (await db.ComparisonAsync(campaign, query.Languages, clock.Stamp(session.Actor), cancellationToken)).RunAsync(db, file, cancellationToken);
    }
}

internal static class WorkingLedgerComparing
{
    public static WorkingLedgerFile Read(this WorkingLedgerUploads uploads, string name, Guid campaignId, Actor actor)
    {
        using var upload = uploads.Open(actor.UnitId, name);
        return WorkingLedgerFile.Read(upload, campaignId, actor.UnitId);
    }

    public static async Task<WorkingLedgerComparison> ComparisonAsync(this RectifyDb db, Campaign campaign, IReadOnlyList<ProblemWords> languages, Stamp stamp, CancellationToken cancellation)
    {
        var units = await db.Set<Unit>().AsNoTracking().Where(unit => unit.Id == stamp.By.UnitId).ToListAsync(cancellation);
        return new WorkingLedgerComparison(campaign, stamp, new WorkingLedgerCells(new ProblemChoices(languages, campaign, units, stamp.By.UnitId, ColumnMapping.None), campaign, stamp.Today));
    }
}
