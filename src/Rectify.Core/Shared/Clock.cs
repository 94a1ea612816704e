namespace Rectify.Core.Shared;

/// <summary>Dates in the campaign's time zone; instants come from <see cref="TimeProvider"/> in UTC.</summary>
public sealed class Clock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>Where campaigns run. No setting changes it; tests and the seed data name their own.</summary>
    public const string DefaultZone = "Asia/Shanghai";

    public TimeZoneInfo Zone { get; } = zone;

    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => DateOf(Now);

    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public Stamp Stamp(Actor by)
    {
        var now = Now;
        return new Stamp(by, now, DateOf(now));
    }
}
