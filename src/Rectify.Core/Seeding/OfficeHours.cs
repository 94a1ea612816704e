namespace Rectify.Core.Seeding;

/// <summary>Finds moments within working hours, half past eight to noon and half past two to half past five.</summary>
internal sealed class OfficeHours(TimeZoneInfo zone, Random random)
{
    private const int Morning = 210;
    private const int Whole = 390;
    private static readonly TimeOnly Opening = new(8, 30);
    private static readonly TimeOnly Afternoon = new(14, 30);

    /// <summary>A moment of the day that comes after another one.</summary>
    /// <exception cref="InvalidOperationException">The day lies before the other moment.</exception>
    public DateTimeOffset On(DateOnly day, DateTimeOffset after)
    {
        var local = TimeZoneInfo.ConvertTime(after, zone);
        var before = DateOnly.FromDateTime(local.DateTime);
        if (day < before)
        {
            throw new InvalidOperationException($"{day} comes before {before}");
        }

        var minute = random.Next(Whole * 2 / 3);
        if (day == before)
        {
            var passed = Minutes(TimeOnly.FromDateTime(local.DateTime));
            minute = passed + 1 + random.Next(Math.Clamp((Whole - passed) / 4, 1, 40));
        }

        return At(day, minute).AddSeconds(random.Next(60)).AddMilliseconds(random.Next(1000));
    }

    private DateTimeOffset At(DateOnly day, int minute)
    {
        var time = minute < Morning ? Opening.AddMinutes(minute) : Afternoon.AddMinutes(minute - Morning);
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static int Minutes(TimeOnly time) =>
        time < Opening ? -1 : time < Afternoon ? Math.Min(Morning, (int)(time - Opening).TotalMinutes) : Morning + (int)(time - Afternoon).TotalMinutes;
}
