using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>The unit objects to a notice; the clocks run on unless the office leader stops them.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ReplyToNotice)]
public sealed record ObjectToNotice(Guid NoticeId, int Version, [Text(NoticeObjection.TextLength, Required = true)] string Text) : ICommand<Done>;

internal sealed class ObjectToNoticeHandler(NoticeChanges changes) : IRequestHandler<ObjectToNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(ObjectToNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.Object(command.Text, stamp), cancellationToken);
}
