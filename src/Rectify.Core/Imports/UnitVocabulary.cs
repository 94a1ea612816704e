using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Imports;

public enum VocabularyState
{
    Kept = 0,
    Forgotten = 1,
}

/// <summary>What a unit has said its headings and words mean, for its next files.</summary>
public sealed class UnitVocabulary : Subject
{
    private UnitVocabulary()
    {
    }

    public Guid UnitId { get; private set; }

    public VocabularyState State { get; private set; }

    public ColumnMapping Mapping { get; private set; } = ColumnMapping.None;

    public override Guid LogId => LedgerEntry.SystemLog;

    public override Guid? OwnerUnitId => UnitId;

    public override string StateName => State.ToString();

    public static UnitVocabulary Begin(Guid id, ColumnMapping mapping, Stamp stamp)
    {
        var vocabulary = new UnitVocabulary();
        vocabulary.Record(new MappingRemembered(id, stamp.By.UnitId, mapping), stamp);
        return vocabulary;
    }

    /// <summary>Adds what a file's mapping says to what is known; where both speak, the newer one holds.</summary>
    public void Remember(ColumnMapping mapping, Stamp stamp)
    {
        Rules.Require(stamp.By.UnitId == UnitId, Rule.NotYourUnit);
        Record(new MappingRemembered(Id, UnitId, Mapping.With(mapping) with { HeadingRow = null }), stamp);
    }

    public void Forget(Stamp stamp)
    {
        Rules.Require(stamp.By.UnitId == UnitId, Rule.NotYourUnit);
        Record(new MappingForgotten(), stamp);
    }

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case MappingRemembered f:
                (Id, UnitId, State, Mapping) = (f.VocabularyId, f.UnitId, VocabularyState.Kept, f.Mapping);
                break;
            case MappingForgotten:
                (State, Mapping) = (VocabularyState.Forgotten, ColumnMapping.None);
                break;
        }
    }
}

public sealed record MappingRemembered(Guid VocabularyId, Guid UnitId, ColumnMapping Mapping) : Fact;

public sealed record MappingForgotten : Fact;
