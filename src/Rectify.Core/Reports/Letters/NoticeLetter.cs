using Rectify.Core.Escalations;
using Rectify.Core.Notices;

namespace Rectify.Core.Reports.Letters;

/// <summary>格式文书问责通知: a red head over the form with its four fields (source 2), as the record has it.</summary>
internal static class NoticeLetter
{
    public static Letter Of(Notice notice, string issuer, string campaign) => Of(
        issuer, campaign, notice.Number?.Text ?? "", notice.Ordinal, notice.InspectedPartyName, notice.ProblemsFound, notice.Basis,
        notice.SignedOn, notice.ReplyDue, notice.CorrectionDue ?? notice.CorrectionDate, notice.Replies) with
    {
        Standing = notice.State == NoticeState.Revoked ? "撤销" : "",
    };

    /// <summary>The notice as it was frozen into a referral's package.</summary>
    public static Letter Of(PackagedNotice notice, ReferralPackage package) => Of(
        package.Office, package.Campaign, notice.Number, notice.Ordinal, notice.InspectedParty, notice.ProblemsFound, notice.Basis,
        notice.SignedOn, notice.ReplyDue, notice.CorrectionDue, notice.Replies);

    private static Letter Of(
        string issuer, string campaign, string number, int ordinal, string party, string found, string basis, DateOnly? signedOn, DateOnly? replyDue, DateOnly? correctionDue, IReadOnlyList<NoticeReply> replies)
    {
        var reply = replies.Count > 0 ? replies[^1] : null;
        LetterRow Row(string name, string text, double height = 12, string closing = "") => new([new(name, IsHead: true), new(text, Closing: closing)], height);
        return new Letter(
            LetterFormat.RedHead, issuer + "文件", issuer, number, $"{campaign}问责通知书{(ordinal > 0 ? $"（第{LetterWords.Count(ordinal)}次）" : "")}",
            [party],
            [
                new LetterTable([36],
                [
                    Row("督查对象名称", party),
                    Row("发文依据", basis),
                    Row("存在问题", found, 30),
                    Row("整改要求", Demand(replyDue, correctionDue)),
                    Row("被查单位\n承诺意见", reply?.Commitment ?? "", 40, $"单位负责人：{LetterWords.NameOrRoom(reply?.Signed?.ByName)}  {LetterWords.DayOrRoom(reply?.Signed?.On)}"),
                    Row("落实责任人", reply?.Implementer ?? ""),
                ]),
                new LetterText("特此通知。"), // so that a page never holds the signature alone: LibreOffice keeps no row of a table with what follows
            ],
            [], signedOn, []);
    }

    private static string Demand(DateOnly? replyDue, DateOnly? correctionDue) => (replyDue, correctionDue) switch
    {
        ({ } reply, { } correction) => $"于{LetterWords.Day(reply)}前书面答复，于{LetterWords.Day(correction)}前改正。",
        (_, { } correction) => $"自送达之日起按规定期限书面答复，于{LetterWords.Day(correction)}前改正。",
        _ => "自送达之日起按规定期限书面答复并改正。",
    };
}
