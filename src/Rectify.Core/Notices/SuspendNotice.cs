using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>The office leader stops the clocks while an objection is looked into.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.SignNotice)]
public sealed record SuspendNotice(Guid NoticeId, int Version, [Text(1000, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class SuspendNoticeHandler(NoticeChanges changes) : IRequestHandler<SuspendNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(SuspendNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.Suspend(command.Reasons, stamp), cancellationToken);
}
