using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

internal sealed class ProblemMapping : IEntityTypeConfiguration<Problem>, IEntityTypeConfiguration<ProblemList>, IEntityTypeConfiguration<LookBack>
{
    public void Configure(EntityTypeBuilder<Problem> problem)
    {
        problem.ToTable(nameof(Problem));
        problem.Property(p => p.Measures).AsJson();
        problem.Property(p => p.DueBasis).AsJson();
        problem.Property(p => p.Objection).AsJson();
        problem.Property(p => p.Extension).AsJson();
        problem.Property(p => p.LongTerm).AsJson();
        problem.Property(p => p.CloseOut).AsJson();
        problem.Property(p => p.PublicNotice).AsJson();
        problem.Property(p => p.Returned).AsJson();
        problem.OwnsMany(p => p.AssistingUnits, unit =>
        {
            unit.ToTable(nameof(AssistingUnit));
            unit.WithOwner().HasForeignKey("ProblemId");
            unit.HasKey("ProblemId", nameof(AssistingUnit.UnitId));
            unit.HasIndex(u => u.UnitId);
        });
        problem.OwnsMany(p => p.Evidence, evidence =>
        {
            evidence.ToTable(nameof(Evidence));
            evidence.WithOwner().HasForeignKey("ProblemId");
            evidence.HasKey(e => e.Id);
            evidence.HasIndex(e => e.Sha256);
        });
        problem.Ignore(p => p.IsRunning);
        problem.Ignore(p => p.TakesNotice);
        problem.Ignore(p => p.IsWithUnit);
        problem.HasIndex(p => new { p.CampaignId, p.Number }).IsUnique();
        // Holds every column the ledger filters and orders by, so that a page is counted and found without touching the wide rows.
        problem.HasIndex(
            p => new
            {
                p.CampaignId, p.Number, p.Id, p.State, p.UnitId, p.CategoryId, p.Kind, p.Severity, p.Source, p.RegisteredInPhase, p.FoundOn,
                p.DueDate, p.ClosedOn, p.RegisteredOn, p.CompletedOn, p.Returned, p.ResponsibleLeader, p.ResponsiblePerson, p.Place, p.Description,
            },
            "IX_Problem_Ledger");

        // In the order the progress report and the returns group by, with what they count.
        problem.HasIndex(p => new { p.CampaignId, p.UnitId, p.State, p.CategoryId, p.Kind, p.RegisteredOn, p.DueDate, p.CompletedOn, p.VerifiedOn, p.ClosedOn, p.ListId }, "IX_Problem_Progress");

        // What is due or overdue, and its warning colour; what is open or closed, by unit; the line of open problems day by day.
        problem.HasIndex(p => new { p.CampaignId, p.State, p.DueDate, p.Number, p.UnitId, p.Returned, p.CompletedOn, p.RegisteredOn, p.Id }, "IX_Problem_Due");
        problem.HasIndex(p => new { p.CampaignId, p.State, p.ClosedOn, p.UnitId, p.IsCarriedOver }, "IX_Problem_Open");
        problem.HasIndex(p => new { p.CampaignId, p.RegisteredOn, p.ClosedOn, p.State }, "IX_Problem_BurnDown");
        problem.HasIndex(p => new { p.CampaignId, p.CategoryId, p.State });
        problem.HasIndex(p => new { p.CampaignId, p.Pending });
        problem.HasIndex(p => p.ListId);
        problem.HasIndex(p => p.ImportBatchId);
        problem.HasIndex(p => p.MergedIntoId);
    }

    public void Configure(EntityTypeBuilder<ProblemList> list)
    {
        list.ToTable(nameof(ProblemList));
        list.Ignore(l => l.TakesEntries);
        list.HasIndex(l => new { l.CampaignId, l.UnitId, l.Ordinal }).IsUnique();
        list.HasIndex(l => new { l.CampaignId, l.State });
    }

    public void Configure(EntityTypeBuilder<LookBack> lookBack)
    {
        lookBack.ToTable(nameof(LookBack));
        lookBack.HasIndex(l => l.ProblemId);
        lookBack.HasIndex(l => new { l.CampaignId, l.Recurred });
    }
}
