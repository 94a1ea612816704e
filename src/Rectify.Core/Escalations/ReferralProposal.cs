using System.Globalization;
using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Templates;

namespace Rectify.Core.Escalations;

/// <summary>The letter a referral starts from: the campaign's template, filled with the facts of the record alone.</summary>
internal static class ReferralProposal
{
    public static StandardText Write(StandardText template, Campaign campaign, Problem problem, string unitName, IReadOnlyList<Notice> failed, DateOnly today)
    {
        var values = new Dictionary<string, string>(TemplateValues.Of(campaign, [problem], [unitName], today))
        {
            ["通知次数"] = failed.Count.ToString(CultureInfo.InvariantCulture),
            [TemplateText.FailedNotices] = string.Join('\n', failed.Select((notice, index) =>
                $"{index + 1}. {notice.Number!.Text}，{TemplateValues.Day(notice.IssuedOn!.Value)}送达，应于{TemplateValues.Day(notice.ReplyDue!.Value)}前书面答复，{Outcome(notice, today)}。")),
        };
        return new StandardText(TemplateText.Fill(template.Title, values), TemplateText.Fill(template.Text, values));
    }

    private static string Outcome(Notice notice, DateOnly today)
    {
        var reply = notice.FirstReplyOn switch
        {
            null => $"截至{TemplateValues.Day(today)}未收到书面答复",
            { } day when day > notice.ReplyDue => $"{TemplateValues.Day(day)}逾期答复",
            { } day => $"{TemplateValues.Day(day)}答复",
        };
        return notice.UncorrectedOn is { } found ? $"{reply}，{TemplateValues.Day(found)}核查仍未改正" : reply;
    }
}
