using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Reports;

/// <summary>How a unit wants one of its tables: a title of its own, the columns and their order. All people of the unit share it; the office is a unit like any other.</summary>
public sealed class ChosenLayout : Subject
{
    /// <summary>The longest title, in characters.</summary>
    public const int TitleLength = 100;

    private ChosenLayout()
    {
    }

    public Guid UnitId { get; private set; }

    public TableKind Kind { get; private set; }

    /// <summary>Empty for the prescribed title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Empty for the prescribed columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; private set; } = [];

    public override Guid LogId => LedgerEntry.SystemLog;

    public override Guid? OwnerUnitId => UnitId;

    public override string StateName => "Known";

    public static ChosenLayout Choose(Guid id, Guid unitId, TableKind kind, string title, IReadOnlyList<TableColumn> columns, Stamp stamp)
    {
        var layout = new ChosenLayout();
        layout.Record(new TableLayoutChosen(id, unitId, kind, title, columns), stamp);
        return layout;
    }

    /// <summary>Changes title and columns.</summary>
    public void Change(string title, IReadOnlyList<TableColumn> columns, Stamp stamp) => Record(new TableLayoutChosen(Id, UnitId, Kind, title, columns), stamp);

    /// <summary>Goes back to the prescribed form.</summary>
    public void Reset(Stamp stamp) => Record(new TableLayoutReset(), stamp);

    /// <summary>Whether this is what is asked for already.</summary>
    public bool Is(string title, IReadOnlyList<TableColumn> columns) => Title == title && Columns.SequenceEqual(columns);

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case TableLayoutChosen chosen:
                (Id, UnitId, Kind, Title, Columns) = (chosen.LayoutId, chosen.UnitId, chosen.Kind, chosen.Title, chosen.Columns);
                break;
            case TableLayoutReset:
                (Title, Columns) = ("", []);
                break;
        }
    }
}

public sealed record TableLayoutChosen(Guid LayoutId, Guid UnitId, TableKind Kind, string Title, IReadOnlyList<TableColumn> Columns) : Fact;

public sealed record TableLayoutReset : Fact;
