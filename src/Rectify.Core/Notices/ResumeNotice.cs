using MediatR;
using Rectify.Core.Calendar;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>The office leader lets the clocks run on.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.SignNotice)]
public sealed record ResumeNotice(Guid NoticeId, int Version, [Text(1000)] string Reasons) : ICommand<Done>;

internal sealed class ResumeNoticeHandler(NoticeChanges changes, Calendars calendars) : IRequestHandler<ResumeNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(ResumeNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, (notice, stamp) => notice.Resume(command.Reasons, calendars.Current, stamp), cancellationToken);
}
