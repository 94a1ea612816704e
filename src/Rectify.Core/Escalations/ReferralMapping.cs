using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Storage;

namespace Rectify.Core.Escalations;

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.ToTable(nameof(Referral));
        referral.Property(r => r.Title).HasMaxLength(Referral.TitleLength);
        referral.Property(r => r.Scans).AsJson();
        referral.Property(r => r.Approval).AsJson();
        referral.Property(r => r.Outcome).AsJson();
        referral.Property(r => r.Dismissal).AsJson();
        referral.Ignore(r => r.IsRunning);
        referral.Ignore(r => r.Number);
        referral.HasIndex(r => new { r.Prefix, r.Year, r.Serial }).IsUnique();
        referral.OwnsMany(r => r.Covered, covered =>
        {
            covered.ToTable(nameof(CoveredNotice));
            covered.WithOwner().HasForeignKey("ReferralId");
            covered.HasKey("ReferralId", nameof(CoveredNotice.NoticeId));
            covered.HasIndex(c => c.NoticeId);
        });
        referral.HasIndex(r => r.ProblemId);
        referral.HasIndex(r => new { r.CampaignId, r.State });
    }
}
