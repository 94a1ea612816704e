using System.Globalization;
using System.Text;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;

namespace Rectify.Core.Escalations;

/// <summary>
/// The text a referral's letter starts from. It reports the facts of the record, speaks of what is suspected, asks for handling and
/// draws no conclusion. Official letters are Chinese whatever the language of the screen.
/// </summary>
internal static class LetterTemplate
{
    public static string Write(Campaign campaign, Problem problem, string unitName, IReadOnlyList<Notice> failed, DateOnly today)
    {
        var letter = new StringBuilder();
        letter.AppendLine(CultureInfo.InvariantCulture, $"在{campaign.Details.Title}中，{unitName}第{problem.Number}号问题（{Ended(problem.Description)}）经{failed.Count}次书面通知仍未落实，情况如下：");
        foreach (var (index, notice) in failed.Index())
        {
            letter.AppendLine(CultureInfo.InvariantCulture, $"{index + 1}. {notice.Number!.Text}，{Day(notice.IssuedOn)}送达，应于{Day(notice.ReplyDue)}前书面答复，{Outcome(notice, today)}。");
        }

        letter.Append(CultureInfo.InvariantCulture, $"上述情况涉嫌整改责任未落实。现将有关材料移送你单位，提请依规依纪依法处理，并反馈处置结果。本函所述为在案事实，不作定性。");
        return letter.ToString();
    }

    private static string Outcome(Notice notice, DateOnly today)
    {
        var reply = notice.FirstReplyOn switch
        {
            null => $"截至{Day(today)}未收到书面答复",
            { } day when day > notice.ReplyDue => $"{Day(day)}逾期答复",
            { } day => $"{Day(day)}答复",
        };
        return notice.UncorrectedOn is { } found ? $"{reply}，{Day(found)}核查仍未改正" : reply;
    }

    private static string Ended(string description) => description.Trim().TrimEnd('。', '.');

    private static string Day(DateOnly? day) => day!.Value.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
