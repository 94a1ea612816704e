using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Rectify.Core.Ledger;

namespace Rectify.Core.Storage;

/// <summary>
/// The database. Slices bring their own mappings; a query starts from <c>Set&lt;T&gt;()</c>.
/// Saving writes every changed subject together with its ledger entries, and refuses a change that has none.
/// </summary>
public sealed class RectifyDb(DbContextOptions<RectifyDb> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<decimal>().HaveConversion<double>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RectifyDb).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType.IsSubclassOf(typeof(Subject))))
        {
            var subject = modelBuilder.Entity(type.ClrType);
            subject.HasKey(nameof(Subject.Id));
            subject.Property(nameof(Subject.Version)).IsConcurrencyToken();
            subject.Ignore(nameof(Subject.Unwritten));
            subject.Ignore(nameof(Subject.LogId));
            subject.Ignore(nameof(Subject.OwnerUnitId));
            subject.Ignore(nameof(Subject.StateName));
        }

        // Every key is made by us. Where EF believes it makes them, it takes a part added to a known subject, such as an assisting unit, for one already saved.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.FindPrimaryKey()?.Properties ?? []))
        {
            property.ValueGenerated = ValueGenerated.Never;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save through the write gate, which is asynchronous");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Once is enough: left on, every look at the tracker would compare all fields again, JSON and all.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        if (ChangeTracker.HasChanges() && Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Only the write gate saves: it holds the transaction that ties tables and ledger together");
        }

        var speaking = ChangeTracker.Entries<Subject>().Select(entry => entry.Entity).Where(subject => subject.Unwritten.Count > 0).ToList();
        var written = speaking.Select(subject => subject.Id).ToHashSet();
        var silent = ChangeTracker.Entries().FirstOrDefault(entry => IsChanged(entry) && SubjectId(entry) is { } id && !written.Contains(id));
        if (silent is not null)
        {
            throw new InvalidOperationException($"{silent.Metadata.ShortName()} of {SubjectId(silent)} changed without a ledger entry");
        }

        await AppendEntriesAsync(speaking, cancellationToken);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        ChangeTracker.AutoDetectChangesEnabled = true;
        return rows;
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    /// <summary>The subject a row belongs to: itself, or the one it is a part of, such as a problem's evidence; null for what is no subject's.</summary>
    private static Guid? SubjectId(EntityEntry entry) =>
        entry.Entity is Subject subject ? subject.Id
        : entry.Metadata.FindOwnership() is { } ownership ? (Guid?)entry.Property(ownership.Properties[0]).CurrentValue
        : null;

    private async Task AppendEntriesAsync(List<Subject> subjects, CancellationToken cancellation)
    {
        foreach (var log in subjects.GroupBy(subject => subject.LogId))
        {
            var head = await Set<LedgerHead>().FindAsync([log.Key], cancellation);
            if (head is null)
            {
                head = new LedgerHead { LogId = log.Key };
                Add(head);
            }

            var size = head.Size;
            foreach (var (subject, pending) in log.SelectMany(subject => subject.Unwritten.Select(pending => (subject, pending))).OrderBy(pair => pair.pending.Stamp.At))
            {
                Add(LedgerEntry.Of(subject, pending, ++size));
            }

            Entry(head).Property(h => h.Size).CurrentValue = size;

            foreach (var subject in log)
            {
                subject.Written();
            }
        }
    }
}
