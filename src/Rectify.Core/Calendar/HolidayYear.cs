using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Calendar;

/// <summary>A year's table brought in by an administrator; it takes the place of the built-in table of that year.</summary>
public sealed class HolidayYear : Subject
{
    private HolidayYear()
    {
    }

    public int Year { get; private set; }

    public IReadOnlyList<string> Papers { get; private set; } = [];

    public IReadOnlyList<HolidayDay> Days { get; private set; } = [];

    public override Guid LogId => LedgerEntry.SystemLog;

    public override Guid? OwnerUnitId => null;

    public override string StateName => "Imported";

    public HolidayTable Table => new(Year, Papers, Days);

    public static HolidayYear Import(Guid id, HolidayTable table, Stamp stamp)
    {
        var year = new HolidayYear();
        year.Record(new HolidayYearImported(id, table.Year, table.Papers, table.Days), stamp);
        return year;
    }

    /// <summary>Takes over a corrected table; the same one again changes nothing.</summary>
    public void Replace(HolidayTable table, Stamp stamp)
    {
        if (!Papers.SequenceEqual(table.Papers) || !Days.SequenceEqual(table.Days))
        {
            Record(new HolidayYearReplaced(table.Papers, table.Days), stamp);
        }
    }

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case HolidayYearImported imported:
                (Id, Year, Papers, Days) = (imported.HolidayYearId, imported.Year, imported.Papers, imported.Days);
                break;
            case HolidayYearReplaced replaced:
                (Papers, Days) = (replaced.Papers, replaced.Days);
                break;
        }
    }
}

public sealed record HolidayYearImported(Guid HolidayYearId, int Year, IReadOnlyList<string> Papers, IReadOnlyList<HolidayDay> Days) : Fact;

public sealed record HolidayYearReplaced(IReadOnlyList<string> Papers, IReadOnlyList<HolidayDay> Days) : Fact;
