using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;

namespace Rectify.Core.Reports;

/// <summary>Which months a campaign's units report, and by when.</summary>
public static class ReportMonths
{
    /// <summary>First days of the months that have begun, from the campaign's start to its end, the latest first; none when the policy asks for no monthly reports.</summary>
    public static IReadOnlyList<DateOnly> Of(Campaign campaign, DateOnly today)
    {
        if (!campaign.Policy.MonthlyReports || campaign.State == CampaignState.Preparing)
        {
            return [];
        }

        var first = FirstDay(campaign.Plan(PhaseKind.Mobilisation).From);
        var last = campaign.State == CampaignState.Finished && campaign.PhaseEnds[^1].On < today ? campaign.PhaseEnds[^1].On : today;
        List<DateOnly> months = [];
        for (var month = FirstDay(last); month >= first; month = month.AddMonths(-1))
        {
            months.Add(month);
        }

        return months;
    }

    public static DateOnly FirstDay(DateOnly day) => new(day.Year, day.Month, 1);

    public static DateOnly LastDay(DateOnly month) => FirstDay(month).AddMonths(1).AddDays(-1);

    /// <summary>The last day on which the month's report is in time; a rest day moves it to the next working day (民法典 203).</summary>
    public static DateOnly Due(DateOnly month, CampaignPolicy policy, WorkingCalendar calendar) =>
        calendar.NextWorkingDay(policy.MonthlyReportDay == 0 ? LastDay(month) : FirstDay(month).AddMonths(1).AddDays(policy.MonthlyReportDay - 1));

    public static MonthlyStanding Standing(DateOnly? firstSubmittedOn, DateOnly due, DateOnly today) => firstSubmittedOn switch
    {
        { } on when on <= today => on <= due ? MonthlyStanding.OnTime : MonthlyStanding.Late,
        _ => due < today ? MonthlyStanding.Missing : MonthlyStanding.NotDue,
    };
}
