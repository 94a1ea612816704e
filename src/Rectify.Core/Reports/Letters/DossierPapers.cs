using Rectify.Core.Escalations;
using Rectify.Core.Notices;

namespace Rectify.Core.Reports.Letters;

/// <summary>The papers of a dossier that the office writes out of the frozen package: delivery, replies, checks, index.</summary>
internal static class DossierPapers
{
    private const string NoReply = "无书面答复";

    public static Letter Delivery(ReferralPackage package) => Paper(package, "问责通知送达证明", new LetterTable(
        [46, 42, 34],
        [
            Head("文号", "送达日期", "送达方式", "签收"),
            .. package.Notices.Select(notice => Row(
                notice.Number, LetterWords.Day(notice.DeliveredOn), notice.Delivery, notice.SignedForOn is { } day ? $"{notice.SignedForBy} {LetterWords.Day(day)}" : "未签收，按送达计")),
        ], HeadRows: 1));

    /// <summary>Each reply in full, or what proves that there is none: until when the ledger holds none, and between which entries.</summary>
    public static Letter Replies(ReferralPackage package) => Paper(package, "书面答复情况", new LetterTable(
        [46, 42],
        [
            new([new("文号", IsHead: true), new("答复时限", IsHead: true), new("答复", IsHead: true)]),
            .. package.Notices.SelectMany(notice => notice.Replies.Count == 0
                ? [new LetterRow([new(notice.Number), new(LetterWords.Day(notice.ReplyDue)), new(Silence(notice))])]
                : notice.Replies.Select(reply => new LetterRow([new(notice.Number), new(LetterWords.Day(notice.ReplyDue)), new(Said(notice, reply))]))),
        ], HeadRows: 1));

    public static Letter Checks(ReferralPackage package) => Paper(package, "核查记录", new LetterTable(
        [46, 42, 26],
        [
            Head("文号", "核查日期", "核查人", "结论"),
            .. package.Notices.SelectMany(notice => notice.Checks.Count == 0
                ? [Row(notice.Number, "", "", $"未核查；{LetterWords.Day(notice.FailedOn)}认定未落实")]
                : notice.Checks.Select(check => Row(notice.Number, LetterWords.Day(check.By.On), check.By.ByName, $"{(check.Corrected ? "已改正" : "仍未改正")}：{check.By.Text}"))),
        ], HeadRows: 1));

    public static Letter Index(ReferralPackage package, IReadOnlyList<(string Name, string Sha256)> parts) => Paper(package, "移送材料目录", new LetterTable(
        [14, 62],
        [
            new([new("序号", IsHead: true), new("文件", IsHead: true), new("SHA-256", IsHead: true)]),
            .. parts.Select((part, index) => new LetterRow([new($"{index + 1}"), new(part.Name), new(part.Sha256)])),
        ], HeadRows: 1));

    private static string Silence(PackagedNotice notice)
    {
        var entries = notice.Entries.Count > 0 ? $"（台账记录第{notice.Entries[0].Seq}至{notice.Entries[^1].Seq}条）" : "";
        return $"{NoReply}：截至{LetterWords.Day(notice.NoReplyUntil)}，台账无答复记录{entries}。";
    }

    private static string Said(PackagedNotice notice, NoticeReply reply)
    {
        var late = reply.Signed is { } signed && signed.On > notice.ReplyDue ? "（逾期）" : "";
        return $"{LetterWords.Day(reply.Signed?.On)}{reply.Signed?.ByName}{late}：{reply.Text}\n承诺意见：{reply.Commitment}\n落实责任人：{reply.Implementer}";
    }

    private static Letter Paper(ReferralPackage package, string title, LetterTable table) => new(
        LetterFormat.Form, "", package.Office, $"{package.Number}    {package.Problem.Unit}第{package.Problem.Number}号问题", title, [], [table], [], package.AsOf, []);

    private static LetterRow Head(params ReadOnlySpan<string> names) => new([.. names.ToArray().Select(name => new LetterCell(name, IsHead: true))]);

    private static LetterRow Row(params ReadOnlySpan<string> texts) => new([.. texts.ToArray().Select(text => new LetterCell(text))]);
}
