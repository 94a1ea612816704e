using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;

namespace Rectify.Core.Storage;

internal static class Paging
{
    /// <summary>Takes one page of an ordered query; a number beyond the end gives the last page.</summary>
    public static async Task<Page<T>> PageAsync<T>(this IQueryable<T> ordered, int number, CancellationToken cancellation, int size = Page<T>.UsualSize)
    {
        var total = await ordered.CountAsync(cancellation);
        var page = Math.Clamp(number, 1, Math.Max(1, (total + size - 1) / size));
        return new Page<T>(await ordered.Skip((page - 1) * size).Take(size).ToListAsync(cancellation), page, size, total);
    }
}
