using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Storage;

namespace Rectify.Core.Documents;

internal sealed class DocumentMapping : IEntityTypeConfiguration<OfficialDocument>
{
    private const string DocumentId = "DocumentId";

    public void Configure(EntityTypeBuilder<OfficialDocument> document)
    {
        document.ToTable(nameof(OfficialDocument));
        document.Property(d => d.Title).HasMaxLength(DocumentForm.TitleLength);
        document.Property(d => d.Attachments).AsJson();
        document.Property(d => d.CopiesTo).AsJson();
        document.Property(d => d.Scans).AsJson();
        document.Ignore(d => d.Number);
        document.OwnsMany(d => d.Addressees, addressee =>
        {
            addressee.ToTable(nameof(Addressee));
            addressee.WithOwner().HasForeignKey(DocumentId);
            addressee.HasKey(DocumentId, nameof(Addressee.Place), nameof(Addressee.UnitId), nameof(Addressee.Name));
            addressee.HasIndex(a => a.UnitId);
        });
        document.OwnsMany(d => d.About, about =>
        {
            about.ToTable(nameof(AboutProblem));
            about.WithOwner().HasForeignKey(DocumentId);
            about.HasKey(DocumentId, nameof(AboutProblem.Place));
            about.HasIndex(a => a.ProblemId);
        });
        document.HasIndex(d => new { d.Prefix, d.Year, d.Serial }).IsUnique();
        document.HasIndex(d => d.Serial);
        document.HasIndex(d => new { d.CampaignId, d.Kind, d.State });
    }
}
