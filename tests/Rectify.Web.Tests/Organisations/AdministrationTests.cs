using System.Net;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Organisations;

public sealed class AdministrationTests
{
    [Fact]
    public async Task A_unit_is_added_found_and_changed()
    {
        await using var web = await WithAdministratorAsync();
        var admin = await web.SignInAsync("qiao.an");
        var form = await admin.OpenAsync("/admin/units/new");

        var refused = await form.SubmitAsync("unit", ("Input.Name", "Bureau of Housing"));
        refused.ErrorAt("Input.Level").ShouldBe("Please choose one of those offered.");
        refused.ValueOf("Input.Name").ShouldBe("Bureau of Housing");
        (await refused.SubmitAsync("unit", ("Input.Level", "City"), ("Input.Kind", "Department"))).Location.ShouldBe("/admin/units");

        var list = await admin.OpenAsync("/admin/units?kind=Department");
        list.Alerts.ShouldBe("“Bureau of Housing” has been saved.");
        var link = list.Document.QuerySelectorAll("tbody a").Single(a => a.TextContent == "Bureau of Housing").GetAttribute("href")!;
        (await (await admin.OpenAsync(link)).SubmitAsync("unit", ("Input.Name", "Housing Bureau"))).IsRedirect.ShouldBeTrue();
        (await admin.OpenAsync("/admin/units?text=Housing+B")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_sent_twice_adds_one_unit()
    {
        await using var web = await WithAdministratorAsync();
        var admin = await web.SignInAsync("qiao.an");
        var form = await admin.OpenAsync("/admin/units/new");
        for (var time = 0; time < 2; time++)
        {
            (await form.SubmitAsync("unit", ("Input.Name", "Bureau of Housing"), ("Input.Level", "City"), ("Input.Kind", "Department"))).IsRedirect.ShouldBeTrue();
        }

        (await admin.OpenAsync("/admin/units?text=Housing")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Two_administrators_at_one_unit_do_not_overwrite_each_other()
    {
        await using var web = await WithAdministratorAsync();
        var unit = await web.AddUnitAsync("Bureau of Housing");
        var admin = await web.SignInAsync("qiao.an");
        var (first, second) = (await admin.OpenAsync($"/admin/units/{unit.Id}"), await admin.OpenAsync($"/admin/units/{unit.Id}"));

        (await first.SubmitAsync("unit", ("Input.Name", "First"))).IsRedirect.ShouldBeTrue();
        var late = await second.SubmitAsync("unit", ("Input.Name", "Second"));

        late.Alerts.ShouldContain("qiao.an changed this on");
        late.ValueOf("Input.Name").ShouldBe("Second");
    }

    [Fact]
    public async Task A_person_is_added_with_several_roles_and_signs_in()
    {
        await using var web = await WithAdministratorAsync();
        var unit = await web.AddUnitAsync("Bureau of Housing");
        var admin = await web.SignInAsync("qiao.an");
        var form = await admin.OpenAsync("/admin/people/new");

        (await form.SubmitAsync("add-person", ("Input.Name", "Lin Yue"), ("Input.UnitId", unit.Id.ToString()), ("Input.Roles", "UnitHandler"), ("Input.Roles", "UnitLeader"),
            ("Input.UserName", "lin.yue"), ("Input.Password", TestWeb.Password))).Location.ShouldBe("/admin/people");

        (await admin.OpenAsync("/admin/people?role=UnitLeader")).Html.ShouldContain("Unit handler, Unit leader");
        (await (await web.SignInAsync("lin.yue")).FollowAsync("/")).Heading.ShouldBe("Change password");
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_at_its_field()
    {
        await using var web = await WithAdministratorAsync();
        var form = await (await web.SignInAsync("qiao.an")).OpenAsync("/admin/people/new");

        var refused = await form.SubmitAsync("add-person", ("Input.Name", "Lin Yue"), ("Input.UnitId", "no-unit"), ("Input.Roles", "Emperor"));

        refused.ErrorAt("Input.UnitId").ShouldBe("This could not be read. Please check it.");
        refused.ErrorAt("Input.Roles").ShouldBe("This could not be read. Please check it.");
        refused.ValueOf("Input.Name").ShouldBe("Lin Yue");
    }

    [Fact]
    public async Task A_person_leaves_and_comes_back()
    {
        await using var web = await WithAdministratorAsync();
        var id = await web.AddPersonAsync("lin.yue", Role.UnitHandler, await web.AddUnitAsync("Bureau of Housing"));
        var admin = await web.SignInAsync("qiao.an");

        (await (await admin.OpenAsync($"/admin/people/{id}")).SubmitAsync("leaving")).IsRedirect.ShouldBeTrue();
        (await admin.OpenAsync("/admin/people?text=lin")).Html.ShouldContain("Nobody matches.");
        (await (await web.Browser().OpenAsync("/sign-in")).SubmitAsync("sign-in", ("Input.UserName", "lin.yue"), ("Input.Password", TestWeb.Password))).IsRedirect.ShouldBeFalse();
        (await (await admin.OpenAsync($"/admin/people/{id}")).SubmitAsync("leaving")).IsRedirect.ShouldBeTrue();

        (await (await web.SignInAsync("lin.yue")).OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_first_password_unlocks_and_has_to_be_changed()
    {
        await using var web = await WithAdministratorAsync();
        var id = await web.AddPersonAsync("lin.yue", Role.UnitHandler, await web.AddUnitAsync("Bureau of Housing"));
        var signIn = await web.Browser().OpenAsync("/sign-in");
        for (var attempt = 0; attempt < Account.FailureLimit; attempt++)
        {
            await signIn.SubmitAsync("sign-in", ("Input.UserName", "lin.yue"), ("Input.Password", "guess"));
        }

        var page = await (await web.SignInAsync("qiao.an")).OpenAsync($"/admin/people/{id}");
        page.Html.ShouldContain("Locked until");
        (await page.SubmitAsync("password", ("Access.Password", "Slow-ferry-309!"))).IsRedirect.ShouldBeTrue();

        var browser = web.Browser();
        (await (await browser.OpenAsync("/sign-in")).SubmitAsync("sign-in", ("Input.UserName", "lin.yue"), ("Input.Password", "Slow-ferry-309!"))).IsRedirect.ShouldBeTrue();
        (await browser.OpenAsync("/")).Location.ShouldBe("/account/password");
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/people")]
    [InlineData("/admin/people/new")]
    [InlineData("/admin/units")]
    [InlineData("/admin/units/new")]
    public async Task Only_administrators_open_the_administration(string address)
    {
        await using var web = await WithAdministratorAsync();
        await web.AddPersonAsync("lin.yue", Role.OfficeLeader | Role.OfficeClerk | Role.Checker | Role.Official | Role.UnitLeader, await web.AddUnitAsync("Bureau of Housing"));

        (await web.Browser().OpenAsync(address)).Location.ShouldStartWith("/sign-in");
        (await (await web.SignInAsync("lin.yue")).OpenAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await web.SignInAsync("qiao.an")).OpenAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unknown_unit_or_person_answers_404()
    {
        await using var web = await WithAdministratorAsync();
        var admin = await web.SignInAsync("qiao.an");
        foreach (var address in new[] { $"/admin/units/{Ids.New()}", $"/admin/people/{Ids.New()}" })
        {
            (await admin.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    private static async Task<TestWeb> WithAdministratorAsync()
    {
        var web = TestWeb.Start();
        await web.AddPersonAsync("qiao.an", Role.Administrator, await web.AddUnitAsync("Campaign office", UnitKind.CampaignOffice));
        return web;
    }
}
