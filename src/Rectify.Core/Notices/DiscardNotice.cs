using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>Throws a draft away.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftNotice)]
public sealed record DiscardNotice(Guid NoticeId, int Version, [Text(1000, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class DiscardNoticeHandler(NoticeChanges changes) : IRequestHandler<DiscardNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(DiscardNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.Discard(command.Reasons, stamp), cancellationToken);
}
