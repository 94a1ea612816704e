using Microsoft.EntityFrameworkCore;
using Rectify.Core.Storage;

namespace Rectify.Core.Calendar;

/// <summary>Holds the calendar in force: the built-in tables and, over them, the imported ones.</summary>
public sealed class Calendars(IDbContextFactory<RectifyDb> databases)
{
    private readonly Lock _loading = new();
    private volatile WorkingCalendar? _current;

    /// <summary>Read from the database at the first use and after each import; free to ask for afterwards.</summary>
    public WorkingCalendar Current
    {
        get
        {
            if (_current is { } known)
            {
                return known;
            }

            lock (_loading)
            {
                return _current ??= Load();
            }
        }
    }

    /// <summary>Called once an import is committed; waits for a load under way, so that no older table comes back.</summary>
    internal void Reload()
    {
        lock (_loading)
        {
            _current = null;
        }
    }

    private WorkingCalendar Load()
    {
        using var db = databases.CreateDbContext();
        var imported = db.Set<HolidayYear>().OrderBy(year => year.Year).AsEnumerable().Select(year => year.Table).ToList();
        return new WorkingCalendar(HolidayTable.BuiltIn.Where(table => imported.TrueForAll(other => other.Year != table.Year)).Concat(imported));
    }
}
