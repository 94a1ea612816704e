using Rectify.Core.Shared;

namespace Rectify.Core.Ledger;

/// <summary>
/// A thing whose every change is a ledger entry. Its methods check the rules and then call <see cref="Record"/>;
/// only <see cref="Apply"/> changes fields, so the same code writes the tables and folds the ledger.
/// </summary>
public abstract class Subject
{
    private readonly List<PendingEntry> _unwritten = [];

    public Guid Id { get; protected set; }

    /// <summary>Grows by one with each fact; a form carries it, and a post with an older one is refused.</summary>
    public int Version { get; private set; }

    /// <summary>The ledger the entries go to: the campaign, or <see cref="LedgerEntry.SystemLog"/>.</summary>
    public abstract Guid LogId { get; }

    /// <summary>The unit whose people may read the entries; null when no unit owns the subject.</summary>
    public abstract Guid? OwnerUnitId { get; }

    /// <summary>The state in one stable word, as entries keep it.</summary>
    public abstract string StateName { get; }

    /// <summary>Facts not yet written; the save takes them.</summary>
    internal IReadOnlyList<PendingEntry> Unwritten => _unwritten;

    /// <summary>Takes over what the fact says. No rule is checked here: it has happened.</summary>
    protected abstract void Apply(Fact fact, FactStamp stamp);

    protected void Record(Fact fact, Stamp stamp)
    {
        var kept = FactStamp.From(stamp);
        var from = Version == 0 ? "" : StateName;
        Replay(fact, kept);
        _unwritten.Add(new PendingEntry(fact, kept, Version, from, StateName));
    }

    /// <summary>Redoes a fact read back from the ledger.</summary>
    internal void Replay(Fact fact, FactStamp stamp)
    {
        Apply(fact, stamp);
        Version++;
    }

    internal void Written() => _unwritten.Clear();

    /// <summary>Refuses a change to something the user saw in an older version.</summary>
    /// <exception cref="StaleVersion">The versions differ.</exception>
    public void MustBeAt(int version)
    {
        if (version != Version)
        {
            throw new StaleVersion(Id);
        }
    }
}
