using Rectify.Core.Campaigns;
using Rectify.Core.Reports;

namespace Rectify.Core.Seeding;

/// <summary>
/// Tells the monthly reports and the bulletins of a campaign: most units report in time, some late, some not at all, quiet ones sign a nil
/// report; the office accepts them, sends some back and issues a bulletin at each month's end. Hours come from a random source of its own, so that the rest of the story stays as it is.
/// </summary>
/// <param name="isTidy">Every unit reports in time, as in the campaign that is long over.</param>
internal sealed class ReportsTale(SeedWorld world, Plot plot, Cast cast, bool isTidy)
{
    private const int MissingEvery = 11;
    private const int LateEvery = 7;
    private const int ReturnedEvery = 9;

    /// <summary>Reports the office has not looked at yet.</summary>
    private const int WaitingEvery = 6;

    private readonly OfficeHours _hours = new(world.Zone, new Random(20260301));

    /// <param name="from">The campaign's first day.</param>
    /// <param name="to">The last day told: the end, or the day before the first start.</param>
    public void Tell(DateOnly from, DateOnly to)
    {
        for (var month = ReportMonths.FirstDay(from); month <= to; month = month.AddMonths(1))
        {
            var due = ReportMonths.Due(month, plot.Policy, world.Calendar);
            if (due >= to)
            {
                break;
            }

            foreach (var (index, unit) in cast.TakingPart.Index())
            {
                Report(unit.Key, index, month, due, to);
            }

            Bulletin(month, world.Calendar.AddWorkingDays(due, 1).Date, to);
        }
    }

    private void Report(string unit, int index, DateOnly month, DateOnly due, DateOnly to)
    {
        var late = !isTidy && index % LateEvery == LateEvery - 1;
        var day = late ? world.Calendar.AddWorkingDays(due, 1 + index % 3).Date : due;
        if (day >= to || (!isTidy && index % MissingEvery == MissingEvery - 1))
        {
            return;
        }

        var written = _hours.On(day, default);
        plot.Timetable.Add(written, async running =>
        {
            var view = await running.DoAsync(cast.Handler(unit), new GetMonthlyReport(plot.CampaignId, null, month));
            await running.DoAsync(cast.Handler(unit), new WriteMonthlyReport(plot.CampaignId, month, 0, view.Ledger, "", Text(unit, index, view)));
        });
        plot.Timetable.Add(written.AddMinutes(10), async running =>
        {
            var view = await running.DoAsync(cast.Leader(unit), new GetMonthlyReport(plot.CampaignId, null, month));
            await running.DoAsync(cast.Leader(unit), new SignMonthlyReport(view.Report!.Id, view.Report.Version));
        });
        if (!isTidy && index % ReturnedEvery == ReturnedEvery - 1)
        {
            Review(written.AddMinutes(40), accept: false, "主要做法过于笼统，请补充具体举措。");
        }
        else if ((isTidy || index % WaitingEvery != WaitingEvery - 1) && world.Calendar.AddWorkingDays(day, 1).Date is var next && next < to)
        {
            Review(_hours.On(next, default), accept: true, "");
        }

        void Review(DateTimeOffset at, bool accept, string reasons) => plot.Timetable.Add(at, async running =>
        {
            var view = await running.DoAsync(cast.Clerk(0), new GetMonthlyReport(plot.CampaignId, cast.Unit(unit), month));
            await running.DoAsync(cast.Clerk(0), new ReviewMonthlyReport(view.Report!.Id, view.Report.Version, accept, reasons));
        });
    }

    private MonthlyText Text(string unit, int index, MonthlyReportView view) => new(
        view.Unfinished.Count > 0 ? "部分事项涉及跨部门协调或设备采购，正按整改方案推进。" : "", index % 3, index % 3 * 6, index % 4, index % 4,
        index % 5 == 0 ? "修订窗口值班补位制度" : "", "领导带班巡查窗口，问题当日交办。", index % 6 == 0 ? "个别系统接口尚未打通。" : "", "对照时限逐项销号。", cast.HandlerName(unit));

    private void Bulletin(DateOnly month, DateOnly day, DateOnly to)
    {
        if (day >= to)
        {
            return;
        }

        var id = plot.Ids.New(_hours.On(day, default));
        var cutOff = ReportMonths.LastDay(month);
        plot.Timetable.Add(_hours.On(day, default), running => running.DoAsync(cast.Clerk(0), new DraftBulletin(id, plot.CampaignId, new BulletinText(
            $"关于{month.Month}月份专项整治行动进展情况的通报", "各责任单位", cutOff, Reports.Bulletin.UsualDaysAhead, "各单位按清单整改、按台账销号，总体进展平稳，但仍有单位进度滞后。", "被点名单位要说明原因，限期完成；临近到期的问题要按时完成整改。"))));
        var evening = day.ToDateTime(new TimeOnly(17, 40));
        plot.Timetable.Add(new DateTimeOffset(evening, world.Zone.GetUtcOffset(evening)).ToUniversalTime(), running => running.DoAsync(cast.OfficeLeader, new IssueBulletin(id, 1)));
    }
}
