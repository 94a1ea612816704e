using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>The office sends the reply back for another one.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftNotice)]
public sealed record ReturnNoticeReply(Guid NoticeId, int Version, [Text(1000, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class ReturnNoticeReplyHandler(NoticeChanges changes) : IRequestHandler<ReturnNoticeReply, Result<Done>>
{
    public Task<Result<Done>> Handle(ReturnNoticeReply command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.ReturnReply(command.Reasons, stamp), cancellationToken);
}
