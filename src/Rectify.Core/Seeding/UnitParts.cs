using Rectify.Core.Organisations;

namespace Rectify.Core.Seeding;

/// <summary>What became of a unit's first list, and of a supplement to it.</summary>
internal enum ListFate
{
    None = 0,
    Accepted = 1,

    /// <summary>Sent back once, mended and accepted.</summary>
    SentBack = 2,

    /// <summary>In after the phase had ended.</summary>
    Late = 3,
    Nil = 4,
    Draft = 5,
    Submitted = 6,
    Returned = 7,
}

/// <summary>The part a unit plays with its lists.</summary>
/// <param name="Accepted">How many working days ago its first list was accepted; 0 when it sent none or found nothing.</param>
/// <param name="SupplementAccepted">The same of the supplement; 0 when there is none accepted.</param>
internal sealed record UnitPart(string Unit, ListFate First, int Accepted, ListFate Supplement, int SupplementAccepted);

/// <summary>Deals the parts out: who finds nothing, who is late, who adds a supplement.</summary>
/// <param name="started">How many working days ago self-inspection began.</param>
/// <param name="ended">How many working days ago it ended.</param>
internal sealed class UnitParts
{
    public UnitParts(StoryLists counts, Cast cast, Random random, int started, int ended)
    {
        (Started, Ended) = (started, ended);
        var shuffled = cast.TakingPart.OrderBy(_ => random.Next()).ToList();
        var quiet = new Queue<string>(shuffled.Where(unit => unit.Kind != UnitKind.LocalGovernment).Select(unit => unit.Key));
        var nil = Take(quiet, counts.Nil);
        var missing = Take(quiet, counts.Missing);
        var others = new Queue<string>(shuffled.Select(unit => unit.Key).Except([.. nil, .. missing]));
        var late = Take(others, counts.Late);
        var supplements = new Dictionary<string, ListFate>();
        foreach (var (fate, count) in new[]
        {
            (ListFate.Accepted, counts.SupplementsAccepted), (ListFate.Draft, counts.SupplementsDraft), (ListFate.Submitted, counts.SupplementsSubmitted), (ListFate.Returned, counts.SupplementsReturned),
        })
        {
            Take(others, count).ForEach(unit => supplements.Add(unit, fate));
        }

        var sentBack = Take(others, counts.Returned);
        All = [.. cast.TakingPart.Select(unit => unit.Key).Select(unit => Part(
            unit,
            nil.Contains(unit) ? ListFate.Nil : missing.Contains(unit) ? ListFate.None : late.Contains(unit) ? ListFate.Late : sentBack.Contains(unit) ? ListFate.SentBack : ListFate.Accepted,
            supplements.GetValueOrDefault(unit)))];

        UnitPart Part(string unit, ListFate first, ListFate supplement) => new(
            unit,
            first,
            first switch
            {
                ListFate.None => 0,
                ListFate.Late => ended - 4,
                ListFate.SentBack => ended + 1,
                _ => random.Next(ended + 1, Math.Max(ended + 2, started - 4)),
            },
            supplement,
            supplement == ListFate.Accepted ? random.Next(5, 10) : 0);
    }

    public int Started { get; }

    public int Ended { get; }

    public IReadOnlyList<UnitPart> All { get; }

    private static List<string> Take(Queue<string> from, int count) => [.. Enumerable.Range(0, count).Select(_ => from.Dequeue())];
}
