using FluentValidation;
using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Campaigns;

/// <summary>Sets the numbers of the procedure for this campaign.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DecideCampaign)]
public sealed record SetPolicy(Guid CampaignId, int Version, CampaignPolicy Policy) : ICommand<Done>;

internal sealed class SetPolicyShape : AbstractValidator<SetPolicy>
{
    public SetPolicyShape() => RuleFor(command => command.Policy).SetValidator(new PolicyShape());
}

internal sealed class SetPolicyHandler(Database database, Session session, Clock clock) : IRequestHandler<SetPolicy, Result<Done>>
{
    public Task<Result<Done>> Handle(SetPolicy command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var campaign = await db.ForChangeAsync<Campaign>(command.CampaignId, command.Version);
        campaign.SetPolicy(command.Policy, clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}
