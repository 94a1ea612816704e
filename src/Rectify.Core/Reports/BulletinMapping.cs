using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

internal sealed class BulletinMapping : IEntityTypeConfiguration<Bulletin>
{
    public void Configure(EntityTypeBuilder<Bulletin> bulletin)
    {
        bulletin.ToTable(nameof(Bulletin));
        bulletin.Property(b => b.Text).AsJson();
        bulletin.Property(b => b.Scans).AsJson();
        bulletin.HasIndex(b => new { b.Year, b.Issue }).IsUnique();
        bulletin.HasIndex(b => new { b.CampaignId, b.State });
        bulletin.HasIndex(b => b.SnapshotId);
    }
}
