using Rectify.Core.Campaigns;
using Rectify.Core.Problems;

namespace Rectify.Core.Notices;

/// <summary>What the office writes into the form.</summary>
/// <param name="InspectedPartyName">督查对象名称</param>
/// <param name="ProblemsFound">存在问题</param>
/// <param name="Basis">What the notice rests on: the document, the inspection, the earlier notices.</param>
/// <param name="CorrectionDate">The day by which the correction is demanded; null counts the policy's working days from delivery.</param>
public sealed record NoticeForm(string InspectedPartyName, string ProblemsFound, string Basis, DateOnly? CorrectionDate)
{
    public const int PartyLength = 100;
    public const int TextLength = 2000;

    public NoticeForm Trimmed() => new(InspectedPartyName.Trim(), ProblemsFound.Trim(), Basis.Trim(), CorrectionDate);
}

/// <summary>The document number: one series a calendar year over all campaigns; a number once given is never given again.</summary>
/// <param name="Prefix">机关代字, e.g. 某府办督字.</param>
public sealed record NoticeNumber(string Prefix, int Year, int Serial)
{
    /// <summary>As printed, e.g. 某府办督字〔2026〕5号.</summary>
    public string Text => $"{Prefix}〔{Year}〕{Serial}号";

    /// <summary>The office's series are told apart by a word; that of the notices has 督.</summary>
    public static string PrefixOf(Campaign campaign, string word = "督")
    {
        var number = campaign.Details.DocumentNumber;
        var bracket = number.IndexOf('〔', StringComparison.Ordinal);
        return (bracket < 0 ? "" : number[..bracket].Trim().TrimEnd('字')) + word + "字";
    }
}

/// <summary>被查单位书面答复: the handler prepares it, the unit's leader confirms it, the office accepts or returns it.</summary>
/// <param name="Commitment">被查单位承诺意见</param>
/// <param name="Implementer">落实责任人</param>
/// <param name="ClaimsCorrected">The unit says the problem is corrected; then the checker need not wait for the date.</param>
/// <param name="Scan">The reply on paper with its stamp, when there is one.</param>
/// <param name="Accepted">Null until the office has decided.</param>
public sealed record NoticeReply(
    string Text, string Commitment, string Implementer, bool ClaimsCorrected, ReplyScan? Scan, Opinion Prepared, Opinion? Signed = null, Opinion? Decision = null, bool? Accepted = null)
{
    public const int TextLength = 2000;
    public const int CommitmentLength = 1000;
    public const int ImplementerLength = 50;
}

/// <summary>A scan in the evidence store.</summary>
public sealed record ReplyScan(string Sha256, string FileName, string ContentType);

/// <summary>The stamped paper, scanned and brought back by its number.</summary>
public sealed record StampedScan(StoredFile File, string AddedBy, DateOnly AddedOn);

/// <summary>The checker's finding on whether the problem was corrected.</summary>
public sealed record NoticeCheck(bool Corrected, Opinion By)
{
    public const int FindingsLength = 1000;
}

/// <summary>The unit objects to the notice (政府督查工作条例 art. 17). It stops no clock unless the office leader suspends it.</summary>
public sealed record NoticeObjection(string Text, Opinion Raised, Opinion? Decision = null, bool? Upheld = null)
{
    public const int TextLength = 1000;

    /// <summary>Calendar days after delivery.</summary>
    public const int Days = 30;
}
