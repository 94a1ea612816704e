namespace Rectify.Core.Ledger;

/// <summary>Rebuilds a subject from its ledger entries alone.</summary>
public static class Fold
{
    /// <param name="entries">The subject's entries in the order of their versions.</param>
    public static T Of<T>(IEnumerable<LedgerEntry> entries) where T : Subject
    {
        var subject = (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
        foreach (var entry in entries)
        {
            var stamp = new FactStamp(entry.ActorId, entry.ActorName, entry.ActorRoles, entry.ActorUnitId, entry.At, entry.On);
            subject.Replay(FactFormat.Read(entry.Event, entry.Body), stamp);
        }

        return subject;
    }
}
