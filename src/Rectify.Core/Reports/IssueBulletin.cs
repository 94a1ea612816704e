using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>印发: the office leader issues a bulletin; number and frozen figures come in this one transaction. Gives the snapshot's id.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.IssueBulletin)]
public sealed record IssueBulletin(Guid BulletinId, int Version) : ICommand<Guid>;

internal sealed class IssueBulletinHandler(Database database, Session session, Clock clock, Calendars calendars) : IRequestHandler<IssueBulletin, Result<Guid>>
{
    public Task<Result<Guid>> Handle(IssueBulletin command, CancellationToken cancellationToken) => database.WriteAsync<Result<Guid>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var bulletin = await db.ForChangeAsync<Bulletin>(command.BulletinId, command.Version);
        var campaign = await db.CampaignAsync(bulletin.CampaignId);
        var (cutOff, month) = (bulletin.Text.CutOff, ReportMonths.FirstDay(bulletin.Text.CutOff));
        var figures = await db.CampaignFiguresAsync(campaign, cutOff, bulletin.Text.DaysAhead, stamp.By, calendars.Current, cancellationToken);
        var snapshot = Snapshot.Freeze(
            Ids.New(), campaign.Id, null, SnapshotKind.Bulletin, month, await db.NextSerialAsync(SnapshotKind.Bulletin, month), cutOff, FigureFormat.Write(figures), stamp);
        var year = stamp.Today.Year;
        var issue = (await db.Set<Bulletin>().Where(other => other.Year == year).MaxAsync(other => other.Issue, cancellationToken) ?? 0) + 1;
        bulletin.Publish(issue, snapshot, bulletin.Text.Filled(campaign, figures.Progress, stamp.Today), stamp);
        db.Add(snapshot);
        return snapshot.Id;
    }, cancellationToken);
}
