using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>The office finds the reply sufficient; the check is still to come.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftNotice)]
public sealed record AcceptNoticeReply(Guid NoticeId, int Version, [Text(1000)] string Opinion) : ICommand<Done>;

internal sealed class AcceptNoticeReplyHandler(NoticeChanges changes) : IRequestHandler<AcceptNoticeReply, Result<Done>>
{
    public Task<Result<Done>> Handle(AcceptNoticeReply command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.AcceptReply(command.Opinion, stamp), cancellationToken);
}
