using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Access;

public sealed class PasswordTests
{
    private const string New = "Slow-ferry-309!";

    [Fact]
    public async Task A_password_somebody_else_chose_is_changed_before_anything_else()
    {
        await using var web = TestWeb.Start();
        var unit = await web.AddUnitAsync("Campaign office", UnitKind.CampaignOffice);
        var admin = await web.AddPersonAsync("qiao.an", Role.Administrator, unit);
        (await web.SendAsAsync(admin, new AddPerson(Ids.New(), "Lin Yue", "", unit.Id, Role.OfficeClerk, "lin.yue", TestWeb.Password))).Failure.ShouldBeNull();
        var browser = await web.SignInAsync("lin.yue");

        var page = await browser.FollowAsync("/");
        page.Heading.ShouldBe("Change password");
        var weak = await page.SubmitAsync("change-password", Form(TestWeb.Password, "short", "short"));
        weak.ErrorAt("Input.New").ShouldBe("At least 12 characters.");
        (await page.SubmitAsync("change-password", Form(TestWeb.Password, New, New))).Location.ShouldBe("/");

        (await browser.OpenAsync("/")).IsRedirect.ShouldBeFalse();
    }

    [Fact]
    public async Task Changing_the_password_ends_sign_ins_elsewhere()
    {
        await using var web = TestWeb.Start();
        await web.AddPersonAsync("lin.yue", Role.OfficeClerk, await web.AddUnitAsync("Campaign office", UnitKind.CampaignOffice));
        var (here, elsewhere) = (await web.SignInAsync("lin.yue"), await web.SignInAsync("lin.yue"));

        var page = await here.OpenAsync("/account/password");
        (await page.SubmitAsync("change-password", Form(TestWeb.Password, New, New))).IsRedirect.ShouldBeTrue();

        (await here.OpenAsync("/")).IsRedirect.ShouldBeFalse();
        (await elsewhere.OpenAsync("/")).Location.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_password_older_than_the_policy_allows_is_due()
    {
        await using var web = TestWeb.Start();
        await web.AddPersonAsync("lin.yue", Role.OfficeClerk, await web.AddUnitAsync("Campaign office", UnitKind.CampaignOffice));
        (await (await web.SignInAsync("lin.yue")).OpenAsync("/")).IsRedirect.ShouldBeFalse();

        web.Time.AdvanceDays(91);

        (await (await web.SignInAsync("lin.yue")).OpenAsync("/")).Location.ShouldBe("/account/password");
    }

    private static (string, string)[] Form(string present, string fresh, string again) => [("Input.Present", present), ("Input.New", fresh), ("Input.Again", again)];
}
