using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Storage;

namespace Rectify.Core.Calendar;

internal sealed class HolidayYearMapping : IEntityTypeConfiguration<HolidayYear>
{
    public void Configure(EntityTypeBuilder<HolidayYear> year)
    {
        year.ToTable(nameof(HolidayYear));
        year.HasIndex(y => y.Year).IsUnique();
        year.Property(y => y.Papers).AsJson();
        year.Property(y => y.Days).AsJson();
        year.Ignore(y => y.Table);
    }
}
