using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Escalations;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Model;

/// <summary>The same people on the real thing: a SQLite file and the whole pipeline.</summary>
internal sealed class StoredWorld : IAsyncDisposable
{
    private StoredWorld(TestRectify rectify) => Rectify = rectify;

    public TestRectify Rectify { get; }

    public DateTimeOffset Now => Rectify.Time.GetUtcNow();

    public static async Task<StoredWorld> StartAsync()
    {
        var rectify = await TestRectify.StartAsync();
        foreach (var subject in Cast.Subjects(rectify.BootstrapStamp()))
        {
            await rectify.AddAsync(subject);
        }

        return new StoredWorld(rectify);
    }

    /// <summary>Lists get their ids inside the handler, so the same list has another id here.</summary>
    public object Translate(object request, MemoryWorld world)
    {
        if (request is not ReviewProblemList review)
        {
            return request;
        }

        var list = world.Lists.Single(list => list.Id == review.ListId);
        using var db = Rectify.Database.CreateDbContext();
        return review with { ListId = db.Set<ProblemList>().Single(other => other.CampaignId == list.CampaignId && other.UnitId == list.UnitId && other.Ordinal == list.Ordinal).Id };
    }

    public Task<Failure?> SendAsync(DateTimeOffset now, Actor by, object request)
    {
        Rectify.Time.Set(now);
        return Rectify.As(by.PersonId).FailureOf(request);
    }

    public async Task<IReadOnlyList<LedgerEntry>> LogAsync(Guid campaign)
    {
        await using var db = Rectify.Database.CreateDbContext();
        return await db.Set<LedgerEntry>().Where(entry => entry.LogId == campaign).OrderBy(entry => entry.Seq).ToListAsync();
    }

    public async Task<IEnumerable<Guid>> CandidatesAsync(Guid campaign) =>
        (await Rectify.As(Cast.Clerk.PersonId).Do(new ListCandidates(campaign))).Items.Select(line => line.ProblemId);

    /// <summary>Where the tables are not what the memory holds, or not what their own ledger folds to.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(MemoryWorld world)
    {
        await using var db = Rectify.Database.CreateDbContext();
        var log = await LogAsync(world.Campaign.Id);
        return
        [
            .. Compare([await db.Set<Campaign>().SingleAsync(campaign => campaign.Id == world.Campaign.Id)], [world.Campaign], log),
            .. Compare(await db.Set<Problem>().Where(problem => problem.CampaignId == world.Campaign.Id).ToListAsync(), world.Problems, log),
            .. Compare(await db.Set<LookBack>().Where(lookBack => lookBack.CampaignId == world.Campaign.Id).ToListAsync(), world.LookBacks, log),
            .. Compare(await db.Set<Notice>().Where(notice => notice.CampaignId == world.Campaign.Id).ToListAsync(), world.Notices, log),
            .. (await db.Set<ProblemList>().Where(list => list.CampaignId == world.Campaign.Id).ToListAsync()).SelectMany(list => EqualItsFold(list, log)),
        ];
    }

    private static IEnumerable<string> Compare<T>(IReadOnlyCollection<T> stored, IReadOnlyCollection<T> remembered, IReadOnlyList<LedgerEntry> log) where T : Subject
    {
        var known = remembered.ToDictionary(subject => subject.Id);
        return stored.Count != known.Count
            ? [$"{stored.Count} rows of {typeof(T).Name}, {known.Count} remembered"]
            : stored.SelectMany(subject => EqualItsFold(subject, log).Concat(Differing("is remembered with another", subject, known[subject.Id])));
    }

    private static IEnumerable<string> EqualItsFold<T>(T subject, IReadOnlyList<LedgerEntry> log) where T : Subject =>
        Differing("folds to another", subject, Fold.Of<T>(log.Where(entry => entry.SubjectId == subject.Id)));

    /// <summary>Compares all but what the database gives: ids of lists, and the year's numbers, which run over all campaigns.</summary>
    private static IEnumerable<string> Differing<T>(string how, T stored, T other) where T : Subject =>
        from field in JsonNode.Parse(Folded.Fields(stored))!.AsObject().Join(JsonNode.Parse(Folded.Fields(other))!.AsObject(), one => one.Key, one => one.Key, (one, two) => (one.Key, Stored: one.Value?.ToJsonString(), Other: two.Value?.ToJsonString()))
        where field.Stored != field.Other && !(field.Key is "ListId" or "Serial" || (stored is Notice && field.Key == "Number"))
        select $"{typeof(T).Name} {stored.Id} {how} {field.Key}: {field.Stored}, not {field.Other}";

    public ValueTask DisposeAsync() => Rectify.DisposeAsync();
}
