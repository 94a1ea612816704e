using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Organisations;

/// <summary>The level of government a unit belongs to (source 0: 市县乡村四级; source 3 adds the province).</summary>
public enum UnitLevel
{
    Province = 0,
    City = 1,
    County = 2,
    Township = 3,
    Village = 4,
}

/// <summary>What kind of body a unit is.</summary>
public enum UnitKind
{
    /// <summary>县（市、区）人民政府</summary>
    LocalGovernment = 0,

    /// <summary>政府部门</summary>
    Department = 1,

    /// <summary>政务服务中心</summary>
    ServiceCentre = 2,

    /// <summary>专业办事大厅</summary>
    SpecialistHall = 3,

    /// <summary>便民服务站（所）</summary>
    ConvenienceStation = 4,

    /// <summary>医院、学校、车站、水、电、气等公共服务场所</summary>
    PublicServicePlace = 5,

    /// <summary>专项整治行动办公室</summary>
    CampaignOffice = 6,

    /// <summary>纪检监察机关</summary>
    DisciplineBody = 7,
}

/// <summary>A body that takes part: a government, department, hall, station, the campaign office, the discipline body.</summary>
public sealed class Unit : Subject
{
    /// <summary>The longest name a unit may have, in characters.</summary>
    public const int NameLength = 100;

    private Unit()
    {
    }

    public string Name { get; private set; } = "";

    public UnitLevel Level { get; private set; }

    public UnitKind Kind { get; private set; }

    public Guid? ParentId { get; private set; }

    public override Guid LogId => LedgerEntry.SystemLog;

    public override Guid? OwnerUnitId => Id;

    public override string StateName => "Known";

    public static Unit Add(Guid id, string name, UnitLevel level, UnitKind kind, Guid? parentId, Stamp stamp)
    {
        var unit = new Unit();
        unit.Record(new UnitAdded(id, name.Trim(), level, kind, parentId), stamp);
        return unit;
    }

    public void Change(string name, UnitLevel level, UnitKind kind, Guid? parentId, Stamp stamp) =>
        Record(new UnitChanged(name.Trim(), level, kind, parentId), stamp);

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case UnitAdded added:
                Id = added.UnitId;
                (Name, Level, Kind, ParentId) = (added.Name, added.Level, added.Kind, added.ParentId);
                break;
            case UnitChanged changed:
                (Name, Level, Kind, ParentId) = (changed.Name, changed.Level, changed.Kind, changed.ParentId);
                break;
        }
    }
}

public sealed record UnitAdded(Guid UnitId, string Name, UnitLevel Level, UnitKind Kind, Guid? ParentId) : Fact;

public sealed record UnitChanged(string Name, UnitLevel Level, UnitKind Kind, Guid? ParentId) : Fact;
