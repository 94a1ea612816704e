using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>The unit's handler writes the reply for the leader to confirm.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ReplyToNotice)]
public sealed record PrepareNoticeReply(Guid NoticeId, int Version, [Text(NoticeReply.TextLength, Required = true)] string Text, [Text(NoticeReply.CommitmentLength, Required = true)] string Commitment, [Text(NoticeReply.ImplementerLength, Required = true)] string Implementer, bool ClaimsCorrected, ReplyScan? Scan) : ICommand<Done>;

internal sealed class PrepareNoticeReplyHandler(NoticeChanges changes) : IRequestHandler<PrepareNoticeReply, Result<Done>>
{
    public Task<Result<Done>> Handle(PrepareNoticeReply command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.PrepareReply(command.Text, command.Commitment, command.Implementer, command.ClaimsCorrected, command.Scan, stamp), cancellationToken);
}
