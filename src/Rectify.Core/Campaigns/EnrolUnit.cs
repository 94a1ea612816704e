using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Campaigns;

/// <summary>Takes a unit in with its three tiers of responsibility, or changes whom it names.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ManageCampaign)]
public sealed record EnrolUnit(Guid CampaignId, int Version, Participant Unit) : ICommand<Done>;

internal sealed class EnrolUnitShape : AbstractValidator<EnrolUnit>
{
    public EnrolUnitShape() => RuleFor(command => command.Unit).SetValidator(new ParticipantShape());
}

internal sealed class EnrolUnitHandler(Database database, Session session, Clock clock) : IRequestHandler<EnrolUnit, Result<Done>>
{
    public Task<Result<Done>> Handle(EnrolUnit command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var campaign = await db.ForChangeAsync<Campaign>(command.CampaignId, command.Version);
        if (!await db.Set<Organisations.Unit>().AnyAsync(unit => unit.Id == command.Unit.UnitId, cancellationToken))
        {
            throw new RuleBroken(Rule.UnknownUnit);
        }

        campaign.Enrol(command.Unit, clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}
