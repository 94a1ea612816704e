namespace Rectify.Core.Shared;

/// <summary>Who decides, as the database knew that person when the command ran.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">The name as it stood then; it goes into the ledger.</param>
/// <param name="Roles">Every role the person held then.</param>
/// <param name="UnitId">The person's own unit; the scope of unit handlers and unit leaders.</param>
/// <param name="UnitName">The unit's name as it stood then.</param>
public sealed record Actor(Guid PersonId, string Name, Role Roles, Guid UnitId, string UnitName)
{
    public bool Has(Role role) => (Roles & role) != 0;

    public bool May(Permission permission) => Permissions.Allows(permission, Roles);

    /// <summary>Whether the person may see and act on items of every unit; unit people see their own only.</summary>
    public bool SeesAllUnits => Has(Role.OfficeClerk | Role.Checker | Role.OfficeLeader | Role.Official);
}

/// <summary>Who and when: every domain method takes one, and every ledger entry carries one.</summary>
/// <param name="By">The person.</param>
/// <param name="At">The instant, in UTC.</param>
/// <param name="Today">The same instant's date in the campaign's time zone; deadlines are counted in such dates.</param>
public sealed record Stamp(Actor By, DateTimeOffset At, DateOnly Today);
