using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports.Workbooks;

/// <summary>The workbook a unit fills in to import its list: its own name in it, the campaign's categories to choose from.</summary>
/// <param name="Words">The language it is written in.</param>
[Requires(Permission.EnterProblems)]
public sealed record GetProblemTemplate(Guid CampaignId, ProblemWords Words) : IQuery<byte[]>;

internal sealed class GetProblemTemplateHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetProblemTemplate, Result<byte[]>>
{
    public async Task<Result<byte[]>> Handle(GetProblemTemplate query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        if (!campaign.IsVisibleTo(session.Actor) || !campaign.TakesPart(session.Actor.UnitId))
        {
            return new NotFound();
        }

        var own = await db.Set<Unit>().FirstAsync(unit => unit.Id == session.Actor.UnitId, cancellationToken);
        var taking = campaign.Participants.Select(participant => participant.UnitId).ToList();
        var others = await db.Set<Unit>().Where(unit => taking.Contains(unit.Id) && unit.Id != own.Id).OrderBy(unit => unit.Level).ThenBy(unit => unit.Name).Select(unit => unit.Name).ToListAsync(cancellationToken);
        return new ProblemListTemplate(query.Words, campaign, own, others, clock.Today).Build();
    }
}
