using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

internal sealed class MonthlyReportMapping : IEntityTypeConfiguration<MonthlyReport>
{
    public void Configure(EntityTypeBuilder<MonthlyReport> report)
    {
        report.ToTable(nameof(MonthlyReport));
        report.Property(r => r.Text).AsJson();
        report.Property(r => r.Changes).AsJson();
        report.Ignore(r => r.IsWithUnit);
        report.HasIndex(r => new { r.CampaignId, r.Month, r.UnitId }).IsUnique();
        report.HasIndex(r => new { r.CampaignId, r.UnitId, r.Month });
        report.HasIndex(r => new { r.CampaignId, r.State });
    }
}
