namespace Rectify.Core.Tests.Harness;

/// <summary>A clock that stands still until a test moves it. Dates and hours are those of Asia/Shanghai.</summary>
public sealed class SettableTime : TimeProvider
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private DateTimeOffset _now = At(new DateOnly(2026, 3, 2), 9);

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>The instant of an hour of a day in Asia/Shanghai.</summary>
    public static DateTimeOffset At(DateOnly date, int hour, int minute = 0) =>
        new DateTimeOffset(date, new TimeOnly(hour, minute), Shanghai).ToUniversalTime();

    public void Set(DateTimeOffset now) => _now = now.ToUniversalTime();

    /// <summary>Moves to an hour of a day in Asia/Shanghai, backwards too.</summary>
    public void Set(DateOnly date, int hour = 9, int minute = 0) => Set(At(date, hour, minute));

    public void Set(int year, int month, int day, int hour = 9, int minute = 0) => Set(new DateOnly(year, month, day), hour, minute);

    public void Advance(TimeSpan by) => _now += by;

    public void AdvanceDays(int days) => Advance(TimeSpan.FromDays(days));
}
