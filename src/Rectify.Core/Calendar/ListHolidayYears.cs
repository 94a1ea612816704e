using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Calendar;

/// <summary>The years whose holidays are known, newest first; at most one a year.</summary>
[Requires(Permission.Administer)]
public sealed record ListHolidayYears : IQuery<IReadOnlyList<HolidayYearRow>>;

/// <param name="Year">The year.</param>
/// <param name="IsImported">Brought in by an administrator; otherwise it came with the product.</param>
/// <param name="WorkingDays">How many working days the year has.</param>
/// <param name="Table">The listed days and where they were published.</param>
public sealed record HolidayYearRow(int Year, bool IsImported, int WorkingDays, HolidayTable Table);

internal sealed class ListHolidayYearsHandler(IDbContextFactory<RectifyDb> databases) : IRequestHandler<ListHolidayYears, Result<IReadOnlyList<HolidayYearRow>>>
{
    public async Task<Result<IReadOnlyList<HolidayYearRow>>> Handle(ListHolidayYears request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var imported = (await db.Set<HolidayYear>().ToListAsync(cancellationToken)).ConvertAll(year => year.Table);
        var tables = HolidayTable.BuiltIn.ExceptBy(imported.Select(table => table.Year), table => table.Year).Concat(imported).ToList();
        var calendar = new WorkingCalendar(tables);
        return Result<IReadOnlyList<HolidayYearRow>>.Ok(
        [
            .. tables.OrderByDescending(table => table.Year).Select(table => new HolidayYearRow(
                table.Year,
                imported.Contains(table),
                calendar.WorkingDaysBetween(new DateOnly(table.Year - 1, 12, 31), new DateOnly(table.Year, 12, 31)),
                table)),
        ]);
    }
}
