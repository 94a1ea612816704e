using FluentValidation;
using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Campaigns;

/// <summary>Changes what the campaign's document says of it.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.ManageCampaign)]
public sealed record ReviseCampaign(Guid CampaignId, int Version, CampaignDetails Details) : ICommand<Done>;

internal sealed class ReviseCampaignShape : AbstractValidator<ReviseCampaign>
{
    public ReviseCampaignShape() => RuleFor(command => command.Details).SetValidator(new DetailsShape());
}

internal sealed class ReviseCampaignHandler(Database database, Session session, Clock clock) : IRequestHandler<ReviseCampaign, Result<Done>>
{
    public Task<Result<Done>> Handle(ReviseCampaign command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var campaign = await db.ForChangeAsync<Campaign>(command.CampaignId, command.Version);
        campaign.Revise(command.Details, clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}
