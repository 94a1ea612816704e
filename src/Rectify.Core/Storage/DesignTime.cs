using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Rectify.Core.Storage;

/// <summary>Lets <c>dotnet ef</c> see the model; docs/operating.md tells how a migration is added.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<RectifyDb>
{
    public RectifyDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<RectifyDb>().UseSqlite("Data Source=design-time.db").Options);
}
