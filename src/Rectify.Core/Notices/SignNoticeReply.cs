using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>The unit's leader confirms the prepared reply; from now on the unit has replied.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.SignForUnit)]
public sealed record SignNoticeReply(Guid NoticeId, int Version) : ICommand<Done>;

internal sealed class SignNoticeReplyHandler(NoticeChanges changes) : IRequestHandler<SignNoticeReply, Result<Done>>
{
    public Task<Result<Done>> Handle(SignNoticeReply command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.SignReply(stamp), cancellationToken);
}
