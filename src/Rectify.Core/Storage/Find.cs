using Microsoft.EntityFrameworkCore;
using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Storage;

internal static class Find
{
    /// <summary>Loads a subject for a change, at the version the user saw.</summary>
    /// <exception cref="SubjectNotFound">There is none.</exception>
    /// <exception cref="StaleVersion">It has changed since.</exception>
    public static async Task<T> ForChangeAsync<T>(this RectifyDb db, Guid id, int? version = null) where T : Subject
    {
        var subject = await db.Set<T>().AsTracking().FirstOrDefaultAsync(subject => subject.Id == id) ?? throw new SubjectNotFound(id);
        if (version is { } seen)
        {
            subject.MustBeAt(seen);
        }

        return subject;
    }
}
