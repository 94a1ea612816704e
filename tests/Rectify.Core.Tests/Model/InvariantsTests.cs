using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;

namespace Rectify.Core.Tests.Model;

/// <summary>The controls of the random work: a ledger forged in one way breaks the invariant that watches over it.</summary>
public sealed class InvariantsTests
{
    private static readonly Lazy<MemoryWorld>[] Worlds = [.. Enumerable.Range(1, 400).Select(seed => new Lazy<MemoryWorld>(() => Work(seed)))];

    public static TheoryData<string> Ways => [.. Forgery.Ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_forged_ledger_is_found(string way)
    {
        var (found, forge) = Forgery.Ways[way];
        var (good, forged) = Forged(world => forge(world.Log));

        Invariants.Broken(good.Log).ShouldBeEmpty();
        Invariants.Broken(forged).ShouldContain(broken => broken.Contains(found));
    }

    [Theory]
    [InlineData(nameof(ProblemReopened))]
    [InlineData(nameof(PlanReturned))]
    [InlineData(nameof(CloseOutReturned))]
    [InlineData(nameof(ExtensionDecided))]
    [InlineData(nameof(NoticeOpened))]
    public void A_count_that_an_entry_does_not_bear_out_is_found(string fact)
    {
        var (good, forged) = Forged(world => Forgery.Last(world.Log, fact) is { } entry && !entry.Body.Contains("\"Granted\":false") ? Forgery.Without(world.Log, entry) : null);

        good.Problems.SelectMany(problem => Invariants.Counts(good.Log, problem)).ShouldBeEmpty();
        good.Problems.SelectMany(problem => Invariants.Counts(forged, problem)).ShouldHaveSingleItem().ShouldContain("miscounts");
    }

    [Fact]
    public void A_first_due_date_that_was_never_given_is_found()
    {
        var (good, forged) = Forged(world => world.Problems.Find(problem => problem.State == ProblemState.Closed) is { } closed
            ? Forgery.Told(world.Log, world.Log.Last(entry => entry.SubjectId == closed.Id && entry.Event == nameof(ProblemAssigned)), nameof(ProblemAssigned.DueDate), world.Today.AddYears(1)) : null);

        good.Problems.SelectMany(problem => Invariants.Counts(forged, problem)).ShouldHaveSingleItem().ShouldContain("forgot its first due date");
    }

    [Fact]
    public void A_delivery_taken_out_of_the_ledger_makes_other_candidates()
    {
        var (good, forged) = Forged(world => world.Candidates.Any() && Forgery.Last(world.Log, nameof(NoticeIssued)) is { } issued
            ? world.Log.Where(entry => entry.Event != nameof(NoticeIssued) || entry.SubjectId != issued.SubjectId) : null);

        Invariants.Candidates(good.Log, good.Today).Order().ShouldBe(good.Candidates.Order());
        Invariants.Candidates(forged, good.Today).Count().ShouldBeLessThan(good.Candidates.Count());
    }

    /// <summary>The first of the random worlds whose ledger can be forged this way.</summary>
    private static (MemoryWorld Good, IReadOnlyList<LedgerEntry> Forged) Forged(Func<MemoryWorld, IEnumerable<LedgerEntry>?> forge) =>
        Worlds.Select(world => (Good: world.Value, Forged: forge(world.Value)?.ToList())).Where(pair => pair.Forged is not null).Select(pair => (pair.Good, pair.Forged!)).First();

    private static MemoryWorld Work(int seed)
    {
        var world = new MemoryWorld();
        var work = new RandomWork(seed, world);
        foreach (var step in work.Opening().Concat(Enumerable.Range(0, 85).Select(_ => work.Next()).OfType<Step>()))
        {
            world.Send(step.By, step.Request);
        }

        return world;
    }
}
