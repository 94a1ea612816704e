using Microsoft.EntityFrameworkCore;
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
            subject.Property(nameof(Subject.Id)).ValueGeneratedNever();
            subject.Property(nameof(Subject.Version)).IsConcurrencyToken();
            subject.Ignore(nameof(Subject.Unwritten));
            subject.Ignore(nameof(Subject.LogId));
            subject.Ignore(nameof(Subject.OwnerUnitId));
            subject.Ignore(nameof(Subject.StateName));
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save through the write gate, which is asynchronous");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (ChangeTracker.HasChanges() && Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Only the write gate saves: it holds the transaction that ties tables and ledger together");
        }

        var subjects = ChangeTracker.Entries<Subject>().ToList();
        var silent = subjects.FirstOrDefault(entry => IsChanged(entry) && entry.Entity.Unwritten.Count == 0);
        if (silent is not null)
        {
            throw new InvalidOperationException($"{silent.Entity.GetType().Name} {silent.Entity.Id} changed without a ledger entry");
        }

        await AppendEntriesAsync([.. subjects.Select(entry => entry.Entity).Where(subject => subject.Unwritten.Count > 0)], cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private static bool IsChanged(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<Subject> entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

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

            foreach (var (subject, pending) in log.SelectMany(subject => subject.Unwritten.Select(pending => (subject, pending))).OrderBy(pair => pair.pending.Stamp.At))
            {
                Add(Entry(subject, pending, ++head.Size));
            }

            foreach (var subject in log)
            {
                subject.Written();
            }
        }
    }

    private static LedgerEntry Entry(Subject subject, PendingEntry pending, long seq) => new()
    {
        LogId = subject.LogId,
        Seq = seq,
        Subject = subject.GetType().Name,
        SubjectId = subject.Id,
        UnitId = subject.OwnerUnitId,
        Version = pending.Version,
        Event = pending.Fact.GetType().Name,
        From = pending.From,
        To = pending.To,
        Why = pending.Fact.Why,
        ActorId = pending.Stamp.By,
        ActorName = pending.Stamp.ByName,
        ActorRoles = pending.Stamp.ByRoles,
        ActorUnitId = pending.Stamp.ByUnit,
        At = pending.Stamp.At,
        On = pending.Stamp.On,
        Body = FactFormat.Write(pending.Fact),
    };
}
