using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>The unit's leader signs the report, nil or not; its figures are frozen in the same transaction. Gives the snapshot's id.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.SignForUnit)]
public sealed record SignMonthlyReport(Guid ReportId, int Version) : ICommand<Guid>;

internal sealed class SignMonthlyReportHandler(Database database, Session session, Clock clock) : IRequestHandler<SignMonthlyReport, Result<Guid>>
{
    public Task<Result<Guid>> Handle(SignMonthlyReport command, CancellationToken cancellationToken) => database.WriteAsync<Result<Guid>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var report = await db.ForChangeAsync<MonthlyReport>(command.ReportId);
        if (report.UnitId != stamp.By.UnitId)
        {
            throw new SubjectNotFound(report.Id);
        }

        report.MustBeAt(command.Version);
        var figures = await FiguresAsync(db, report, stamp, cancellationToken);
        var snapshot = Snapshot.Freeze(
            Ids.New(), report.CampaignId, report.UnitId, SnapshotKind.MonthlyReport, report.Month, await db.NextSerialAsync(SnapshotKind.MonthlyReport, report.Month), figures.CutOff,
            FigureFormat.Write(figures), stamp);
        report.Sign(snapshot, figures.IsNil, figures.Unfinished.Count, stamp);
        db.Add(snapshot);
        return snapshot.Id;
    }, cancellationToken);

    private static async Task<MonthlyFigures> FiguresAsync(RectifyDb db, MonthlyReport report, Stamp stamp, CancellationToken cancellation)
    {
        var cutOff = MonthlyReading.CutOff(report.Month, stamp.Today);
        var ledger = await db.MonthlyCountsAsync(report.CampaignId, report.UnitId, report.Month, cutOff, cancellation);
        var unfinished = await db.UnfinishedAsync(report.CampaignId, report.UnitId, cutOff, cancellation);
        var reported = report.Changes.On(ledger);
        var campaign = await db.CampaignAsync(report.CampaignId);
        return new MonthlyFigures(
            campaign.Details.Title, stamp.By.UnitName, report.Month, cutOff, report.Edition + 1, reported.IsQuiet && unfinished.Count == 0, ledger, reported,
            reported == ledger ? "" : report.Changes.Reason, unfinished, report.Text, stamp.By.Name, stamp.Today);
    }
}
