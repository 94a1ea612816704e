using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Campaigns;

/// <summary>Starts the campaign with its first phase.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DecideCampaign)]
public sealed record OpenCampaign(Guid CampaignId, int Version) : ICommand<Done>;

internal sealed class OpenCampaignHandler(Database database, Session session, Clock clock) : IRequestHandler<OpenCampaign, Result<Done>>
{
    public Task<Result<Done>> Handle(OpenCampaign command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var campaign = await db.ForChangeAsync<Campaign>(command.CampaignId, command.Version);
        campaign.Open(clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}
