using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>Takes a unit out of the campaign, as long as it has entered and been given nothing.</summary>
/// <param name="Version">The campaign's version the page showed.</param>
[Requires(Permission.ManageCampaign)]
public sealed record WithdrawUnit(Guid CampaignId, int Version, Guid UnitId) : ICommand<Done>;

internal sealed class WithdrawUnitHandler(Database database, Session session, Clock clock) : IRequestHandler<WithdrawUnit, Result<Done>>
{
    public Task<Result<Done>> Handle(WithdrawUnit command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var campaign = await db.ForChangeAsync<Campaign>(command.CampaignId, command.Version);
        var hasProblems = await db.Set<Problem>().AnyAsync(problem => problem.CampaignId == campaign.Id && problem.UnitId == command.UnitId, cancellationToken);
        campaign.Withdraw(command.UnitId, hasProblems, clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}
