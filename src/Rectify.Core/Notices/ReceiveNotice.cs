using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>签收: the unit signs for a notice.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ReplyToNotice)]
public sealed record ReceiveNotice(Guid NoticeId, int Version) : ICommand<Done>;

internal sealed class ReceiveNoticeHandler(NoticeChanges changes) : IRequestHandler<ReceiveNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(ReceiveNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.Receive(stamp), cancellationToken);
}
