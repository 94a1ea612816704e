using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Rectify.Core.Calendar;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>
/// Counts once for many looks. Nothing changes without an entry in the ledger, so figures stay what they are while the ledger is as long as it was;
/// its length is read before they are counted, so that what is kept is never older than the length it is kept under.
/// </summary>
internal sealed class KeptFigures<TRequest, TResponse>(IDbContextFactory<RectifyDb> databases, FigureCache cache, Session session, Clock clock, Calendars calendars)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IFigures
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var key = (request, session.Actor, clock.Today, calendars.Current, await LengthAsync(request.CampaignId, cancellationToken));
        if (cache.TryGetValue(key, out TResponse? known))
        {
            return known!;
        }

        var answer = await next();
        cache.Keep(key, answer);
        return answer;
    }

    /// <summary>Both logs only grow: the campaign's own, and that of units and people.</summary>
    private async Task<long> LengthAsync(Guid campaignId, CancellationToken cancellation)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<LedgerHead>().Where(head => head.LogId == campaignId || head.LogId == LedgerEntry.SystemLog).SumAsync(head => head.Size, cancellation);
    }
}

/// <summary>The latest figures, some hundred at most.</summary>
internal sealed class FigureCache : IDisposable
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 500 });

    public bool TryGetValue<T>(object key, out T? known) => _cache.TryGetValue(key, out known);

    public void Keep<T>(object key, T answer) => _cache.Set(key, answer, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });

    public void Dispose() => _cache.Dispose();
}
