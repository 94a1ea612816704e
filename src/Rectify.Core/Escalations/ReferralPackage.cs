using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;

namespace Rectify.Core.Escalations;

/// <summary>
/// What goes to the discipline body, as it was when the referral was approved: the problem, its failed notices with the proof of
/// delivery, the replies or the proof that there are none, and the checks. One JSON text with its SHA-256; nobody changes it afterwards.
/// </summary>
/// <param name="Number">The letter's number; empty before the approval.</param>
/// <param name="Recipient">The discipline body the letter goes to.</param>
public sealed record ReferralPackage(
    string Campaign, string Office, string Number, string Recipient, string Title, string Letter, DateOnly AsOf, int NoticeLimit, PackagedProblem Problem, IReadOnlyList<PackagedNotice> Notices)
{
    public string ToJson() => JsonSerializer.Serialize(this, FactFormat.Json);

    public static ReferralPackage FromJson(string json) => JsonSerializer.Deserialize<ReferralPackage>(json, FactFormat.Json)!;

    /// <summary>In lower-case hex, over the text's UTF-8 bytes.</summary>
    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

/// <summary>The problem as it stood.</summary>
/// <param name="MergedNumbers">Problems merged into it, whose notices count here.</param>
/// <param name="Evidence">Its files; the bytes lie in the evidence store under their hashes.</param>
/// <param name="Entries">The ledger's entries on it, by their place in the log.</param>
public sealed record PackagedProblem(
    int Number,
    string Unit,
    string Category,
    string Symptom,
    ProblemSource Source,
    Severity Severity,
    string Place,
    string Description,
    DateOnly FoundOn,
    DateOnly? AssignedOn,
    DateOnly? OriginalDueDate,
    DateOnly? DueDate,
    ProblemState State,
    int RecurrenceCount,
    IReadOnlyList<int> MergedNumbers,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<PackagedEntry> Entries);

/// <summary>One failed notice.</summary>
/// <param name="FailedOn">The day it failed.</param>
/// <param name="NoReplyUntil">The proof of none: up to this day the ledger holds no reply. Null when there is one.</param>
/// <param name="Entries">The ledger's entries on it, by their place in the log.</param>
public sealed record PackagedNotice(
    string Number,
    int Ordinal,
    string InspectedParty,
    string ProblemsFound,
    string Basis,
    DateOnly SignedOn,
    string SignedBy,
    DateOnly DeliveredOn,
    string Delivery,
    DateOnly? SignedForOn,
    string SignedForBy,
    DateOnly ReplyDue,
    DateOnly CorrectionDue,
    DateOnly FailedOn,
    DateOnly? NoReplyUntil,
    IReadOnlyList<NoticeReply> Replies,
    IReadOnlyList<NoticeCheck> Checks,
    NoticeObjection? Objection,
    IReadOnlyList<StampedScan> Scans,
    IReadOnlyList<PackagedEntry> Entries);

public sealed record PackagedEntry(long Seq, string Event, DateTimeOffset At, string By, string From, string To, string Why);
