using Rectify.Core.Ledger;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Organisations;

public sealed class PersonTests
{
    [Fact]
    public async Task A_person_who_left_is_as_the_ledger_tells_it()
    {
        await using var rectify = await TestRectify.StartAsync();
        var unit = await rectify.AddUnitAsync("Bureau of Housing");
        var person = await rectify.AddPersonAsync("Wen Heng", Role.UnitHandler, unit, "Section chief");

        await rectify.Database.WriteAsync(async db =>
        {
            var found = (await db.FindAsync<Person>(person.Id)).ShouldNotBeNull();
            found.Leave(rectify.BootstrapStamp());
            return found;
        });

        var entries = await rectify.EntriesOfAsync(person.Id);
        entries.Select(entry => (entry.Event, entry.From, entry.To)).ShouldBe([("PersonAdded", "", "Active"), ("PersonLeft", "Active", "Left")]);
        var folded = Fold.Of<Person>(entries);
        var kept = await rectify.FindAsync<Person>(person.Id);
        (folded.Name, folded.Post, folded.UnitId, folded.Roles, folded.IsActive, folded.Version)
            .ShouldBe((kept.Name, kept.Post, kept.UnitId, kept.Roles, kept.IsActive, kept.Version));
        kept.IsActive.ShouldBeFalse();
    }

    [Fact]
    public void Nobody_locks_themselves_out()
    {
        var id = Ids.New();
        var stamp = new Stamp(new Actor(id, "Wen Heng", Role.Administrator, Ids.New(), ""), SettableTime.At(new DateOnly(2026, 3, 2), 9), new DateOnly(2026, 3, 2));
        var person = Person.Add(id, "Wen Heng", "", Ids.New(), Role.Administrator, stamp);

        Should.Throw<RuleBroken>(() => person.Leave(stamp)).Rule.ShouldBe(Rule.CannotLockOutSelf);
    }
}
