using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;

namespace Rectify.Core.Tests.Model;

/// <summary>Ledgers rewritten behind everybody's back. Each way gives the forged log, or null when the log lacks what it forges.</summary>
internal static class Forgery
{
    public delegate IEnumerable<LedgerEntry>? Way(IReadOnlyList<LedgerEntry> log);

    /// <summary>What the invariants say, and the ways in which a log comes to that.</summary>
    public static readonly IReadOnlyDictionary<string, (string Found, Way Forge)> Ways = new Dictionary<string, (string, Way)>
    {
        ["an entry is missing"] = ("has the number", log => Without(log, log[log.Count / 2])),
        ["an entry is there twice"] = ("has the number", log => [.. log.Take(9), log[8], .. log.Skip(9)]),
        ["two entries have one number"] = ("has the number", log => Changed(log, log[8], nameof(LedgerEntry.Seq), log[7].Seq)),
        ["an entry is missing and the others were renumbered"] = ("does not follow version", log => Renumbered(Without(log, log[7]))),
        ["a state changed between two entries"] = ("does not follow version", log => First(log, nameof(ProblemAssigned)) is { } entry ? Changed(log, entry, nameof(LedgerEntry.From), "Draft") : null),
        ["an entry is dated back"] = ("does not follow version", log => First(log, nameof(ProblemAssigned)) is { } entry ? Changed(log, entry, nameof(LedgerEntry.At), entry.At.AddYears(-1)) : null),
        ["a number is given again"] = ("numbers came as", log => Last(log, nameof(ProblemFound)) is { } entry && Number(entry) > 1 ? Told(log, entry, nameof(ProblemFound.Number), 1) : null),
        ["a notice has the number of another"] = ("notices were numbered", log => Last(log, nameof(NoticeSigned)) is { } entry && First(log, nameof(NoticeSigned)) != entry ? Told(log, entry, nameof(NoticeSigned.Serial), 1) : null),
        ["a problem jumps to its end"] = ("PlanApproved goes from", log => First(log, nameof(PlanApproved)) is { } entry ? Changed(log, entry, nameof(LedgerEntry.To), nameof(ProblemState.Closed)) : null),
        ["it was closed without a re-check"] = ("came after", log => Closing(log) is { } closing ? Without(log, Before(log, closing, nameof(RecheckPassed))!) : null),
        ["the first reviewer closed"] = ("one person in two steps", log => Closing(log) is { } closing && Before(log, closing, nameof(FirstReviewPassed)) is { } review ? Changed(log, closing, nameof(LedgerEntry.ActorId), review.ActorId) : null),
        ["the applicant re-checked"] = ("one person in two steps", log => Closing(log) is { } closing ? Changed(log, Before(log, closing, nameof(RecheckPassed))!, nameof(LedgerEntry.ActorId), Before(log, closing, nameof(CloseOutApplied))!.ActorId) : null),
        ["the unit re-checked itself"] = ("from within", log => Closing(log) is { } closing ? Changed(log, Before(log, closing, nameof(RecheckPassed))!, nameof(LedgerEntry.ActorUnitId), Before(log, closing, nameof(CloseOutApplied))!.ActorUnitId) : null),
        ["another unit applied"] = ("from without", log => Closing(log) is { } closing ? Changed(log, Before(log, closing, nameof(CloseOutApplied))!, nameof(LedgerEntry.ActorUnitId), Cast.Office) : null),
        ["it was closed without evidence"] = ("lacks evidence", log => Closing(log) is { } closing ? log.Where(entry => entry.SubjectId != closing.SubjectId || entry.Event != nameof(EvidenceAdded)) : null),
        ["it was closed with a measure undone"] = ("lacks evidence or a measure", log => Closing(log) is { } closing ? log.Where(entry => entry.SubjectId != closing.SubjectId || entry.Event != nameof(MeasureTicked)) : null),
        ["it was closed under an open notice"] = ("has a notice open", log => Closing(log) is { } closing && Before(log, closing, nameof(NoticeEnded)) is { } ended ? Without(log, ended) : null),
        ["it was reopened without a look-back"] = ("ProblemReopened follows ProblemClosed", log => First(log, nameof(ProblemReopened)) is not null ? log.Where(entry => entry.Event != nameof(LookedBack)) : null),
        ["a void problem goes on"] = ("follows ProblemVoided", log => First(log, nameof(ProblemVoided)) is { } end ? [.. log, Before(log, end, nameof(ProblemFound)) ?? end] : null),
        ["a merged problem goes on"] = ("follows ProblemMerged", log => First(log, nameof(ProblemMerged)) is { } end ? [.. log, Before(log, end, nameof(ProblemFound)) ?? end] : null),
        ["an extension was asked too late"] = ("asks too late", log => First(log, nameof(ExtensionAsked)) is { } entry ? Changed(log, entry, nameof(LedgerEntry.On), entry.On.AddYears(1)) : null),
        ["an extension moves the date back"] = ("for no longer", log => First(log, nameof(ExtensionAsked)) is { } entry ? Told(log, entry, nameof(ExtensionAsked.NewDueDate), entry.On.AddYears(-1)) : null),
        ["one extension too many was asked"] = ("once too often", log => First(log, nameof(ExtensionAsked)) is { } entry && log.Last(set => set.Event == nameof(PolicySet) && set.Seq < entry.Seq) is { } set ? Allowing(log, set, extensions: 0) : null),
        ["a due date moves although nobody asked"] = ("moves a due date", log => First(log, nameof(ExtensionDecided)) is { } entry ? log.SelectMany(other => other == entry ? [entry, entry] : new[] { other }) : null),
        ["a unit leader never signed an extension"] = ("moves a due date", log => First(log, nameof(ExtensionSigned)) is { } entry && log.Any(other => other.SubjectId == entry.SubjectId && other.Seq > entry.Seq && other.Event == nameof(ExtensionDecided)) ? Without(log, entry) : null),
        ["a notice went out before the one before it had failed"] = ("while another notice", log => Last(log, nameof(NoticeSigned)) is { } entry && Rung(entry) > 1 && First(log, nameof(NoticeChecked)) is null ? Changed(log, entry, nameof(LedgerEntry.On), entry.On.AddYears(-1)) : null),
        ["a notice skips a rung"] = ("stands on rung", log => First(log, nameof(NoticeSigned)) is { } entry ? Told(log, entry, nameof(NoticeSigned.Ordinal), 3) : null),
    };

    public static LedgerEntry? First(IReadOnlyList<LedgerEntry> log, string fact) => log.FirstOrDefault(entry => entry.Event == fact);

    public static LedgerEntry? Last(IReadOnlyList<LedgerEntry> log, string fact) => log.LastOrDefault(entry => entry.Event == fact);

    public static IEnumerable<LedgerEntry> Without(IReadOnlyList<LedgerEntry> log, LedgerEntry gone) => log.Where(entry => entry != gone);

    /// <summary>The log with another value in one field of an entry.</summary>
    public static IEnumerable<LedgerEntry> Changed(IReadOnlyList<LedgerEntry> log, LedgerEntry forged, string field, object value)
    {
        var node = JsonSerializer.SerializeToNode(forged)!;
        node[field] = JsonSerializer.SerializeToNode(value);
        return log.Select(entry => entry == forged ? node.Deserialize<LedgerEntry>()! : entry);
    }

    /// <summary>The log with another value in the fact that an entry tells.</summary>
    public static IEnumerable<LedgerEntry> Told(IReadOnlyList<LedgerEntry> log, LedgerEntry forged, string field, object value)
    {
        var body = JsonNode.Parse(forged.Body)!;
        body[field] = JsonSerializer.SerializeToNode(value);
        return Changed(log, forged, nameof(LedgerEntry.Body), body.ToJsonString(FactFormat.Json));
    }

    private static IEnumerable<LedgerEntry> Renumbered(IEnumerable<LedgerEntry> log) =>
        log.Index().SelectMany(pair => Changed([pair.Item], pair.Item, nameof(LedgerEntry.Seq), pair.Index + 1L));

    private static IEnumerable<LedgerEntry> Allowing(IReadOnlyList<LedgerEntry> log, LedgerEntry set, int extensions) =>
        Told(log, set, nameof(PolicySet.Policy), ((PolicySet)FactFormat.Read(set.Event, set.Body)).Policy with { ExtensionLimit = extensions });

    private static LedgerEntry? Closing(IReadOnlyList<LedgerEntry> log) => First(log, nameof(ProblemClosed));

    private static LedgerEntry? Before(IReadOnlyList<LedgerEntry> log, LedgerEntry end, string fact) =>
        log.LastOrDefault(entry => entry.SubjectId == end.SubjectId && entry.Seq < end.Seq && entry.Event == fact);

    private static int Number(LedgerEntry found) => ((ProblemFound)FactFormat.Read(found.Event, found.Body)).Number;

    private static int Rung(LedgerEntry signed) => ((NoticeSigned)FactFormat.Read(signed.Event, signed.Body)).Ordinal;
}
