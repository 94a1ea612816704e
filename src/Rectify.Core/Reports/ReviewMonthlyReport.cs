using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>The office accepts a signed monthly report, or sends it back with reasons.</summary>
/// <param name="Version">The version the page showed.</param>
/// <param name="Reasons">What is missing; needed to send it back.</param>
[Requires(Permission.ReviewMonthlyReports)]
public sealed record ReviewMonthlyReport(Guid ReportId, int Version, bool Accept, [Text(1000)] string Reasons) : ICommand<Done>;

internal sealed class ReviewMonthlyReportHandler(Database database, Session session, Clock clock) : IRequestHandler<ReviewMonthlyReport, Result<Done>>
{
    public Task<Result<Done>> Handle(ReviewMonthlyReport command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var report = await db.ForChangeAsync<MonthlyReport>(command.ReportId, command.Version);
        var stamp = clock.Stamp(session.Actor);
        if (command.Accept)
        {
            report.Accept(stamp);
        }
        else
        {
            report.Return(command.Reasons, stamp);
        }

        return new Done();
    }, cancellationToken);
}
