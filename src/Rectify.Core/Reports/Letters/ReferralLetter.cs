using Rectify.Core.Escalations;

namespace Rectify.Core.Reports.Letters;

/// <summary>移送函 under a letterhead, from the package; its attachments are the dossier's parts.</summary>
internal static class ReferralLetter
{
    public static Letter Of(ReferralPackage package) => new(
        LetterFormat.Letterhead, package.Office, package.Office, package.Number, package.Title,
        package.Recipient.Length > 0 ? [package.Recipient] : [], LetterWords.Paragraphs(package.Letter),
        ["问责通知及送达证明", "书面答复情况", "核查记录", "佐证材料清单", "台账摘录"], package.Number.Length > 0 ? package.AsOf : null, []);
}
