using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Ledger;

namespace Rectify.Core.Storage;

internal sealed class LedgerMapping : IEntityTypeConfiguration<LedgerEntry>, IEntityTypeConfiguration<LedgerHead>
{
    /// <summary>
    /// Entries are written once, and so are the frozen figures of a report. The insert triggers also stop <c>INSERT OR REPLACE</c>, on either unique key: it would pass a delete trigger.
    /// Triggers stop accidents, not a database administrator.
    /// </summary>
    public static readonly IReadOnlyList<string> Triggers =
    [
        """
        CREATE TRIGGER IF NOT EXISTS ledger_no_update BEFORE UPDATE ON LedgerEntry
        BEGIN SELECT RAISE(ABORT, 'ledger entries are never changed'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS ledger_no_delete BEFORE DELETE ON LedgerEntry
        BEGIN SELECT RAISE(ABORT, 'ledger entries are never deleted'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS ledger_no_gap BEFORE INSERT ON LedgerEntry
        WHEN NEW.Seq <> (SELECT COALESCE(MAX(Seq), 0) + 1 FROM LedgerEntry WHERE LogId = NEW.LogId)
        BEGIN SELECT RAISE(ABORT, 'ledger entries follow one another without a gap'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS ledger_no_second_version BEFORE INSERT ON LedgerEntry
        WHEN EXISTS (SELECT 1 FROM LedgerEntry WHERE SubjectId = NEW.SubjectId AND Version = NEW.Version)
        BEGIN SELECT RAISE(ABORT, 'ledger entries tell each version of a subject once'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS snapshot_no_update BEFORE UPDATE ON Snapshot
        BEGIN SELECT RAISE(ABORT, 'frozen figures are never changed'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS snapshot_no_delete BEFORE DELETE ON Snapshot
        BEGIN SELECT RAISE(ABORT, 'frozen figures are never deleted'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS snapshot_no_replace BEFORE INSERT ON Snapshot
        WHEN EXISTS (SELECT 1 FROM Snapshot WHERE Id = NEW.Id OR Code = NEW.Code)
        BEGIN SELECT RAISE(ABORT, 'frozen figures are never replaced'); END;
        """,
    ];

    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable(nameof(LedgerEntry));
        entry.HasKey(e => new { e.LogId, e.Seq });
        entry.HasIndex(e => new { e.SubjectId, e.Version }).IsUnique();
        entry.HasIndex(e => new { e.LogId, e.ActorName, e.SubjectId });
    }

    public void Configure(EntityTypeBuilder<LedgerHead> head)
    {
        head.ToTable(nameof(LedgerHead));
        head.HasKey(h => h.LogId);
        head.Property(h => h.LogId).ValueGeneratedNever();
    }
}
