using Rectify.Core.Problems;

namespace Rectify.Core.Tests.Model;

/// <summary>The state machine of the domain notes, part (c), written down a second time, as a table.</summary>
internal static class StateMachine
{
    /// <summary>The steps of the close-out, in their order.</summary>
    public static readonly string[] Steps = [nameof(CloseOutPrepared), nameof(CloseOutApplied), nameof(FirstReviewPassed), nameof(RecheckPassed), nameof(ProblemClosed)];

    private const string Running = "Registered Assigned PlanSubmitted Rectifying CloseOutApplied FirstReviewed Rechecked PublicNotice LongTerm";

    /// <summary>What happens: from these states -> to one of those; = stays.</summary>
    private const string Text =
        """
        ProblemDrafted          : (nothing) -> Draft
        ProblemFound            : (nothing) -> Registered
        ProblemRevised          : Draft Registered -> =
        ProblemRegistered       : Draft -> Registered
        ProblemAssigned         : Registered -> Assigned
        AssignmentObjected      : Assigned -> =
        ObjectionDecided        : Assigned -> = Registered
        PlanPrepared            : Assigned -> =
        SignatureDeclined       : Assigned Rectifying -> =
        PlanSubmitted           : Assigned -> PlanSubmitted
        PlanApproved            : PlanSubmitted -> Rectifying
        PlanReturned            : PlanSubmitted -> Assigned
        RectificationStarted    : Assigned -> Rectifying
        MeasureTicked           : Rectifying LongTerm -> =
        EvidenceAdded           : Draft Registered Assigned PlanSubmitted Rectifying CloseOutApplied FirstReviewed LongTerm -> =
        EvidenceRemoved         : Draft Registered Assigned Rectifying LongTerm -> =
        ExtensionAsked          : Assigned Rectifying -> =
        ExtensionSigned         : Assigned Rectifying -> =
        ExtensionDecided        : Assigned Rectifying -> =
        LongTermAsked           : Rectifying -> =
        LongTermSigned          : Rectifying -> =
        LongTermDecided         : Rectifying -> = LongTerm
        LongTermReviewed        : LongTerm -> =
        RectificationResumed    : LongTerm -> Rectifying
        CloseOutPrepared        : Rectifying -> =
        CloseOutApplied         : Rectifying -> CloseOutApplied
        FirstReviewPassed       : CloseOutApplied -> FirstReviewed
        RecheckPassed           : CloseOutApplied FirstReviewed -> Rechecked
        CloseOutReturned        : CloseOutApplied FirstReviewed Rechecked PublicNotice -> Rectifying
        PublicNoticeStarted     : Rechecked -> PublicNotice
        PublicObjectionReceived : PublicNotice -> =
        PublicObjectionSettled  : PublicNotice -> =
        ProblemClosed           : Rechecked PublicNotice -> Closed
        ProblemReopened         : Closed -> Rectifying
        ProblemMerged           : (running) -> Merged
        ProblemAbsorbed         : (running) -> =
        ProblemVoided           : Draft (running) -> Void
        ProblemCarriedOver      : (running) -> =
        NoticeOpened            : Assigned PlanSubmitted Rectifying CloseOutApplied FirstReviewed Rechecked PublicNotice LongTerm -> =
        NoticeEnded             : (running) -> =
        """;

    private static readonly Dictionary<string, (string[] From, string[] To)> Table = Text.Replace("(running)", Running, StringComparison.Ordinal).Split('\n')
        .Select(line => line.Split([':', '>'])).ToDictionary(parts => parts[0].Trim(), parts => (Words(parts[1]), Words(parts[2])));

    public static IEnumerable<string> Events => Table.Keys;

    public static bool Allows(string fact, string from, string to) =>
        Table.TryGetValue(fact, out var move) && move.From.Contains(from.Length == 0 ? "(nothing)" : from) && (move.To.Contains(to) || (to == from && move.To.Contains("=")));

    private static string[] Words(string part) => part.Split([' ', '-', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
