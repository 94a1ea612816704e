using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>Every unit's report of a month: in time, late, or missing.</summary>
/// <param name="Month">Any day of the month; null is the latest month whose report is due, or the first one.</param>
[Requires(Permission.ViewReports)]
public sealed record ListMonthlyReports(Guid CampaignId, DateOnly? Month = null) : IQuery<MonthlyReturns>;

/// <param name="Months">The months that are reported on, the latest first; empty when the campaign asks for no reports.</param>
public sealed record MonthlyReturns(string CampaignTitle, IReadOnlyList<DateOnly> Months, DateOnly Month, DateOnly Due, IReadOnlyList<MonthlyReturn> Units);

/// <param name="State">Null when the unit has not begun.</param>
/// <param name="SnapshotId">The frozen figures of the edition signed last.</param>
public sealed record MonthlyReturn(
    Guid UnitId, string UnitName, string Handler, MonthlyReportState? State, bool IsNil, DateOnly? FirstSubmittedOn, MonthlyStanding Standing, Guid? SnapshotId, string SnapshotCode);

internal sealed class ListMonthlyReportsHandler(IDbContextFactory<RectifyDb> databases, Clock clock, Calendars calendars) : IRequestHandler<ListMonthlyReports, Result<MonthlyReturns>>
{
    public async Task<Result<MonthlyReturns>> Handle(ListMonthlyReports query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        var (today, calendar) = (clock.Today, calendars.Current);
        var months = ReportMonths.Of(campaign, today);
        var asked = query.Month is { } day ? ReportMonths.FirstDay(day) : months.FirstOrDefault(month => ReportMonths.Due(month, campaign.Policy, calendar) <= today, months.FirstOrDefault(ReportMonths.FirstDay(today)));
        return new MonthlyReturns(
            campaign.Details.Title, months, asked, ReportMonths.Due(asked, campaign.Policy, calendar),
            months.Contains(asked) ? await db.MonthlyReturnsAsync(campaign, asked, today, calendar, cancellationToken) : []);
    }
}
