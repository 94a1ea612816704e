using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Storage;

namespace Rectify.Core.Campaigns;

internal sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.ToTable(nameof(Campaign));
        campaign.Property(c => c.Details).AsJson();
        campaign.Property(c => c.Phases).AsJson();
        campaign.Property(c => c.Categories).AsJson();
        campaign.Property(c => c.Participants).AsJson();
        campaign.Property(c => c.Policy).AsJson();
        campaign.Property(c => c.PhaseEnds).AsJson();
        campaign.HasIndex(c => c.State);
    }
}
