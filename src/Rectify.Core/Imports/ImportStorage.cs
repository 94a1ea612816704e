using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

internal sealed class ImportStorage : IEntityTypeConfiguration<ImportBatch>, IEntityTypeConfiguration<UnitVocabulary>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.ToTable(nameof(ImportBatch));
        batch.Property(b => b.Mapping).AsJson();
        batch.Property(b => b.Counts).AsJson();
        batch.Property(b => b.Changed).AsJson();
        batch.HasIndex(b => new { b.CampaignId, b.UnitId, b.Id });
        batch.HasIndex(b => new { b.CampaignId, b.UnitId, b.Sha256 });
    }

    public void Configure(EntityTypeBuilder<UnitVocabulary> vocabulary)
    {
        vocabulary.ToTable(nameof(UnitVocabulary));
        vocabulary.Property(v => v.Mapping).AsJson();
        vocabulary.HasIndex(v => v.UnitId).IsUnique();
    }
}

internal static class ImportFinding
{
    /// <summary>An import of the person's own unit; another's looks as if it did not exist.</summary>
    /// <exception cref="SubjectNotFound">There is none.</exception>
    public static async Task<ImportBatch> ImportAsync(this RectifyDb db, Guid batchId, Actor actor) =>
        await db.Set<ImportBatch>().AsNoTracking().FirstOrDefaultAsync(batch => batch.Id == batchId && batch.UnitId == actor.UnitId) ?? throw new SubjectNotFound(batchId);

    /// <summary>The same, to be changed, at the version the user saw.</summary>
    public static async Task<ImportBatch> ImportForChangeAsync(this RectifyDb db, Guid batchId, int? version, Actor actor)
    {
        var batch = await db.ForChangeAsync<ImportBatch>(batchId);
        if (batch.UnitId != actor.UnitId)
        {
            throw new SubjectNotFound(batchId);
        }

        if (version is { } seen)
        {
            batch.MustBeAt(seen);
        }

        return batch;
    }
}
