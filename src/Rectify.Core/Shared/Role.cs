namespace Rectify.Core.Shared;

/// <summary>The parts a person can play; one person may hold several.</summary>
[Flags]
public enum Role
{
    None = 0,
    UnitHandler = 1,
    UnitLeader = 2,
    OfficeClerk = 4,
    Checker = 8,
    OfficeLeader = 16,
    DisciplineOfficer = 32,
    Official = 64,
    Administrator = 128,
}
