using MediatR;
using Rectify.Core.Calendar;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>The office leader decides the unit's objection. Revoking the notice is a move of its own.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.SignNotice)]
public sealed record DecideNoticeObjection(Guid NoticeId, int Version, bool Upheld, [Text(1000, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class DecideNoticeObjectionHandler(NoticeChanges changes, Calendars calendars) : IRequestHandler<DecideNoticeObjection, Result<Done>>
{
    public Task<Result<Done>> Handle(DecideNoticeObjection command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.DecideObjection(command.Upheld, command.Reasons, calendars.Current, stamp), cancellationToken);
}
