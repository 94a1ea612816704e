using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports.Letters;

/// <summary>通报 as a .docx under a masthead; an issued one from its frozen figures alone.</summary>
[Requires(Permission.ViewProblems)]
public sealed record GetBulletinLetter(Guid BulletinId) : IQuery<LetterDocument>;

internal sealed class GetBulletinLetterHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars) : IRequestHandler<GetBulletinLetter, Result<LetterDocument>>
{
    public async Task<Result<LetterDocument>> Handle(GetBulletinLetter query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var bulletin = await db.Set<Bulletin>().VisibleTo(session.Actor).FirstOrDefaultAsync(bulletin => bulletin.Id == query.BulletinId, cancellationToken);
        if (bulletin is null)
        {
            return new NotFound();
        }

        var campaign = await db.CampaignAsync(bulletin.CampaignId);
        var figures = await db.FiguresOfAsync(bulletin, campaign, session.Actor, calendars.Current, cancellationToken);
        var text = bulletin.Words(campaign, figures.Progress, clock.Today);
        return LetterDocument.Of(BulletinLetter.Of(bulletin, text, figures), bulletin.Issue is { } issue ? $"{text.Title}（{bulletin.Year}年第{issue}期）" : text.Title);
    }
}

/// <summary>Lays a bulletin out: situation, ranking, laggards by item, what is due next, monthly reports, requirements, and the id of its figures.</summary>
internal static class BulletinLetter
{
    private const string Mark = "专项整治工作通报";

    public static Letter Of(Bulletin bulletin, BulletinText text, CampaignFigures figures)
    {
        var body = new List<LetterPart>();
        var part = 0;
        Part("总体情况", text.Situation.Length > 0 ? LetterWords.Paragraphs(text.Situation) : []);
        Part("各单位排名", [Ranking(figures.Progress), new LetterText(Compared(figures.Progress))]);
        Part("进展滞后事项", figures.Laggards.Count == 0 ? [new LetterText("无逾期问题。")] : [new LetterText($"截至{LetterWords.Day(figures.Progress.CutOff)}，逾期{figures.LaggardCount}项，列入下表{figures.Laggards.Count}项。"), Laggards(figures)]);
        Part("近期到期事项", figures.Due.Count == 0 ? [new LetterText($"{LetterWords.Day(figures.DueUntil)}前无到期问题。")] : [new LetterText($"{LetterWords.Day(figures.DueUntil)}前到期{figures.DueCount}项，列入下表{figures.Due.Count}项。"), Due(figures)]);
        if (figures.ReportMonth is { } month)
        {
            Part("月报报送", [new LetterText(Monthly(figures, month))]);
        }

        Part("工作要求", text.Requirements.Length > 0 ? LetterWords.Paragraphs(text.Requirements) : []);
        return new Letter(
            LetterFormat.Masthead, Mark, figures.Progress.Office, "", text.Title, [.. text.Addressees.Split('\n', '、').Select(name => name.Trim()).Where(name => name.Length > 0)],
            body, [], bulletin.IssuedOn, [])
        {
            Issue = bulletin.Issue ?? 0,
            Note = $"数据编号：{(bulletin.SnapshotId is null ? "草稿，尚未签发" : bulletin.SnapshotCode)}（统计截至{LetterWords.Day(figures.Progress.CutOff)}）",
            Standing = bulletin.State == BulletinState.Voided ? "作废" : "",
        };

        void Part(string heading, IReadOnlyList<LetterPart> parts)
        {
            if (parts.Count > 0)
            {
                body.Add(new LetterText($"{LetterWords.Count(++part)}、{heading}", 1));
                body.AddRange(parts);
            }
        }
    }

    private static LetterTable Ranking(Progress progress)
    {
        var decimals = progress.RateDecimals;
        return Table([14, 52, 18, 18, 20, 15], ["排名", "单位", "问题数", "已销号", "销号率", "逾期", "环比"], [1], progress.Units.Select(row => (string[])
        [
            row.Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Rate.None, row.Name, $"{row.Figures.Total}", $"{row.Figures.Closed}", row.Figures.ClosedRate.Text(decimals),
            $"{row.Figures.Overdue}", Rate.Points(row.Figures.Change(decimals), decimals),
        ]));
    }

    private static LetterTable Laggards(CampaignFigures figures) => Table([14, 36, 66, 26], ["编号", "单位", "存在问题", "整改时限", "逾期\n工作日"], [1, 2], figures.Laggards.Select(item => (string[])
        [$"{item.Number}", item.UnitName, item.Description, LetterWords.ShortDay(item.DueDate, figures.Progress.CutOff.Year), $"{item.WorkingDaysOverdue}"]));

    private static LetterTable Due(CampaignFigures figures) => Table([14, 36, 58, 26], ["编号", "单位", "存在问题", "整改时限", "责任人"], [1, 2], figures.Due.Select(item => (string[])
        [$"{item.Number}", item.UnitName, item.Description, LetterWords.ShortDay(item.DueDate, figures.Progress.CutOff.Year), item.ResponsiblePerson]));

    private static LetterTable Table(IReadOnlyList<double> widths, string[] heads, IReadOnlyList<int> textColumns, IEnumerable<string[]> rows) =>
        new(widths, [new([.. heads.Select(head => new LetterCell(head, IsHead: true))]), .. rows.Select(row => new LetterRow([.. row.Select(text => new LetterCell(text))]))], HeadRows: 1, TextColumns: textColumns, IsDense: true);

    private static string Compared(Progress progress) => progress.ComparedWith is { } issued
        ? $"环比基期为已签发数据{issued}（截至{LetterWords.Day(progress.PreviousCutOff)}），单位为百分点。"
        : $"环比基期为上月末（{LetterWords.Day(progress.PreviousCutOff)}），按台账推算，单位为百分点。";

    private static string Monthly(CampaignFigures figures, DateOnly month)
    {
        var late = Names(MonthlyStanding.Late);
        var missing = Names(MonthlyStanding.Missing);
        return $"{month.Year}年{month.Month}月月报，" + (late.Length + missing.Length == 0 ? "各单位均按时报送。" : $"迟报：{(late.Length > 0 ? late : "无")}；未报：{(missing.Length > 0 ? missing : "无")}。");

        string Names(MonthlyStanding standing) => string.Join('、', figures.MonthlyReports.Where(lapse => lapse.Standing == standing).Select(lapse => lapse.UnitName));
    }
}
