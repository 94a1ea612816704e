namespace Rectify.Core.Seeding;

/// <summary>The clock of the past: it stands where the story is, and never goes back, so that the ledger is in the order of time.</summary>
internal sealed class SeedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset instant)
    {
        if (instant < _now)
        {
            throw new InvalidOperationException($"The story goes back from {_now:O} to {instant:O}");
        }

        _now = instant;
    }
}
