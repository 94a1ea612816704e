using Rectify.Core.Notices;

namespace Rectify.Core.Reports.Letters;

/// <summary>格式文书问责通知: a red head over the form with its four fields (source 2), as the record has it.</summary>
internal static class NoticeLetter
{
    public static Letter Of(Notice notice, string issuer, string campaign)
    {
        var reply = notice.Replies.Count > 0 ? notice.Replies[^1] : null;
        LetterRow Row(string name, string text, double height = 12, string closing = "") => new([new(name, IsHead: true), new(text, Closing: closing)], height);
        return new Letter(
            LetterFormat.RedHead, issuer + "文件", issuer, notice.Number?.Text ?? "", $"{campaign}问责通知书{(notice.Ordinal > 0 ? $"（第{LetterWords.Count(notice.Ordinal)}次）" : "")}",
            [notice.InspectedPartyName],
            [
                new LetterTable([36],
                [
                    Row("督查对象名称", notice.InspectedPartyName),
                    Row("发文依据", notice.Basis),
                    Row("存在问题", notice.ProblemsFound, 40),
                    Row("整改要求", Demand(notice)),
                    Row("被查单位\n承诺意见", notice.UnitCommitment, 40, $"单位负责人：{reply?.Signed?.ByName ?? "        "}  {LetterWords.DayOrRoom(reply?.Signed?.On)}"),
                    Row("落实责任人", notice.Implementer),
                ]),
            ],
            [], notice.SignedOn, []);
    }

    private static string Demand(Notice notice) => (notice.ReplyDue, notice.CorrectionDue ?? notice.CorrectionDate) switch
    {
        ({ } reply, { } correction) => $"于{LetterWords.Day(reply)}前书面答复，于{LetterWords.Day(correction)}前改正。",
        (_, { } correction) => $"自送达之日起按规定期限书面答复，于{LetterWords.Day(correction)}前改正。",
        _ => "自送达之日起按规定期限书面答复并改正。",
    };
}
