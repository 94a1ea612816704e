using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

internal sealed class ChosenLayoutMapping : IEntityTypeConfiguration<ChosenLayout>
{
    public void Configure(EntityTypeBuilder<ChosenLayout> layout)
    {
        layout.ToTable(nameof(ChosenLayout));
        layout.Property(l => l.Columns).AsJson();
        layout.HasIndex(l => new { l.UnitId, l.Kind }).IsUnique();
    }
}

internal static class ChosenLayouts
{
    public static IQueryable<ChosenLayout> LayoutOf(this RectifyDb db, Guid unitId, TableKind kind) =>
        db.Set<ChosenLayout>().Where(layout => layout.UnitId == unitId && layout.Kind == kind);

    /// <summary>The columns in force: the unit's choice, as far as the table may show them, or the prescribed ones.</summary>
    public static IReadOnlyList<TableColumn> ColumnsOf(this ChosenLayout? layout, TableKind kind)
    {
        var form = TableForm.Of(kind);
        var chosen = layout?.Columns.Where(form.Choices.Contains).ToList() ?? [];
        return chosen.Count > 0 ? chosen : form.Columns;
    }
}
