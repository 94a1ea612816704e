using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Notices;

/// <summary>What every move on a notice has in common: scope by unit, the version the user saw, one transaction.</summary>
internal sealed class NoticeChanges(Database database, Session session, Clock clock)
{
    public Task<Result<Done>> MakeAsync(Guid noticeId, int version, Action<Notice, Stamp> move, CancellationToken cancellation) =>
        MakeAsync(noticeId, version, (_, notice, stamp) => { move(notice, stamp); return Task.CompletedTask; }, cancellation);

    public Task<Result<Done>> MakeAsync(Guid noticeId, int version, Func<RectifyDb, Notice, Stamp, Task> move, CancellationToken cancellation) =>
        database.WriteAsync<Result<Done>>(async db =>
        {
            var notice = await db.ForChangeAsync<Notice>(noticeId);
            if (!notice.IsVisibleTo(session.Actor))
            {
                throw new SubjectNotFound(noticeId);
            }

            notice.MustBeAt(version);
            await move(db, notice, clock.Stamp(session.Actor));
            return new Done();
        }, cancellation);
}
