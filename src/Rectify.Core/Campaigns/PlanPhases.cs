using FluentValidation;
using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Campaigns;

/// <summary>Sets the planned dates and goals of the four phases.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ManageCampaign)]
public sealed record PlanPhases(Guid CampaignId, int Version, IReadOnlyList<CampaignPhase> Phases) : ICommand<Done>;

internal sealed class PlanPhasesShape : AbstractValidator<PlanPhases>
{
    public PlanPhasesShape() => RuleForEach(command => command.Phases).SetValidator(new PhaseShape());
}

internal sealed class PlanPhasesHandler(Database database, Session session, Clock clock) : IRequestHandler<PlanPhases, Result<Done>>
{
    public Task<Result<Done>> Handle(PlanPhases command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var campaign = await db.ForChangeAsync<Campaign>(command.CampaignId, command.Version);
        campaign.PlanPhases(command.Phases, clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}
