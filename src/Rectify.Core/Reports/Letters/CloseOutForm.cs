using Rectify.Core.Campaigns;
using Rectify.Core.Problems;

namespace Rectify.Core.Reports.Letters;

/// <summary>整改销号审批表: application, reviews, site check, public notice and approval of one problem on a sheet.</summary>
internal static class CloseOutForm
{
    private const string None = "无";

    /// <summary>Millimetres of a row and of one with a signature: without pictures and long texts the form is one sheet.</summary>
    private const double Plain = 9;
    private const double Signed = 17;

    /// <summary>The box a picture is fitted into, in millimetres.</summary>
    private const double PictureWidth = 44;
    private const double PictureHeight = 56;

    public static Letter Of(Problem problem, Campaign campaign, string unit, CloseOutRecord record)
    {
        var closeOut = problem.CloseOut;
        return new Letter(
            LetterFormat.Form, "", campaign.Details.Office, $"问题编号：{problem.Number}    责任单位：{unit}", $"{campaign.Details.Title}问题整改销号审批表", [],
            [
                new LetterTable([30, 48, 30],
                [
                    Pair("问题类别", campaign.Category(problem.CategoryId)?.Name ?? "", "发现日期", LetterWords.Day(problem.FoundOn)),
                    Pair("整改时限", Due(problem), "完成日期", LetterWords.Day(problem.CompletedOn)),
                    Pair("责任领导", problem.ResponsibleLeader, "责任人", problem.ResponsiblePerson),
                    Wide("存在问题", problem.Description),
                    Wide("整改目标", problem.Goal),
                    Wide("整改措施", string.Join('\n', problem.Measures.Select((measure, index) => $"{index + 1}. {measure.Text}")), height: 16),
                    Wide("整改结果", closeOut?.Result ?? "", Signature("单位负责人", closeOut?.Signed), Signed),
                    Wide("建章立制", record.RulesMade(problem, rules => $"{rules.Month:yyyy年M月}月报：{rules.Text}", None)),
                    .. Pictures(record),
                    Wide("佐证材料", problem.Evidence.Count == 0 ? "" : $"共{problem.Evidence.Count}件：" + string.Join("、", problem.Evidence.Select(file => file.FileName))),
                    Wide("群众回访", CloseOutRecord.CallBack(problem, None)),
                    Wide("初审意见", closeOut?.FirstReview?.Text ?? "", Signature("初审人", closeOut?.FirstReview), Signed),
                    Wide("现场核查", closeOut?.SiteCheck is { } check ? $"{LetterWords.Day(check.On)}，{check.Place}，在场：{check.Present}。{check.Findings}" : ""),
                    Wide("复核意见", closeOut?.Recheck?.Text ?? "", Signature("复核人", closeOut?.Recheck), Signed),
                    Wide("公示情况", Published(problem.PublicNotice)),
                    Wide("审签意见", closeOut?.Closed?.Text ?? "", Signature("审签人", closeOut?.Closed), Signed),
                ]),
            ],
            [], problem.ClosedOn, []);
    }

    private static LetterRow Pair(string name, string text, string otherName, string otherText) =>
        new([new(name, IsHead: true), new(text), new(otherName, IsHead: true), new(otherText)], Plain);

    private static LetterRow Wide(string name, string text, string closing = "", double height = Plain) => new([new(name, IsHead: true), new(text, Span: 3, Closing: closing)], height);

    private static IEnumerable<LetterRow> Pictures(CloseOutRecord record)
    {
        var number = 0;
        LetterCell Side(EvidencePicture? picture)
        {
            if (picture is null)
            {
                return new("");
            }

            var (width, height) = picture.Within(PictureWidth, PictureHeight);
            return new($"{CloseOutRecord.Name(picture.Evidence, (caption, file) => $"{caption}（{file}）")}\nSHA-256 {picture.Evidence.Sha256}", Picture: new(++number, picture.Content, picture.Evidence.ContentType, width, height, picture.Evidence.FileName));
        }

        return record.Pictures.Select(pair => new LetterRow([new("整改前照片", IsHead: true), Side(pair.Before), new("整改后照片", IsHead: true), Side(pair.After)]));
    }

    private static string Signature(string who, Opinion? opinion) => $"{who}：{LetterWords.NameOrRoom(opinion?.ByName)}  {LetterWords.DayOrRoom(opinion?.On)}";

    private static string Due(Problem problem) => problem.OriginalDueDate is { } first && problem.DueDate is { } due && first != due
        ? $"{LetterWords.Day(first)}（延至{LetterWords.Day(due)}）"
        : LetterWords.Day(problem.DueDate);

    private static string Published(PublicNotice? notice) => notice is null ? ""
        : $"{LetterWords.Day(notice.From)}至{LetterWords.Day(notice.To)}公示，" + (notice.Objections.Count == 0 ? "无异议。" : $"收到异议{notice.Objections.Count}件，已处理{notice.Objections.Count(objection => objection.Settlement is not null)}件。");
}
