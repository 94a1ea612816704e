using Microsoft.EntityFrameworkCore;
using Rectify.Core.Organisations;

namespace Rectify.Core.Seeding;

/// <summary>Units, people and accounts as they stood in the spring of 2018, and what the reorganisations made of the units.</summary>
internal sealed class OrganisationSeed(SeedWorld world, SeedFiles files, Cast cast, SeedIds ids)
{
    /// <summary>The administrator's first day, before the campaign's document.</summary>
    public static readonly DateTimeOffset Start = new(2018, 6, 4, 1, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(50);

    public async Task LoadAsync(Action<double, DateTimeOffset> progress, CancellationToken cancellation)
    {
        var done = 0;
        await SetUpAsync();
        foreach (var unit in files.Units.Where(unit => unit.Key != Office.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            var id = Next();
            await world.DoAsync(cast.Admin, new AddUnit(id, unit.Name, unit.Level, unit.Kind, Parent(unit)));
            cast.Found(unit, id);
            progress((double)++done / (files.Units.Count + files.People.Count), world.Clock.GetUtcNow());
        }

        await SettleAsync();
        foreach (var person in files.People.Where(person => person.Key != Admin.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            var id = Next();
            var password = person.UserName is null ? null : DemoAccounts.Password;
            await world.DoAsync(cast.Admin, new AddPerson(id, person.Name, person.Post, cast.Unit(person.Unit), person.AllRoles, person.UserName, password, MustChangePassword: false));
            cast.Hire(person, id);
            progress((double)++done / (files.Units.Count + files.People.Count), world.Clock.GetUtcNow());
        }
    }

    /// <summary>Gives the units the names they bear since the reorganisations of 2019 and 2020.</summary>
    public async Task RenameAsync()
    {
        foreach (var unit in files.Units.Where(unit => unit.LaterName is not null).OrderBy(unit => unit.LaterFrom))
        {
            var day = world.Calendar.NextWorkingDay(unit.LaterFrom!.Value).ToDateTime(new TimeOnly(9, 0));
            var morning = new DateTimeOffset(day, world.Zone.GetUtcOffset(day)).ToUniversalTime();
            world.Clock.MoveTo(morning > world.Clock.GetUtcNow() ? morning : world.Clock.GetUtcNow() + Pause);
            var id = cast.Unit(unit.Key);
            await world.DoAsync(cast.Admin, new ChangeUnit(id, await world.VersionAsync<Unit>(id), unit.LaterName!, unit.Level, unit.Kind, Parent(unit)));
        }
    }

    private SeedUnit Office => files.Units.Single(unit => unit.Kind == UnitKind.CampaignOffice);

    private SeedPerson Admin => cast.PersonOf("admin");

    /// <summary>The first administrator comes in by the set-up code, as in Production.</summary>
    private async Task SetUpAsync()
    {
        world.Clock.MoveTo(Start);
        await world.DoAsync(null, new SetUpFirstAdministrator(world.Get<SetUpCode>().Issue(), Office.Name, Admin.Name, Admin.UserName!, DemoAccounts.Password));
        await using var db = world.Open();
        cast.Found(Office, await db.Set<Unit>().Select(unit => unit.Id).SingleAsync());
        cast.Hire(Admin, await db.Set<Person>().Select(person => person.Id).SingleAsync());
    }

    /// <summary>Puts the office under its parent and the administrator into the unit they belong to, which were not there at the set-up.</summary>
    private async Task SettleAsync()
    {
        var office = cast.Unit(Office.Key);
        Next();
        await world.DoAsync(cast.Admin, new ChangeUnit(office, await world.VersionAsync<Unit>(office), Office.Name, Office.Level, Office.Kind, Parent(Office)));
        await world.DoAsync(cast.Admin, new ChangePerson(cast.Admin, await world.VersionAsync<Person>(cast.Admin), Admin.Name, Admin.Post, cast.Unit(Admin.Unit), Admin.AllRoles));
    }

    private Guid? Parent(SeedUnit unit) => unit.Parent is { } key ? cast.Unit(key) : null;

    private Guid Next()
    {
        world.Clock.MoveTo(world.Clock.GetUtcNow() + Pause);
        return ids.New(world.Clock.GetUtcNow());
    }
}
