using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>What the ledger of a campaign can be filtered by.</summary>
[Requires(Permission.ViewProblems)]
public sealed record GetLedgerChoices(Guid CampaignId) : IQuery<LedgerChoices>;

/// <param name="Units">Those whose problems this person sees; unit people see their own.</param>
/// <param name="MayReport">Whether the person may also open dashboards and reports.</param>
public sealed record LedgerChoices(
    string CampaignTitle, IReadOnlyList<NamedId> Units, IReadOnlyList<NamedId> Categories, IReadOnlyList<PhaseKind> Phases, DateOnly Today, bool MayReport);

public sealed record NamedId(Guid Id, string Name);

internal sealed class GetLedgerChoicesHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetLedgerChoices, Result<LedgerChoices>>
{
    public async Task<Result<LedgerChoices>> Handle(GetLedgerChoices request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var actor = session.Actor;
        var campaign = await db.CampaignAsync(request.CampaignId);
        if (!campaign.IsVisibleTo(actor))
        {
            return new NotFound();
        }

        var ids = campaign.Participants.Select(participant => participant.UnitId).Where(id => actor.SeesAllUnits || id == actor.UnitId).ToList();
        var units = await db.Set<Organisations.Unit>().Where(unit => ids.Contains(unit.Id))
            .OrderBy(unit => unit.Level).ThenBy(unit => unit.Kind).ThenBy(unit => unit.Name).Select(unit => new NamedId(unit.Id, unit.Name)).ToListAsync(cancellationToken);
        return new LedgerChoices(
            campaign.Details.Title, units, [.. campaign.Categories.Select(category => new NamedId(category.Id, category.Name))],
            [.. campaign.Phases.Select(phase => phase.Kind)], clock.Today, actor.May(Permission.ViewReports));
    }
}
