using MediatR;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Notices;

/// <summary>归档: files a notice whose problem a checker found corrected.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftNotice)]
public sealed record FileNotice(Guid NoticeId, int Version) : ICommand<Done>;

internal sealed class FileNoticeHandler(NoticeChanges changes) : IRequestHandler<FileNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(FileNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, async (db, notice, stamp) =>
            notice.File(await db.ForChangeAsync<Problem>(notice.ProblemId), stamp), cancellationToken);
}
