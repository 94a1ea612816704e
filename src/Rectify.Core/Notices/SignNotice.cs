using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Notices;

/// <summary>签发: the office leader signs the draft; number and rung are given in this one transaction.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.SignNotice)]
public sealed record SignNotice(Guid NoticeId, int Version) : ICommand<Done>;

internal sealed class SignNoticeHandler(NoticeChanges changes) : IRequestHandler<SignNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(SignNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, async (db, notice, stamp) =>
        {
            var campaign = await db.CampaignAsync(notice.CampaignId);
            var problem = await db.Set<Problem>().AsNoTracking().FirstAsync(problem => problem.Id == notice.ProblemId, cancellationToken);
            notice.Sign(campaign, problem, await db.LadderAsync(problem.Id), await db.NextSerialAsync(stamp.Today.Year), stamp);
        }, cancellationToken);
}
