using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rectify.Core.Templates;

internal sealed class TemplateMapping : IEntityTypeConfiguration<DocumentTemplate>
{
    public void Configure(EntityTypeBuilder<DocumentTemplate> template)
    {
        template.ToTable(nameof(DocumentTemplate));
        template.Property(t => t.Title).HasMaxLength(DocumentTemplate.TitleLength);
        template.HasIndex(t => new { t.CampaignId, t.Kind }).IsUnique();
    }
}
