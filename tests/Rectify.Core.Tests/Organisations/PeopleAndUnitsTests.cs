using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Organisations;

public sealed class PeopleAndUnitsTests
{
    private const string Strong = "Quiet-harbour-27";

    [Fact]
    public async Task The_code_from_the_console_makes_the_first_administrator_once()
    {
        await using var rectify = await TestRectify.StartAsync();
        var code = rectify.Services.GetRequiredService<SetUpCode>().Issue();
        var setUp = new SetUpFirstAdministrator(code, "Campaign office", "Qiao An", "qiao.an", Strong);

        (await rectify.AsNobody().Send(setUp with { Code = "AAAAAA-AAAAAA-AAAAAA-AAAAAA" })).ShouldBeInvalid("Code", "WrongSetUpCode");
        (await rectify.AsNobody().Send(setUp)).ShouldSucceed();
        (await rectify.AsNobody().Send(setUp)).ShouldBeRefused(Rule.AlreadySetUp);
        (await rectify.AsNobody().Send(new IsSetUp())).ShouldSucceed().ShouldBeTrue();

        await using var db = rectify.Database.CreateDbContext();
        var person = await db.Set<Person>().SingleAsync();
        person.Roles.ShouldBe(Role.Administrator);
        (await rectify.As(person).Send(new ListUnits())).ShouldSucceed().Items.Single().Kind.ShouldBe(UnitKind.CampaignOffice);
    }

    [Fact]
    public async Task A_form_posted_twice_adds_one_unit()
    {
        await using var rectify = await TestRectify.StartAsync();
        var admin = rectify.As(await AdministratorAsync(rectify));
        var add = new AddUnit(Ids.New(), " Bureau of Housing ", UnitLevel.City, UnitKind.Department, null);

        (await admin.Send(add)).ShouldSucceed();
        (await admin.Send(add)).ShouldSucceed();

        (await admin.Send(new ListUnits("Housing"))).ShouldSucceed().Items.Single().Name.ShouldBe("Bureau of Housing");
        (await admin.Send(add with { Id = Ids.New() })).ShouldBeInvalid("Name", "NameTaken");
    }

    [Fact]
    public async Task A_unit_never_stands_below_itself()
    {
        await using var rectify = await TestRectify.StartAsync();
        var admin = rectify.As(await AdministratorAsync(rectify));
        var city = await rectify.AddUnitAsync("City", UnitKind.LocalGovernment);
        var county = await rectify.AddUnitAsync("County", UnitKind.LocalGovernment, UnitLevel.County, city.Id);

        (await admin.Send(new ChangeUnit(city.Id, city.Version, "City", UnitLevel.City, UnitKind.LocalGovernment, county.Id))).ShouldBeRefused(Rule.UnitInsideItself);
        (await admin.Send(new ChangeUnit(county.Id, county.Version, "County", UnitLevel.County, UnitKind.LocalGovernment, Ids.New()))).ShouldBeInvalid("ParentId", "UnknownChoice");
    }

    [Fact]
    public async Task An_administrator_holds_no_other_role_and_keeps_their_own()
    {
        await using var rectify = await TestRectify.StartAsync();
        var person = await AdministratorAsync(rectify);
        var admin = rectify.As(person);

        (await admin.Send(new AddPerson(Ids.New(), "Lin Yue", "", person.UnitId, Role.Administrator | Role.OfficeLeader, null, null))).ShouldBeRefused(Rule.AdministratorStandsApart);
        (await admin.Send(new ChangePerson(person.Id, person.Version, person.Name, "", person.UnitId, Role.Official))).ShouldBeRefused(Rule.CannotLockOutSelf);
        (await admin.Send(new RetirePerson(person.Id, person.Version))).ShouldBeRefused(Rule.CannotLockOutSelf);
    }

    [Fact]
    public async Task Somebody_who_has_left_can_do_nothing_until_reinstated()
    {
        await using var rectify = await TestRectify.StartAsync();
        var person = await AdministratorAsync(rectify);
        var (admin, id) = (rectify.As(person), Ids.New());
        (await admin.Send(new AddPerson(id, "Lin Yue", "Clerk", person.UnitId, Role.OfficeClerk, "lin.yue", Strong))).ShouldSucceed();

        (await admin.Send(new RetirePerson(id, 1))).ShouldSucceed();
        (await rectify.As(id).Send(new GetCurrentPerson())).ShouldBeNotAllowed();
        (await admin.Send(new ReinstatePerson(id, 1))).ShouldBeStale();
        (await admin.Send(new ReinstatePerson(id, 2))).ShouldSucceed();
        (await rectify.As(id).Send(new GetCurrentPerson())).ShouldSucceed().UnitId.ShouldBe(person.UnitId);
    }

    [Fact]
    public async Task Only_administrators_manage_people()
    {
        await using var rectify = await TestRectify.StartAsync();
        var unit = await rectify.AddUnitAsync("Campaign office", UnitKind.CampaignOffice);
        var leader = rectify.As(await rectify.AddPersonAsync("Lin Yue", Role.OfficeLeader, unit));

        (await leader.Send(new ListPeople())).ShouldBeNotAllowed();
        (await leader.Send(new AddPerson(Ids.New(), "Wen", "", unit.Id, Role.Checker, null, null))).ShouldBeNotAllowed();
        (await rectify.AsNobody().Send(new ListUnits())).ShouldBeNotAllowed();
    }

    [Theory]
    [InlineData("Short-1a", "PasswordTooShort")]
    [InlineData("quietharbourlane", "PasswordTooPlain")]
    [InlineData("Aa1Aa1Aa1Aa1Aa1", "PasswordTooCommon")]
    [InlineData("Password-2026", "PasswordTooCommon")]
    [InlineData("Lin.Yue-harbour-1", "PasswordTooCommon")]
    public async Task A_weak_password_is_refused_with_its_reason(string password, string code)
    {
        await using var rectify = await TestRectify.StartAsync();
        var person = await AdministratorAsync(rectify);

        (await rectify.As(person).Send(new AddPerson(Ids.New(), "Lin Yue", "", person.UnitId, Role.Checker, "lin.yue", password))).ShouldBeInvalid("Password", code);
    }

    [Fact]
    public async Task A_former_password_does_not_come_back_and_wrong_ones_lock_the_account()
    {
        await using var rectify = await TestRectify.StartAsync();
        var person = await AdministratorAsync(rectify);
        var id = Ids.New();
        (await rectify.As(person).Send(new AddPerson(id, "Lin Yue", "", person.UnitId, Role.Checker, "lin.yue", Strong))).ShouldSucceed();
        var self = rectify.As(id);

        (await self.Send(new ChangeOwnPassword(Strong, "Slow-ferry-309!", "Slow-ferry-309?"))).ShouldBeInvalid("Again", "PasswordsDiffer");
        (await self.Send(new ChangeOwnPassword(Strong, "Slow-ferry-309!", "Slow-ferry-309!"))).ShouldSucceed();
        (await self.Send(new ChangeOwnPassword("Slow-ferry-309!", Strong, Strong))).ShouldBeInvalid("New", "PasswordUsedBefore");

        for (var attempt = 0; attempt < Account.FailureLimit; attempt++)
        {
            (await self.Send(new ChangeOwnPassword("guess", "Broad-river-55#", "Broad-river-55#"))).ShouldBeInvalid("Present", "PasswordWrong");
        }

        (await self.Send(new ChangeOwnPassword("Slow-ferry-309!", "Broad-river-55#", "Broad-river-55#"))).ShouldBeInvalid("Present", "AccountLocked");
        rectify.Time.Advance(Account.LockTime);
        (await self.Send(new ChangeOwnPassword("Slow-ferry-309!", "Broad-river-55#", "Broad-river-55#"))).ShouldSucceed();
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_do_not_outrun_the_lock()
    {
        await using var rectify = await TestRectify.StartAsync();
        var person = await AdministratorAsync(rectify);
        var id = Ids.New();
        (await rectify.As(person).Send(new AddPerson(id, "Lin Yue", "", person.UnitId, Role.Checker, "lin.yue", Strong))).ShouldSucceed();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(guess => rectify.AsNobody().Send(new CheckSignIn("LIN.YUE", guess < 11 ? $"guess-{guess}" : Strong))));

        answers.Take(11).ShouldAllBe(answer => answer.Failure is NotAllowed);
        (await rectify.AsNobody().Send(new CheckSignIn("lin.yue", Strong))).ShouldBeNotAllowed();
        rectify.Time.Advance(Account.LockTime + TimeSpan.FromSeconds(1));
        (await rectify.AsNobody().Send(new CheckSignIn("lin.yue", Strong))).ShouldSucceed().ShouldBe(id);
    }

    [Fact]
    public async Task The_right_password_makes_earlier_failures_forgotten()
    {
        await using var rectify = await TestRectify.StartAsync();
        var person = await AdministratorAsync(rectify);
        (await rectify.As(person).Send(new AddPerson(Ids.New(), "Lin Yue", "", person.UnitId, Role.Checker, "lin.yue", Strong))).ShouldSucceed();

        for (var attempt = 1; attempt <= Account.FailureLimit * 2; attempt++)
        {
            var right = attempt % Account.FailureLimit == 0;
            (await rectify.AsNobody().Send(new CheckSignIn("lin.yue", right ? Strong : "guess"))).Succeeded.ShouldBe(right);
        }
    }

    private static async Task<Person> AdministratorAsync(TestRectify rectify) =>
        await rectify.AddPersonAsync("Qiao An", Role.Administrator, await rectify.AddUnitAsync("Campaign office", UnitKind.CampaignOffice));
}
