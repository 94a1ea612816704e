using Rectify.Core.Shared;

namespace Rectify.Core.Ledger;

/// <summary>One line of the ledger: who, when, why, from, to. Written once, never changed, never deleted.</summary>
public sealed class LedgerEntry
{
    /// <summary>The log of what belongs to no campaign: units, people, calendars.</summary>
    public static readonly Guid SystemLog = Guid.Empty;

    /// <summary>The campaign, or <see cref="SystemLog"/>.</summary>
    public Guid LogId { get; init; }

    /// <summary>The place in the log, from 1, without gaps.</summary>
    public long Seq { get; init; }

    public required string Subject { get; init; }

    public Guid SubjectId { get; init; }

    /// <summary>The unit whose people may read the entry.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The subject's version after this entry.</summary>
    public int Version { get; init; }

    /// <summary>The fact's name, e.g. <c>ProblemClosed</c>.</summary>
    public required string Event { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Why { get; init; }

    public Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    public Role ActorRoles { get; init; }

    public Guid ActorUnitId { get; init; }

    /// <summary>The instant in UTC, to the millisecond.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The date of that instant in the campaign's time zone, by which deadlines were judged.</summary>
    public DateOnly On { get; init; }

    /// <summary>The whole fact as canonical JSON, from which the subject can be folded again.</summary>
    public required string Body { get; init; }

    /// <summary>The line that a fact becomes.</summary>
    /// <param name="seq">Its place in the log.</param>
    internal static LedgerEntry Of(Subject subject, PendingEntry pending, long seq) => new()
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

/// <summary>How long a log is; the row a writer reads and moves in the same transaction as the entries.</summary>
public sealed class LedgerHead
{
    public Guid LogId { get; init; }

    public long Size { get; set; }
}
