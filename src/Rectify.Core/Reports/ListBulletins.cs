using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>The campaign's bulletins, drafts first, then the newest number; and the month-ends the office froze.</summary>
[Requires(Permission.ViewProblems)]
public sealed record ListBulletins(Guid CampaignId, int Page = 1) : IQuery<BulletinList>;

/// <param name="Frozen">The campaign's month-ends frozen without a bulletin, the latest first; for those who see the whole campaign.</param>
public sealed record BulletinList(string CampaignTitle, string Office, DateOnly Today, Page<BulletinLine> Bulletins, IReadOnlyList<SnapshotLine> Frozen, bool MayDraft, bool MayFreeze);

public sealed record BulletinLine(Guid Id, BulletinState State, BulletinText Text, int? Year, int? Issue, DateOnly? IssuedOn, Guid? SnapshotId, string SnapshotCode);

internal sealed class ListBulletinsHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<ListBulletins, Result<BulletinList>>
{
    public async Task<Result<BulletinList>> Handle(ListBulletins query, CancellationToken cancellationToken)
    {
        var actor = session.Actor;
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        if (!actor.SeesAllUnits && !campaign.TakesPart(actor.UnitId))
        {
            return new NotFound();
        }

        return new BulletinList(
            campaign.Details.Title,
            campaign.Details.Office,
            clock.Today,
            await db.Set<Bulletin>().VisibleTo(actor).Where(bulletin => bulletin.CampaignId == campaign.Id)
                .OrderBy(bulletin => bulletin.Year != null).ThenByDescending(bulletin => bulletin.Year).ThenByDescending(bulletin => bulletin.Issue).ThenByDescending(bulletin => bulletin.Id)
                .Select(bulletin => new BulletinLine(bulletin.Id, bulletin.State, bulletin.Text, bulletin.Year, bulletin.Issue, bulletin.IssuedOn, bulletin.SnapshotId, bulletin.SnapshotCode))
                .PageAsync(query.Page, cancellationToken),
            actor.SeesAllUnits
                ? await db.Set<Snapshot>().Where(snapshot => snapshot.CampaignId == campaign.Id && snapshot.Kind == SnapshotKind.CampaignMonth).OrderByDescending(snapshot => snapshot.CutOff).ThenByDescending(snapshot => snapshot.Id)
                    .Take(24).Select(snapshot => new SnapshotLine(snapshot.Id, snapshot.Code, snapshot.CutOff, snapshot.FrozenAt)).ToListAsync(cancellationToken)
                : [],
            actor.May(Permission.DraftBulletin),
            actor.May(Permission.IssueBulletin));
    }
}
