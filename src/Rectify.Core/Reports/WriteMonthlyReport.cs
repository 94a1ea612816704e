using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>The unit writes its report of a month, or changes what it wrote. Gives the report's id.</summary>
/// <param name="Month">Any day of the month.</param>
/// <param name="Version">The version the page showed; 0 when there was none.</param>
/// <param name="Counts">The counts the unit reports; those that differ from the ledger need <paramref name="CountsReason"/>.</param>
[Requires(Permission.ReportMonthly)]
public sealed record WriteMonthlyReport(Guid CampaignId, DateOnly Month, int Version, MonthlyCounts Counts, [Text(1000)] string CountsReason, MonthlyText Text) : ICommand<Guid>;

internal sealed class WriteMonthlyReportShape : AbstractValidator<WriteMonthlyReport>
{
    public WriteMonthlyReportShape()
    {
        RuleFor(command => command.Counts).ChildRules(counts =>
        {
            counts.RuleFor(c => c.New).InclusiveBetween(0, MonthlyText.LargestCount);
            counts.RuleFor(c => c.Total).InclusiveBetween(0, MonthlyText.LargestCount);
            counts.RuleFor(c => c.Done).InclusiveBetween(0, MonthlyText.LargestCount);
            counts.RuleFor(c => c.DoneTotal).InclusiveBetween(0, MonthlyText.LargestCount);
            counts.RuleFor(c => c.Closed).InclusiveBetween(0, MonthlyText.LargestCount);
            counts.RuleFor(c => c.ClosedTotal).InclusiveBetween(0, MonthlyText.LargestCount);

            // A month is part of the whole, and what is closed was done before.
            counts.RuleFor(c => c.New).LessThanOrEqualTo(c => c.Total).WithErrorCode("MonthAboveTotal");
            counts.RuleFor(c => c.Done).LessThanOrEqualTo(c => c.DoneTotal).WithErrorCode("MonthAboveTotal");
            counts.RuleFor(c => c.Closed).LessThanOrEqualTo(c => c.ClosedTotal).WithErrorCode("MonthAboveTotal");
            counts.RuleFor(c => c.DoneTotal).LessThanOrEqualTo(c => c.Total).WithErrorCode("DoneAboveProblems");
            counts.RuleFor(c => c.ClosedTotal).LessThanOrEqualTo(c => c.DoneTotal).WithErrorCode("ClosedAboveDone");
        });
        RuleFor(command => command.Text).ChildRules(text =>
        {
            text.RuleFor(t => t.Unfinished).MaximumLength(MonthlyText.TextLength);
            text.RuleFor(t => t.Institutions).MaximumLength(MonthlyText.TextLength);
            text.RuleFor(t => t.Practices).MaximumLength(MonthlyText.TextLength);
            text.RuleFor(t => t.Difficulties).MaximumLength(MonthlyText.TextLength);
            text.RuleFor(t => t.NextSteps).MaximumLength(MonthlyText.TextLength);
            text.RuleFor(t => t.Preparer).NotEmpty().MaximumLength(MonthlyText.PreparerLength);
            text.RuleFor(t => t.Symposiums).InclusiveBetween(0, MonthlyText.LargestCount);
            text.RuleFor(t => t.SymposiumPersons).InclusiveBetween(0, MonthlyText.LargestCount);
            text.RuleFor(t => t.ComplaintsReceived).InclusiveBetween(0, MonthlyText.LargestCount);
            text.RuleFor(t => t.ComplaintsSettled).InclusiveBetween(0, MonthlyText.LargestCount);
        });
    }
}

internal sealed class WriteMonthlyReportHandler(Database database, Session session, Clock clock) : IRequestHandler<WriteMonthlyReport, Result<Guid>>
{
    public Task<Result<Guid>> Handle(WriteMonthlyReport command, CancellationToken cancellationToken) => database.WriteAsync<Result<Guid>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var (unitId, month) = (stamp.By.UnitId, ReportMonths.FirstDay(command.Month));
        var report = await db.Set<MonthlyReport>().AsTracking().FirstOrDefaultAsync(
            report => report.CampaignId == command.CampaignId && report.UnitId == unitId && report.Month == month, cancellationToken);
        if (report is null)
        {
            report = MonthlyReport.Start(Ids.New(), await db.CampaignAsync(command.CampaignId), unitId, month, stamp);
            db.Add(report);
        }
        else
        {
            report.MustBeAt(command.Version);
        }

        var ledger = await db.MonthlyCountsAsync(command.CampaignId, unitId, month, MonthlyReading.CutOff(month, stamp.Today), cancellationToken);
        report.Write(command.Text, CountChanges.Between(ledger, command.Counts, command.CountsReason), stamp);
        return report.Id;
    }, cancellationToken);
}
