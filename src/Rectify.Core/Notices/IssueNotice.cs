using MediatR;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Notices;

/// <summary>送达: delivers a signed notice. It counts as served from today, and the clocks start.</summary>
/// <param name="Version">The version the page showed.</param>
/// <param name="Delivery">How and to whom it was delivered.</param>
[Requires(Permission.SignNotice)]
public sealed record IssueNotice(Guid NoticeId, int Version, [Text(200)] string Delivery) : ICommand<Done>;

internal sealed class IssueNoticeHandler(NoticeChanges changes, Calendars calendars) : IRequestHandler<IssueNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(IssueNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, async (db, notice, stamp) =>
        {
            var campaign = await db.CampaignAsync(notice.CampaignId);
            var problem = await db.ForChangeAsync<Problem>(notice.ProblemId);
            notice.Issue(campaign, problem, command.Delivery, calendars.Current, stamp);
        }, cancellationToken);
}
