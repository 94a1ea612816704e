using System.Globalization;
using ClosedXML.Excel;
using Rectify.Core.Problems;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>销号申请表: one problem a sheet, in the form paper has (domain notes, section 2). What nobody has written yet leaves room for a pen.</summary>
public static class CloseOutFormWorkbook
{
    /// <summary>Room for a few written lines and a signature.</summary>
    private const int Handwritten = 4;

    /// <param name="title">The title of the unit that asks, in which <see cref="TableForm.CampaignMark"/> stands for the campaign; empty for the prescribed one.</param>
    public static void Write(CloseOutForm form, string title, Wording wording, Stream to)
    {
        using var book = new XLWorkbook();
        var (problem, closeOut) = (form.Problem, form.Problem.CloseOut);
        title = TableWorkbook.Title(TableKind.CloseOutForm, title, form.CampaignTitle, wording);
        book.Properties.Title = title;
        var sheet = new FormSheet(book, wording["CloseOutFormSheet", problem.Number!], [13, 32, 13, 32]);
        sheet.Title(title, wording["LedgerUnit", form.UnitName], wording["NumberLine", problem.Number!]);
        sheet.Pair(wording["ResponsibleUnitColumn"], form.UnitName, wording["CategoryColumn"], form.CategoryName);
        sheet.Pair(wording["LeaderColumn"], problem.ResponsibleLeader, wording["PersonColumn"], problem.ResponsiblePerson);
        sheet.Line(wording["DescriptionColumn"], Joined(problem.Place, problem.Description));
        sheet.Line(wording["GoalColumn"], problem.Goal);
        sheet.Pair(wording["DueOldNewColumn"], Due(problem), wording["CompletedColumn"], Day(problem.CompletedOn));
        sheet.Line(wording["MeasuresColumn"], Measures(problem, wording));
        sheet.Line(wording["ResultColumn"], closeOut?.Result ?? "", Handwritten);
        sheet.Line(wording["RulesMade"], form.Record.RulesMade(problem, rules => wording["RulesReported", rules.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), rules.Text], wording["NothingToTell"]), 2);
        foreach (var (before, after) in form.Record.Pictures)
        {
            sheet.PicturePair(wording["PicturesBefore"], before, Caption(before, wording), wording["PicturesAfter"], after, Caption(after, wording));
        }

        var (others, otherAfters) = (Files(form, EvidencePurpose.Before, wording), Files(form, EvidencePurpose.After, wording));
        if (form.Record.Pictures.Count == 0 || others.Length + otherAfters.Length > 0)
        {
            sheet.Pair(wording["PicturesBefore"], others, wording["PicturesAfter"], otherAfters);
        }

        sheet.Line(wording["EvidenceList"], Evidence(problem, wording));
        sheet.Line(wording["CallBackOpinion"], CloseOutRecord.CallBack(problem, wording["NothingToTell"]), 2);
        sheet.Line(wording["UnitHead"], Said(closeOut?.Signed, wording), Handwritten);
        if (!form.IsShortChain || closeOut?.FirstReview is not null)
        {
            sheet.Line(wording["FirstReviewOpinion"], Said(closeOut?.FirstReview, wording), Handwritten);
        }

        sheet.Line(wording["SiteCheckRecord"], Seen(closeOut?.SiteCheck, wording), Handwritten);
        sheet.Line(wording["RecheckOpinion"], Said(closeOut?.Recheck, wording), Handwritten);
        sheet.Line(wording["PublicNoticeRecord"], Published(problem.PublicNotice, wording), 2);
        sheet.Line(wording["ClosingSignature"], Said(closeOut?.Closed, wording), Handwritten);
        sheet.Print(wording["PageOf"]);
        PicturedBook.Save(book, sheet.Pictures, to);
    }

    private static string Joined(params string[] lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    private static string Due(Problem problem) => problem.OriginalDueDate is { } first && first != problem.DueDate ? $"{Day(first)}\n{Day(problem.DueDate)}" : Day(problem.DueDate);

    private static string Measures(Problem problem, Wording wording) => Joined(
        [.. problem.Measures.Select((measure, index) => $"{index + 1}. {measure.Text}{(measure.DoneOn is { } done ? wording["DoneOn", Day(done)] : "")}")]);

    private static string Caption(EvidencePicture? picture, Wording wording) => picture is null ? "" : Joined(Name(picture.Evidence, wording), $"SHA-256 {picture.Evidence.Sha256}");

    /// <summary>Those that are not printed, by name.</summary>
    private static string Files(CloseOutForm form, EvidencePurpose purpose, Wording wording) =>
        Joined([.. form.Record.Unprinted(form.Problem, purpose).Select((evidence, index) => $"{index + 1}. {Name(evidence, wording)}")]);

    private static string Evidence(Problem problem, Wording wording) => Joined(
        [.. problem.Evidence.OrderBy(evidence => evidence.Id).Select((evidence, index) => $"{index + 1}. {Name(evidence, wording)}  {Day(evidence.AddedOn)}  SHA-256 {evidence.Sha256[..12]}")]);

    private static string Name(Evidence evidence, Wording wording) => CloseOutRecord.Name(evidence, (caption, file) => wording["CaptionAndFile", caption, file]);

    private static string Said(Opinion? opinion, Wording wording) =>
        opinion is null ? wording["SignHere"] : Joined(opinion.Text, wording["SignedBy", opinion.ByName, Day(opinion.On)]);

    private static string Seen(SiteCheck? check, Wording wording) =>
        check is null ? "" : Joined(check.Findings, wording["SeenAt", Day(check.On), check.Place, check.Present]);

    private static string Published(PublicNotice? notice, Wording wording) => notice is null ? "" : Joined(
    [
        wording["PublishedFromTo", Day(notice.From), Day(notice.To), notice.Objections.Count],
        .. notice.Objections.Select((objection, index) => $"{index + 1}. {objection.Text}{(objection.Settlement is { } settled ? wording["SettledBy", settled] : "")}"),
    ]);

    private static string Day(DateOnly? day) => day?.Iso() ?? "";
}
