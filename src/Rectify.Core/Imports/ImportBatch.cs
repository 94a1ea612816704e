using Rectify.Core.Ledger;
using Rectify.Core.Reports.Workbooks;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

public enum ImportState
{
    /// <summary>待确认: read and shown, nothing entered yet.</summary>
    Read = 0,

    /// <summary>已导入</summary>
    Confirmed = 1,

    /// <summary>已撤销</summary>
    Undone = 2,

    /// <summary>已放弃</summary>
    Dropped = 3,
}

/// <summary>One file that a unit imports into its list: looked at first, entered whole or not at all, undone as long as none of its rows has moved on.</summary>
public sealed class ImportBatch : Subject
{
    private ImportBatch()
    {
    }

    public Guid CampaignId { get; private set; }

    public Guid UnitId { get; private set; }

    public ImportState State { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The file as it was sent lies in the store under it.</summary>
    public string Sha256 { get; private set; } = "";

    public TableFormat Format { get; private set; }

    /// <summary>What the unit's own words in this file mean.</summary>
    public ColumnMapping Mapping { get; private set; } = ColumnMapping.None;

    public string StartedBy { get; private set; } = "";

    public DateOnly StartedOn { get; private set; }

    /// <summary>How many entries it added, changed and found there already; nothing before it is confirmed.</summary>
    public ImportCounts Counts { get; private set; } = new(0, 0, 0);

    /// <summary>The entries it changed, as they stood right after.</summary>
    public IReadOnlyList<ChangedEntry> Changed { get; private set; } = [];

    public override Guid LogId => CampaignId;

    public override Guid? OwnerUnitId => UnitId;

    public override string StateName => State.ToString();

    /// <param name="mapping">What the unit has explained before.</param>
    public static ImportBatch Start(Guid id, Guid campaignId, string fileName, string sha256, TableFormat format, ColumnMapping mapping, Stamp stamp)
    {
        var batch = new ImportBatch();
        batch.Record(new ImportStarted(id, campaignId, stamp.By.UnitId, fileName, sha256, format, mapping), stamp);
        return batch;
    }

    /// <summary>Explains headings and words that were not recognised.</summary>
    public void Map(ColumnMapping mapping, Stamp stamp)
    {
        MustBe(ImportState.Read, stamp);
        Record(new ImportMapped(mapping), stamp);
    }

    /// <summary>All rows have been entered, in the same transaction.</summary>
    public void Confirm(ImportCounts counts, IReadOnlyList<ChangedEntry> changed, Stamp stamp)
    {
        MustBe(ImportState.Read, stamp);
        Rules.Require(counts.Added + counts.Changed > 0, Rule.ImportAddsNothing);
        Record(new ImportConfirmed(counts, changed), stamp);
    }

    /// <summary>Nothing of the file is entered.</summary>
    public void Drop(Stamp stamp)
    {
        MustBe(ImportState.Read, stamp);
        Record(new ImportDropped(), stamp);
    }

    /// <summary>Every row it added has been withdrawn and every one it changed put back, in the same transaction.</summary>
    public void Undo(Stamp stamp)
    {
        MustBe(ImportState.Confirmed, stamp);
        Record(new ImportUndone(), stamp);
    }

    internal void MustBe(ImportState state, Stamp stamp)
    {
        Rules.Require(stamp.By.UnitId == UnitId, Rule.NotYourUnit);
        Rules.Require(State == state, Rule.WrongState, State);
    }

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case ImportStarted f:
                (Id, CampaignId, UnitId, FileName, Sha256, Format, Mapping) = (f.BatchId, f.CampaignId, f.UnitId, f.FileName, f.Sha256, f.Format, f.Mapping);
                (StartedBy, StartedOn) = (stamp.ByName, stamp.On);
                break;
            case ImportMapped f:
                Mapping = f.Mapping;
                break;
            case ImportConfirmed f:
                (State, Counts, Changed) = (ImportState.Confirmed, f.Counts, f.Changed);
                break;
            case ImportDropped:
                State = ImportState.Dropped;
                break;
            case ImportUndone:
                State = ImportState.Undone;
                break;
        }
    }
}

/// <summary>How many rows of a file came to what.</summary>
public sealed record ImportCounts(int Added, int Changed, int Skipped);

/// <param name="Version">The entry's version right after the import.</param>
public sealed record ChangedEntry(Guid ProblemId, int Row, int Version);

public sealed record ImportStarted(Guid BatchId, Guid CampaignId, Guid UnitId, string FileName, string Sha256, TableFormat Format, ColumnMapping Mapping) : Fact;

public sealed record ImportMapped(ColumnMapping Mapping) : Fact;

public sealed record ImportConfirmed(ImportCounts Counts, IReadOnlyList<ChangedEntry> Changed) : Fact;

public sealed record ImportDropped : Fact;

public sealed record ImportUndone : Fact;
