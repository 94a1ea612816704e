using System.Globalization;
using System.Text;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Xunit.Sdk;

namespace Rectify.Core.Tests.Model;

/// <summary>
/// Thousands of random campaigns keep the invariants. A failure prints its seed and what was done;
/// RECTIFY_SEED=n runs that one alone.
/// </summary>
public sealed class RandomWorkTests
{
    private const int Campaigns = 2000;
    private const int Steps = 85;

    private static readonly Rule[] NeverOnOffer =
        [Rule.WrongState, Rule.ListNotOpenForEntry, Rule.ListNotAccepted, Rule.OfOwnUnit, Rule.NotYourUnit, Rule.NotInThisPhase, Rule.CampaignNotOpen, Rule.NothingPending, Rule.SomethingElsePending, Rule.CheckerRequired, Rule.PlanNotSkippable];

    private static readonly int[] Seeds = int.TryParse(Environment.GetEnvironmentVariable("RECTIFY_SEED"), CultureInfo.InvariantCulture, out var one) ? [one] : [.. Enumerable.Range(1, Campaigns)];

    [Fact]
    public void Whatever_people_do_the_invariants_hold()
    {
        var reached = new Dictionary<string, int>();
        foreach (var seed in Seeds)
        {
            var (world, story) = Run(seed);
            Hold(seed, story, [.. Invariants.Broken(world.Log), .. world.Problems.SelectMany(problem => Invariants.Counts(world.Log, problem))]);
            Hold(seed, story, [.. world.Subjects.Where(subject => !EqualsItsFold(subject, world.Log)).Select(subject => $"{subject.GetType().Name} {subject.Id} is not what its entries tell")]);
            Hold(seed, story, Differences("candidates", Invariants.Candidates(world.Log, world.Today), world.Candidates));
            foreach (var entry in world.Log)
            {
                reached[entry.Event] = reached.GetValueOrDefault(entry.Event) + 1;
            }

            reached["candidate"] = reached.GetValueOrDefault("candidate") + world.Candidates.Count();
            reached["third"] = reached.GetValueOrDefault("third") + world.Candidates.Count(id => world.Ladder(id).Failed(world.Today).Count() > 2);
        }

        if (Seeds.Length == Campaigns)
        {
            StateMachine.Events.Select(fact => (Fact: fact, Times: reached.GetValueOrDefault(fact))).Where(fact => fact.Times < 20).ShouldBeEmpty("every kind of fact happens often enough to mean something");
            (reached["third"], reached[nameof(ProblemClosed)], reached[nameof(ProblemReopened)]).ShouldSatisfyAllConditions(
                counts => counts.Item1.ShouldBeGreaterThan(20), counts => counts.Item2.ShouldBeGreaterThan(150), counts => counts.Item3.ShouldBeGreaterThan(50));
        }
    }

    /// <summary>The same requests through the whole pipeline on a real file come to the same end: refused alike, and the same rows.</summary>
    [Fact]
    public async Task The_whole_pipeline_does_what_the_domain_says()
    {
        await using var stored = await StoredWorld.StartAsync();
        foreach (var seed in Seeds.Length == 1 ? Seeds : [.. Enumerable.Range(1, 40)])
        {
            var world = new MemoryWorld { Now = stored.Now };
            var work = new RandomWork(seed, world);
            var story = new StringBuilder();
            foreach (var step in work.Opening().Concat(Enumerable.Range(0, 45).Select(_ => work.Next()).OfType<Step>()))
            {
                story.AppendLine(CultureInfo.InvariantCulture, $"{step}");
                var request = stored.Translate(step.Request, world);
                var (expected, actual) = (world.Send(step.By, step.Request), await stored.SendAsync(world.Now, step.By, request));
                Hold(seed, story.ToString(), Tell(expected) == Tell(actual) ? [] : [$"the domain says {Tell(expected)}, the pipeline {Tell(actual)}"]);
            }

            Hold(seed, story.ToString(), await stored.DifferencesAsync(world));
            Hold(seed, story.ToString(), [.. Invariants.Broken(await stored.LogAsync(world.Campaign.Id))]);
            Hold(seed, story.ToString(), Differences("candidates", Invariants.Candidates(world.Log, world.Today), await stored.CandidatesAsync(world.Campaign.Id)));
        }
    }

    private static (MemoryWorld World, string Story) Run(int seed)
    {
        var world = new MemoryWorld();
        var work = new RandomWork(seed, world);
        var story = new StringBuilder();
        foreach (var step in work.Opening().Concat(Enumerable.Range(0, Steps).Select(_ => work.Next()).OfType<Step>()))
        {
            var failure = world.Send(step.By, step.Request);
            story.AppendLine(CultureInfo.InvariantCulture, $"{world.Today:MM-dd} {step} -> {Tell(failure)}");
            if (failure is not null && world.Subjects.Any(subject => subject.Unwritten.Count > 0))
            {
                Hold(seed, story.ToString(), ["a refused request left something behind"]);
            }

            if (step.Offered && (failure is NotAllowed or NotFound || (failure is Refused refused && NeverOnOffer.Contains(refused.Rule))))
            {
                Hold(seed, story.ToString(), ["a page offered what is refused on principle"]);
            }
        }

        return (world, story.ToString());
    }

    private static bool EqualsItsFold(Subject subject, IReadOnlyList<LedgerEntry> log)
    {
        var entries = log.Where(entry => entry.SubjectId == subject.Id);
        return subject switch
        {
            Problem problem => Folded.Fields(problem) == Folded.Fields(Fold.Of<Problem>(entries)),
            ProblemList list => Folded.Fields(list) == Folded.Fields(Fold.Of<ProblemList>(entries)),
            LookBack lookBack => Folded.Fields(lookBack) == Folded.Fields(Fold.Of<LookBack>(entries)),
            Notice notice => Folded.Fields(notice) == Folded.Fields(Fold.Of<Notice>(entries)),
            Core.Campaigns.Campaign campaign => Folded.Fields(campaign) == Folded.Fields(Fold.Of<Core.Campaigns.Campaign>(entries)),
            _ => false,
        };
    }

    private static IReadOnlyList<string> Differences(string what, IEnumerable<Guid> expected, IEnumerable<Guid> actual) =>
        expected.Order().SequenceEqual(actual.Order()) ? [] : [$"the {what} are {string.Join(' ', actual)} and should be {string.Join(' ', expected)}"];

    private static string Tell(Failure? failure) => failure switch
    {
        null => "done",
        Refused refused => refused.Rule.ToString(),
        _ => failure.GetType().Name,
    };

    private static void Hold(int seed, string story, IReadOnlyList<string> broken)
    {
        if (broken.Count > 0)
        {
            throw new XunitException($"Seed {seed}: {string.Join("; ", broken)}{Environment.NewLine}{story}");
        }
    }
}
