using MediatR;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>The office freezes the campaign's figures at a month's end without a bulletin, so that the next month is measured against them. Gives the snapshot's id.</summary>
/// <param name="Month">Any day of a month that has ended.</param>
[Requires(Permission.IssueBulletin)]
public sealed record FreezeMonth(Guid CampaignId, DateOnly Month) : ICommand<Guid>;

internal sealed class FreezeMonthHandler(Database database, Session session, Clock clock, Calendars calendars) : IRequestHandler<FreezeMonth, Result<Guid>>
{
    public Task<Result<Guid>> Handle(FreezeMonth command, CancellationToken cancellationToken) => database.WriteAsync<Result<Guid>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var campaign = await db.CampaignAsync(command.CampaignId);
        var (month, cutOff) = (ReportMonths.FirstDay(command.Month), ReportMonths.LastDay(command.Month));
        Rules.Require(cutOff < stamp.Today && ReportMonths.Of(campaign, stamp.Today).Contains(month), Rule.NotAReportMonth, month);
        var figures = await db.CampaignFiguresAsync(campaign, cutOff, Bulletin.UsualDaysAhead, stamp.By, calendars.Current, cancellationToken);
        var snapshot = Snapshot.Freeze(
            Ids.New(), campaign.Id, null, SnapshotKind.CampaignMonth, month, await db.NextSerialAsync(SnapshotKind.CampaignMonth, month), cutOff, FigureFormat.Write(figures), stamp);
        db.Add(snapshot);
        return snapshot.Id;
    }, cancellationToken);
}
