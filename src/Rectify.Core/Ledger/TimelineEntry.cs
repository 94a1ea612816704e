namespace Rectify.Core.Ledger;

/// <summary>A ledger entry as a timeline shows it.</summary>
public sealed record TimelineEntry(long Seq, string Event, string From, string To, string Why, string By, DateTimeOffset At)
{
    public static readonly System.Linq.Expressions.Expression<Func<LedgerEntry, TimelineEntry>> Of =
        entry => new TimelineEntry(entry.Seq, entry.Event, entry.From, entry.To, entry.Why, entry.ActorName, entry.At);
}
