using Rectify.Core.Documents;
using Rectify.Core.Templates;

namespace Rectify.Core.Reports.Letters;

/// <summary>催办通知 and 整改通知书 under a red head, 督办函 under a letterhead.</summary>
internal static class OfficialLetter
{
    public static Letter Of(OfficialDocument document, string issuer)
    {
        var isLetterhead = document.Kind == DocumentKind.SupervisionLetter;
        var number = document.Number?.Text ?? "";
        string Said(string text) => text.Replace($"{{{TemplateText.Number}}}", number, StringComparison.Ordinal).Replace($"{{{TemplateText.IssueDay}}}", LetterWords.DayOrRoom(document.IssuedOn), StringComparison.Ordinal);
        return new Letter(
            isLetterhead ? LetterFormat.Letterhead : LetterFormat.RedHead, isLetterhead ? issuer : issuer + "文件", issuer, number, Said(document.Title),
            [.. document.Addressees.Select(addressee => addressee.Name)], LetterWords.Paragraphs(Said(document.Text)), document.Attachments, document.IssuedOn, document.CopiesTo)
        {
            Standing = document.State == DocumentState.Voided ? "作废" : "",
        };
    }
}
