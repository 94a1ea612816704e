using Rectify.Core.Shared;

namespace Rectify.Core.Ledger;

/// <summary>
/// Something that happened, in the past tense. A fact carries all that is needed to redo the change:
/// folding a subject's facts gives exactly the subject's tables.
/// </summary>
public abstract record Fact
{
    /// <summary>Why it was done, in the words of the person who did it; empty where the procedure asks for no reason.</summary>
    public virtual string Why => "";
}

/// <summary>Who did it and when, as kept beside each fact.</summary>
public sealed record FactStamp(Guid By, string ByName, Role ByRoles, Guid ByUnit, DateTimeOffset At, DateOnly On)
{
    public static FactStamp From(Stamp stamp) =>
        new(stamp.By.PersonId, stamp.By.Name, stamp.By.Roles, stamp.By.UnitId, stamp.At.AddTicks(-(stamp.At.Ticks % TimeSpan.TicksPerMillisecond)), stamp.Today);
}

/// <summary>A fact on its way into the ledger.</summary>
/// <param name="From">The subject's state before, empty when the fact created it.</param>
/// <param name="To">The subject's state after.</param>
public sealed record PendingEntry(Fact Fact, FactStamp Stamp, int Version, string From, string To);
