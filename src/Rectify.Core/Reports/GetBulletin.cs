using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Ledger;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>A bulletin: a draft with today's figures, an issued one with its frozen figures only. Units read issued ones.</summary>
[Requires(Permission.ViewProblems)]
public sealed record GetBulletin(Guid BulletinId) : IQuery<BulletinView>;

/// <param name="Text">Its words as they are issued, or would be now.</param>
/// <param name="SnapshotId">The frozen figures; null while a draft shows what would be frozen now.</param>
/// <param name="CampaignId">Its campaign.</param>
public sealed record BulletinView(
    Bulletin Bulletin, BulletinText Text, Guid CampaignId, string CampaignTitle, string Office, CampaignFigures Figures, Guid? SnapshotId, IReadOnlyList<TimelineEntry> Timeline, bool MayDraft, bool MayIssue);

internal sealed class GetBulletinHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars) : IRequestHandler<GetBulletin, Result<BulletinView>>
{
    public async Task<Result<BulletinView>> Handle(GetBulletin query, CancellationToken cancellationToken)
    {
        var actor = session.Actor;
        await using var db = databases.CreateDbContext();
        var bulletin = await db.Set<Bulletin>().VisibleTo(actor).FirstOrDefaultAsync(bulletin => bulletin.Id == query.BulletinId, cancellationToken);
        if (bulletin is null)
        {
            return new NotFound();
        }

        var campaign = await db.CampaignAsync(bulletin.CampaignId);
        var figures = await db.FiguresOfAsync(bulletin, campaign, actor, calendars.Current, cancellationToken);
        return new BulletinView(
            bulletin,
            bulletin.Words(campaign, figures.Progress, clock.Today),
            campaign.Id,
            campaign.Details.Title,
            campaign.Details.Office,
            figures,
            bulletin.SnapshotId,
            actor.SeesAllUnits ? await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == bulletin.Id).OrderBy(entry => entry.Version).Select(TimelineEntry.Of).ToListAsync(cancellationToken) : [],
            bulletin.State == BulletinState.Draft && actor.May(Permission.DraftBulletin),
            actor.May(Permission.IssueBulletin) && bulletin.DraftedById != actor.PersonId);
    }
}

internal static class BulletinVisibility
{
    /// <summary>Units read what was issued; drafts are the office's own.</summary>
    public static IQueryable<Bulletin> VisibleTo(this IQueryable<Bulletin> bulletins, Actor actor) =>
        actor.SeesAllUnits ? bulletins : bulletins.Where(bulletin => bulletin.State == BulletinState.Issued || bulletin.State == BulletinState.Voided);
}
