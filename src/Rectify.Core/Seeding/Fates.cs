namespace Rectify.Core.Seeding;

/// <summary>A way a problem of the live campaign may have gone until the first start.</summary>
/// <param name="From">The fewest working days its assignment lies back.</param>
/// <param name="To">The most.</param>
/// <param name="Tell">Writes its steps down from the assignment on.</param>
internal sealed record Fate(int From, int To, Action<ProblemTale> Tell)
{
    /// <summary>As far back as the campaign allows.</summary>
    public const int Any = 99;
}

/// <summary>The fates by their names in the story.</summary>
internal static partial class Fates
{
    public static readonly IReadOnlyDictionary<string, Fate> All = new Dictionary<string, Fate>
    {
        ["Assigned"] = new(1, 5, Assigned),
        ["AssignmentObjected"] = new(2, 4, AssignmentObjected),
        ["PlanPrepared"] = new(2, 5, PlanPrepared),
        ["PlanSubmitted"] = new(3, 7, PlanSubmitted),
        ["PlanReturned"] = new(5, 10, PlanReturned),
        ["Rectifying"] = new(6, Fate.Any, Rectifying),
        ["DueSoon"] = new(8, Fate.Any, DueSoon),
        ["Overdue"] = new(12, Fate.Any, Overdue),
        ["ExtensionAsked"] = new(8, Fate.Any, ExtensionAsked),
        ["ExtensionGranted"] = new(10, Fate.Any, ExtensionGranted),
        ["ExtensionRefused"] = new(10, Fate.Any, ExtensionRefused),
        ["LongTermAsked"] = new(8, Fate.Any, LongTermAsked),
        ["LongTerm"] = new(14, Fate.Any, LongTerm),
        ["CarriedOver"] = new(10, Fate.Any, CarriedOver),
        ["Void"] = new(6, Fate.Any, Void),
        ["CloseOutPrepared"] = new(8, Fate.Any, CloseOutPrepared),
        ["CloseOutApplied"] = new(9, Fate.Any, CloseOutApplied),
        ["FirstReviewed"] = new(10, Fate.Any, FirstReviewed),
        ["Rechecked"] = new(11, Fate.Any, Rechecked),
        ["PublicNotice"] = new(15, Fate.Any, PublicNotice),
        ["CloseOutReturned"] = new(12, Fate.Any, CloseOutReturned),
        ["Closed"] = new(9, Fate.Any, Closed),
        ["Reopened"] = new(27, Fate.Any, Reopened),
        ["NoticeDraft"] = new(12, Fate.Any, NoticeDraft),
        ["FirstNoticeIssued"] = new(13, Fate.Any, FirstNoticeIssued),
        ["FirstNoticeReceived"] = new(13, Fate.Any, FirstNoticeReceived),
        ["FirstNoticeReplied"] = new(14, Fate.Any, FirstNoticeReplied),
        ["FirstNoticeRepliedLate"] = new(18, Fate.Any, FirstNoticeRepliedLate),
        ["FirstNoticeReturned"] = new(15, Fate.Any, FirstNoticeReturned),
        ["FirstNoticeFiled"] = new(24, Fate.Any, FirstNoticeFiled),
        ["FirstNoticeUnanswered"] = new(18, Fate.Any, FirstNoticeUnanswered),
        ["SecondNotice"] = new(24, Fate.Any, SecondNotice),
        ["ThirdNotice"] = new(29, Fate.Any, ThirdNotice),
        ["NoticeRevoked"] = new(15, Fate.Any, NoticeRevoked),
        ["ReferralCandidate"] = new(24, Fate.Any, ReferralCandidate),
        ["ReferralDrafted"] = new(26, Fate.Any, ReferralDrafted),
        ["ReferralApproved"] = new(27, Fate.Any, ReferralApproved),
        ["ReferralTransferred"] = new(28, Fate.Any, ReferralTransferred),
        ["ReferralAcknowledged"] = new(29, Fate.Any, ReferralAcknowledged),
        ["ReferralReturned"] = new(29, Fate.Any, ReferralReturned),
        ["ReferralOutcome"] = new(32, Fate.Any, ReferralOutcome),
        ["ReferralArchived"] = new(33, Fate.Any, ReferralArchived),
        ["ReferralDismissed"] = new(28, Fate.Any, ReferralDismissed),
    };
}
