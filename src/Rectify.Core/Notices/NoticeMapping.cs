using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Storage;

namespace Rectify.Core.Notices;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable(nameof(Notice));
        notice.Property(n => n.InspectedPartyName).HasMaxLength(NoticeForm.PartyLength);
        notice.Property(n => n.ReplyBasis).AsJson();
        notice.Property(n => n.CorrectionBasis).AsJson();
        notice.Property(n => n.Prepared).AsJson();
        notice.Property(n => n.Replies).AsJson();
        notice.Property(n => n.Checks).AsJson();
        notice.Property(n => n.Objection).AsJson();
        notice.Property(n => n.Scans).AsJson();
        notice.Ignore(n => n.Number);
        notice.Ignore(n => n.HasEnded);
        notice.Ignore(n => n.MayBeResumed);
        notice.HasIndex(n => new { n.Year, n.Serial }).IsUnique();
        notice.HasIndex(n => n.Serial);
        notice.HasIndex(n => n.ProblemId);
        notice.HasIndex(n => new { n.CampaignId, n.UnitId, n.State });
        notice.HasIndex(n => new { n.CampaignId, n.State, n.ReplyDue });
        notice.HasIndex(n => n.ReplyDue);
        notice.HasIndex(n => n.UncorrectedOn);
    }
}
