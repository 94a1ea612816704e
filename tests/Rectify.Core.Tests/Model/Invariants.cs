using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Model;

/// <summary>What holds of every campaign's ledger, whatever people do. Each reads the entries alone, so that a forged ledger can be held against it.</summary>
internal static class Invariants
{
    public static IEnumerable<string> Broken(IReadOnlyList<LedgerEntry> log) =>
        [.. WithoutGaps(log), .. Numbers(log), .. Moves(log), .. Closings(log), .. AfterTheEnd(log), .. Extensions(log), .. Ladders(log)];

    /// <summary>Entries are numbered from 1 without gaps, and so are each subject's versions; each begins where the last one ended.</summary>
    public static IEnumerable<string> WithoutGaps(IReadOnlyList<LedgerEntry> log)
    {
        var last = new Dictionary<Guid, LedgerEntry>();
        foreach (var (index, entry) in log.Index())
        {
            if (entry.Seq != index + 1)
            {
                yield return $"entry {index + 1} has the number {entry.Seq}";
            }

            var before = last.GetValueOrDefault(entry.SubjectId);
            if (entry.Version != (before?.Version ?? 0) + 1 || entry.From != (before?.To ?? "") || entry.At < before?.At)
            {
                yield return $"entry {entry.Seq} does not follow version {before?.Version} of its subject";
            }

            last[entry.SubjectId] = entry;
        }
    }

    /// <summary>Numbers are given once, in their order, and never to two problems or two notices.</summary>
    public static IEnumerable<string> Numbers(IReadOnlyList<LedgerEntry> log)
    {
        var given = log.Select(entry => (entry.SubjectId, Number: Fact(entry) switch { ProblemFound f => f.Number, ProblemRegistered f => f.Number, _ => 0 })).Where(pair => pair.Number > 0).ToList();
        if (!given.Select(pair => pair.Number).SequenceEqual(Enumerable.Range(1, given.Count)) || given.DistinctBy(pair => pair.SubjectId).Count() != given.Count)
        {
            yield return $"numbers came as {string.Join(' ', given.Select(pair => pair.Number))}";
        }

        var serials = log.Select(entry => Fact(entry) as NoticeSigned).OfType<NoticeSigned>().Select(signed => (signed.Year, signed.Serial)).ToList();
        if (!serials.SequenceEqual(serials.Distinct().Order()))
        {
            yield return $"notices were numbered {string.Join(' ', serials)}";
        }
    }

    /// <summary>Problems move only along the state machine of the domain notes, part (c).</summary>
    public static IEnumerable<string> Moves(IReadOnlyList<LedgerEntry> log) => OfProblems(log)
        .Where(entry => !StateMachine.Allows(entry.Event, entry.From, entry.To))
        .Select(entry => $"entry {entry.Seq} {entry.Event} goes from {entry.From} to {entry.To}");

    /// <summary>Closed means: evidence, every step of the chain the campaign had then, each by somebody else, the office's steps by nobody of a unit at work on it.</summary>
    public static IEnumerable<string> Closings(IReadOnlyList<LedgerEntry> log)
    {
        foreach (var closing in OfProblems(log).Where(entry => entry.Event == nameof(ProblemClosed)))
        {
            var before = Until(log, closing);
            var problem = Fold.Of<Problem>(before);
            var chain = before.Skip(before.FindLastIndex(entry => entry.Event == nameof(CloseOutPrepared))).Where(entry => StateMachine.Steps.Contains(entry.Event)).Append(closing).ToList();
            var shortChain = PolicyAt(log, closing.Seq).ShortChain;
            var steps = StateMachine.Steps.Where(step => step != nameof(FirstReviewPassed) || !shortChain || chain.Exists(entry => entry.Event == step));
            var judges = chain.Where(entry => entry.Event is nameof(FirstReviewPassed) or nameof(RecheckPassed) or nameof(ProblemClosed)).ToList();
            var applicants = chain.Where(entry => entry.Event is nameof(CloseOutPrepared) or nameof(CloseOutApplied)).ToList();
            Guid[] units = [problem.UnitId, .. problem.AssistingUnits.Select(unit => unit.UnitId)];
            if (!chain.Select(entry => entry.Event).SequenceEqual(steps))
            {
                yield return $"closing {closing.Seq} came after {string.Join(", ", chain.Select(entry => entry.Event))}";
            }

            if (judges.DistinctBy(entry => entry.ActorId).Count() != judges.Count || judges.Exists(judge => applicants.Exists(applicant => applicant.ActorId == judge.ActorId)))
            {
                yield return $"closing {closing.Seq} had one person in two steps";
            }

            if (judges.Exists(judge => units.Contains(judge.ActorUnitId)) || applicants.Exists(applicant => applicant.ActorUnitId != problem.UnitId))
            {
                yield return $"closing {closing.Seq} was judged from within or applied for from without";
            }

            if (!problem.Evidence.Any(evidence => evidence.Purpose is EvidencePurpose.After or EvidencePurpose.Document) || problem.Measures.Any(measure => measure.DoneOn is null) || problem.OpenNoticeId is not null)
            {
                yield return $"closing {closing.Seq} lacks evidence or a measure, or has a notice open";
            }
        }
    }

    /// <summary>Nothing follows a closing but reopening, when the last look-back since then found the problem back; nothing at all follows void and merged.</summary>
    public static IEnumerable<string> AfterTheEnd(IReadOnlyList<LedgerEntry> log)
    {
        foreach (var entries in OfProblems(log).GroupBy(entry => entry.SubjectId))
        {
            foreach (var (ended, next) in entries.Zip(entries.Skip(1)))
            {
                var mayFollow = ended.Event switch
                {
                    nameof(ProblemClosed) => next.Event == nameof(ProblemReopened) && LookedBackBetween(log, ended, next),
                    nameof(ProblemVoided) or nameof(ProblemMerged) => false,
                    _ => true,
                };
                if (!mayFollow)
                {
                    yield return $"entry {next.Seq} {next.Event} follows {ended.Event}";
                }
            }
        }
    }

    /// <summary>An extension is asked by the due date, for a later one, and no more are granted than the policy bore when asked; no due date moves by one that was not asked and signed.</summary>
    public static IEnumerable<string> Extensions(IReadOnlyList<LedgerEntry> log)
    {
        foreach (var entry in log.Where(entry => entry.Event == nameof(ExtensionAsked)))
        {
            var problem = Fold.Of<Problem>(Until(log, entry));
            if (entry.On > problem.DueDate || ((ExtensionAsked)Fact(entry)).NewDueDate <= problem.DueDate || problem.ExtensionCount >= PolicyAt(log, entry.Seq).ExtensionLimit)
            {
                yield return $"entry {entry.Seq} asks too late, for no longer, or once too often";
            }
        }

        foreach (var extension in OfProblems(log).Where(entry => ExtensionSteps.Contains(entry.Event)).GroupBy(entry => entry.SubjectId))
        {
            foreach (var (before, decided) in extension.Prepend(null).Zip(extension).Where(pair => pair.Second.Event == nameof(ExtensionDecided) && pair.First?.Event != nameof(ExtensionSigned)))
            {
                yield return $"entry {decided.Seq} moves a due date after {before?.Event}";
            }
        }
    }

    /// <summary>A notice is signed once every other one to the same unit on the same problem, over merges, has failed, was found uncorrected or has ended, and stands on the rung after the failed ones.</summary>
    public static IEnumerable<string> Ladders(IReadOnlyList<LedgerEntry> log)
    {
        foreach (var signed in log.Where(entry => entry.Event == nameof(NoticeSigned)))
        {
            List<LedgerEntry> before = [.. log.Where(entry => entry.Seq < signed.Seq)];
            var into = Merges(before);
            var notices = before.Where(entry => entry.Subject == nameof(Notice)).GroupBy(entry => entry.SubjectId).Select(notice => notice.ToList()).ToList();
            Guid Addressed(List<LedgerEntry> notice) => ((NoticeDrafted)Fact(notice[0])).UnitId;
            Guid Of(List<LedgerEntry> notice) => ((NoticeDrafted)Fact(notice[0])).ProblemId;
            var mine = notices.Find(notice => notice[0].SubjectId == signed.SubjectId)!;
            var others = notices.FindAll(notice => notice[0].SubjectId != signed.SubjectId && Addressed(notice) == Addressed(mine) && LeadsTo(into, Of(notice), Of(mine)));
            if (others.Exists(notice => !HasFailed(notice, signed.On) && !notice.Exists(entry => Ends.Contains(entry.Event) || Fact(entry) is NoticeChecked { Corrected: false })))
            {
                yield return $"entry {signed.Seq} signs while another notice is unfinished";
            }

            var rung = others.Count(notice => HasFailed(notice, signed.On)) + 1;
            if (((NoticeSigned)Fact(signed)).Ordinal != rung)
            {
                yield return $"entry {signed.Seq} does not say that the notice stands on rung {rung}";
            }
        }
    }

    /// <summary>The counts a problem carries are those of its entries, and its first due date is the assignment's.</summary>
    public static IEnumerable<string> Counts(IReadOnlyList<LedgerEntry> log, Problem problem)
    {
        var facts = log.Where(entry => entry.SubjectId == problem.Id).Select(Fact).ToList();
        var counted = (
            facts.OfType<ProblemReopened>().Count(), facts.Count(fact => fact is PlanReturned or CloseOutReturned), facts.OfType<ExtensionDecided>().Count(decided => decided.Granted),
            facts.OfType<NoticeOpened>().Count() - facts.OfType<NoticeEnded>().Count(ended => ended.Outcome == Problem.RevokedNotice));
        if (counted != (problem.RecurrenceCount, problem.ReturnCount, problem.ExtensionCount, problem.NoticeCount))
        {
            yield return $"problem {problem.Number} miscounts";
        }

        if (problem.State >= ProblemState.Assigned && problem.State < ProblemState.Merged && problem.OriginalDueDate != facts.OfType<ProblemAssigned>().Last().DueDate)
        {
            yield return $"problem {problem.Number} forgot its first due date";
        }
    }

    /// <summary>The problems that the entries make a candidate on a day: as many failed notices to the unit it is with as the policy bears, over merges.</summary>
    public static IEnumerable<Guid> Candidates(IReadOnlyList<LedgerEntry> log, DateOnly today)
    {
        var into = Merges(log);
        var failed = log.Where(entry => entry.Subject == nameof(Notice)).GroupBy(entry => entry.SubjectId).Where(notice => HasFailed([.. notice], today))
            .Select(notice => (NoticeDrafted)Fact(notice.First())).Select(drafted => (Problem: Answering(into, drafted.ProblemId), drafted.UnitId));
        var units = OfProblems(log).GroupBy(entry => entry.SubjectId).ToDictionary(entries => entries.Key, entries => entries.Select(entry => UnitGiven(Fact(entry))).Last(unit => unit is not null));
        return failed.Where(notice => notice.UnitId == units[notice.Problem]).GroupBy(notice => notice.Problem).Where(notices => notices.Count() >= PolicyAt(log, log.Count + 1).NoticeLimit).Select(notices => notices.Key);
    }

    private static readonly string[] ExtensionSteps = [nameof(ExtensionAsked), nameof(ExtensionSigned), nameof(ExtensionDecided)];

    private static readonly string[] Ends = [nameof(NoticeFiled), nameof(NoticeRevoked), nameof(NoticeDiscarded)];

    private static Guid? UnitGiven(Fact fact) => fact switch { ProblemDrafted f => f.UnitId, ProblemFound f => f.UnitId, ProblemAssigned f => f.UnitId, _ => null };

    private static Dictionary<Guid, Guid> Merges(IEnumerable<LedgerEntry> log) =>
        log.Where(entry => entry.Event == nameof(ProblemMerged)).ToDictionary(entry => entry.SubjectId, entry => ((ProblemMerged)Fact(entry)).TargetId);

    private static bool LeadsTo(Dictionary<Guid, Guid> into, Guid problem, Guid target) => problem == target || (into.TryGetValue(problem, out var next) && LeadsTo(into, next, target));

    private static Guid Answering(Dictionary<Guid, Guid> into, Guid problem) => into.TryGetValue(problem, out var target) ? Answering(into, target) : problem;

    /// <summary>Issued and not revoked, and either no reply came by its day, or a check says uncorrected.</summary>
    private static bool HasFailed(List<LedgerEntry> notice, DateOnly today)
    {
        if (notice.Find(entry => entry.Event == nameof(NoticeIssued)) is not { } issued || notice.Exists(entry => entry.Event == nameof(NoticeRevoked)))
        {
            return false;
        }

        var terms = (NoticeIssued)Fact(issued);
        var inTime = notice.Exists(entry => entry.Event == nameof(NoticeReplied) && entry.On <= terms.ReplyDue);
        return (today > terms.ReplyDue && !inTime) || (!terms.OnlyUnansweredCounts && notice.Exists(entry => Fact(entry) is NoticeChecked { Corrected: false }));
    }

    private static bool LookedBackBetween(IReadOnlyList<LedgerEntry> log, LedgerEntry closed, LedgerEntry reopened) =>
        log.Where(entry => entry.Seq > closed.Seq && entry.Seq < reopened.Seq && entry.Event == nameof(LookedBack)).Select(Fact).OfType<LookedBack>().LastOrDefault(back => back.ProblemId == closed.SubjectId) is { Recurred: true };

    private static IEnumerable<LedgerEntry> OfProblems(IReadOnlyList<LedgerEntry> log) => log.Where(entry => entry.Subject == nameof(Problem));

    private static List<LedgerEntry> Until(IReadOnlyList<LedgerEntry> log, LedgerEntry end) => [.. log.Where(entry => entry.SubjectId == end.SubjectId && entry.Seq < end.Seq)];

    private static CampaignPolicy PolicyAt(IReadOnlyList<LedgerEntry> log, long seq) => log.Where(entry => entry.Seq < seq).Select(entry => entry.Event is nameof(PolicySet) or nameof(CampaignCreated) ? Fact(entry) : null)
        .Aggregate(new CampaignPolicy(), (policy, fact) => fact is PolicySet set ? set.Policy : fact is CampaignCreated made ? made.Policy : policy);

    private static Fact Fact(LedgerEntry entry) => FactFormat.Read(entry.Event, entry.Body);
}
