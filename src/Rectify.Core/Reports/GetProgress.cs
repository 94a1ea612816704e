using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>The progress of a campaign by unit and by category.</summary>
/// <param name="CutOff">The last day counted; null or a day to come means today.</param>
[Requires(Permission.ViewReports)]
public sealed record GetProgress(Guid CampaignId, DateOnly? CutOff = null) : IQuery<Progress>, IFigures;

internal sealed class GetProgressHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars) : IRequestHandler<GetProgress, Result<Progress>>
{
    public async Task<Result<Progress>> Handle(GetProgress request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(request.CampaignId);
        return await db.ProgressAsync(campaign, request.CutOff is { } asked && asked < clock.Today ? asked : clock.Today, session.Actor, calendars.Current, cancellationToken);
    }
}
