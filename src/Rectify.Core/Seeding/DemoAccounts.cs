using Rectify.Core.Shared;

namespace Rectify.Core.Seeding;

/// <summary>Someone who can sign in to the demonstration.</summary>
/// <param name="Person">The person's name.</param>
/// <param name="Unit">The unit's name today.</param>
public sealed record DemoAccount(string UserName, string Person, Role Roles, string Unit);

/// <summary>The accounts of the seed data. They exist in Development only, so their password may be known to all.</summary>
public static class DemoAccounts
{
    /// <summary>The one password of all demonstration accounts; strong enough for either password policy.</summary>
    public const string Password = "Sunny-Window-2018";

    /// <summary>Every account the folder describes, the office first.</summary>
    /// <param name="seedDirectory">The seed-data folder.</param>
    public static IReadOnlyList<DemoAccount> In(string seedDirectory)
    {
        var files = SeedFiles.Read(seedDirectory);
        var units = files.Units.ToDictionary(unit => unit.Key, unit => unit.LaterName ?? unit.Name);
        return [.. files.People.Where(person => person.UserName is not null).Select(person => new DemoAccount(person.UserName!, person.Name, person.AllRoles, units[person.Unit]))];
    }
}
