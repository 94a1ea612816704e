using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>A checker records whether the problem is corrected.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.CheckNotice)]
public sealed record CheckNotice(Guid NoticeId, int Version, bool Corrected, [Text(NoticeCheck.FindingsLength, Required = true)] string Findings) : ICommand<Done>;

internal sealed class CheckNoticeHandler(NoticeChanges changes) : IRequestHandler<CheckNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(CheckNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.Check(command.Corrected, command.Findings, stamp), cancellationToken);
}
