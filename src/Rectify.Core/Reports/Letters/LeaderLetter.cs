using Rectify.Core.Problems;

namespace Rectify.Core.Reports.Letters;

/// <summary>领导一页纸 as a .docx: one table on exactly one A4 page, every item on one line.</summary>
public static class LeaderLetter
{
    /// <summary>As many signs of the table as stand on one line beside its heads.</summary>
    private const double LineWidth = 27.5;

    /// <param name="name">The file's, without its ending.</param>
    public static LetterDocument Document(LeaderSheet sheet, string name) => LetterDocument.Of(Of(sheet), name);

    internal static Letter Of(LeaderSheet sheet)
    {
        var (total, decimals) = (sheet.Total.Figures, sheet.RateDecimals);
        return new Letter(
            LetterFormat.Form, "", sheet.Office, sheet.Office, "领导一页纸", [],
            [
                new LetterTable([32],
                [
                    Row("行动", [sheet.CampaignTitle]),
                    Row("总体情况", [$"截至{LetterWords.Day(sheet.Today)}", $"问题{total.Total}项，已销号{total.Closed}项（{total.ClosedRate.Text(decimals)}），逾期{total.Overdue}项"]),
                    Row("落后单位", Lines(sheet.Worst.Select(row => (row.Name, $"逾期{row.Figures.Overdue} 销号{row.Figures.ClosedRate.Text(decimals)} 环比{Rate.Points(row.Figures.Change(decimals), decimals)}")), sheet.Worst.Count, LeaderSheet.MostUnits, "无单位逾期")),
                    Row("本周到期", Lines(sheet.Due.Select(item => ($"{item.Number}号 {item.UnitName} {item.Description}", $"{item.DueDate:MM-dd}")), sheet.DueCount, LeaderSheet.MostItems, "本周无到期问题")),
                    Row("第二次通知", Lines(sheet.Second.Select(notice => ($"{notice.ProblemNumber}号 {notice.UnitName} {notice.Description}", notice.IsFailed ? "未落实" : $"{notice.ReplyDue:MM-dd}")), sheet.SecondCount, LeaderSheet.MostItems, "无第二次通知")),
                    Row("需领导决定", sheet.Decisions.Count == 0 ? ["无待决定事项"] : [.. sheet.Decisions.Chunk(2).Select(pair => string.Join("；", pair.Select(one => $"{Name(one.Decision)}{one.Count}件")))]),
                ], IsDense: true),
            ],
            [], sheet.Today, []);
    }

    private static LetterRow Row(string name, IReadOnlyList<string> lines) =>
        new([new(name, IsHead: true), new(string.Join('\n', lines.Select(line => Cut(line, LineWidth))))], 8);

    private static List<string> Lines(IEnumerable<(string Text, string End)> items, int count, int most, string none)
    {
        List<string> lines = [.. items.Take(most).Select(item => $"{Cut(item.Text, LineWidth - LetterWords.Width(item.End) - 1)} {item.End}")];
        if (count > lines.Count)
        {
            lines.Add($"另有{count - lines.Count}项");
        }

        return lines.Count == 0 ? [none] : lines;
    }

    /// <summary>The beginning that fits into so many signs.</summary>
    private static string Cut(string text, double width)
    {
        if (LetterWords.Width(text) <= width)
        {
            return text;
        }

        var end = text.Length;
        while (end > 0 && LetterWords.Width(text[..end]) > width - 1)
        {
            end--;
        }

        return text[..end] + "…";
    }

    private static string Name(LeaderDecision decision) => decision switch
    {
        LeaderDecision.AssignmentObjection => "交办异议",
        LeaderDecision.Extension => "延期申请",
        LeaderDecision.LongTerm => "转长期坚持",
        LeaderDecision.CloseOut => "待审签销号",
        LeaderDecision.NoticeSignature => "待签发通知",
        LeaderDecision.NoticeObjection => "通知异议",
        LeaderDecision.Referral => "待批准或移送的线索",
        _ => "待印发通报",
    };
}
