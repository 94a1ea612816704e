using Rectify.Core.Campaigns;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests;

/// <summary>One running campaign for all tests of a class, for tests that neither move its clock nor its phase.</summary>
public class SharedCampaign : IAsyncLifetime
{
    public RunningCampaign Campaign { get; private set; } = null!;

    protected virtual CampaignPolicy Policy => new() { SiteCheckPercent = 0 };

    public async ValueTask InitializeAsync() => Campaign = await RunningCampaign.StartAsync(Policy);

    public async ValueTask DisposeAsync()
    {
        await Campaign.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>A small office: one checks, another closes.</summary>
public sealed class ShortChainCampaign : SharedCampaign
{
    protected override CampaignPolicy Policy => new() { SiteCheckPercent = 0, ShortChain = true };
}
