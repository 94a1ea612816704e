using Rectify.Core.Ledger;
using Rectify.Core.Shared;

namespace Rectify.Core.Organisations;

/// <summary>Someone who may act: name, unit, post and roles. How they sign in is kept apart, in <see cref="Account"/>.</summary>
public sealed class Person : Subject
{
    /// <summary>The longest name or post, in characters.</summary>
    public const int NameLength = 50;

    private Person()
    {
    }

    public string Name { get; private set; } = "";

    /// <summary>The office held, e.g. 副主任.</summary>
    public string Post { get; private set; } = "";

    public Guid UnitId { get; private set; }

    public Role Roles { get; private set; }

    /// <summary>False once the person has left: nothing they send is accepted, what they did stays.</summary>
    public bool IsActive { get; private set; }

    public override Guid LogId => LedgerEntry.SystemLog;

    public override Guid? OwnerUnitId => null;

    public override string StateName => IsActive ? "Active" : "Left";

    /// <summary>Adds someone. An administrator holds no other role (GB/T 22239: separated administrators).</summary>
    public static Person Add(Guid id, string name, string post, Guid unitId, Role roles, Stamp stamp)
    {
        RequireSeparation(roles);
        var person = new Person();
        person.Record(new PersonAdded(id, name.Trim(), post.Trim(), unitId, roles), stamp);
        return person;
    }

    /// <summary>Corrects name, post, unit or roles; administrators cannot take the role from themselves.</summary>
    public void Change(string name, string post, Guid unitId, Role roles, Stamp stamp)
    {
        RequireSeparation(roles);
        Rules.Require(stamp.By.PersonId != Id || roles == Roles, Rule.CannotLockOutSelf);
        Record(new PersonChanged(name.Trim(), post.Trim(), unitId, roles), stamp);
    }

    public void Leave(Stamp stamp)
    {
        Rules.Require(IsActive, Rule.WrongState, StateName);
        Rules.Require(stamp.By.PersonId != Id, Rule.CannotLockOutSelf);
        Record(new PersonLeft(), stamp);
    }

    public void Return(Stamp stamp)
    {
        Rules.Require(!IsActive, Rule.WrongState, StateName);
        Record(new PersonReturned(), stamp);
    }

    private static void RequireSeparation(Role roles) =>
        Rules.Require((roles & Role.Administrator) == 0 || roles == Role.Administrator, Rule.AdministratorStandsApart);

    protected override void Apply(Fact fact, FactStamp stamp)
    {
        switch (fact)
        {
            case PersonAdded added:
                (Id, Name, Post, UnitId, Roles, IsActive) = (added.PersonId, added.Name, added.Post, added.UnitId, added.Roles, true);
                break;
            case PersonChanged changed:
                (Name, Post, UnitId, Roles) = (changed.Name, changed.Post, changed.UnitId, changed.Roles);
                break;
            case PersonLeft:
                IsActive = false;
                break;
            case PersonReturned:
                IsActive = true;
                break;
        }
    }
}

public sealed record PersonAdded(Guid PersonId, string Name, string Post, Guid UnitId, Role Roles) : Fact;

public sealed record PersonChanged(string Name, string Post, Guid UnitId, Role Roles) : Fact;

public sealed record PersonLeft : Fact;

public sealed record PersonReturned : Fact;
