using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rectify.Core.Reports;

internal sealed class SnapshotMapping : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> snapshot)
    {
        snapshot.ToTable(nameof(Snapshot));
        snapshot.Ignore(s => s.IsIntact);
        snapshot.HasIndex(s => s.Code).IsUnique();
        snapshot.HasIndex(s => new { s.Kind, s.Month, s.Serial }).IsUnique();
        snapshot.HasIndex(s => new { s.CampaignId, s.Kind, s.CutOff });
    }
}
