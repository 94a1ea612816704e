using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Organisations;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Access;

public sealed class SetUpTests
{
    [Fact]
    public async Task The_first_administrator_comes_in_by_the_code_and_nobody_after()
    {
        await using var web = TestWeb.Start("Production");
        var code = web.Services.GetRequiredService<SetUpCode>().Issue();
        var browser = web.Browser();
        (await browser.OpenAsync("/sign-in")).Location.ShouldBe("/setup");
        var page = await browser.OpenAsync("/setup");

        var wrong = await page.SubmitAsync("set-up", Form("AAAAAA-AAAAAA-AAAAAA-AAAAAA"));
        wrong.ErrorAt("Input.Code").ShouldStartWith("The code is wrong");
        wrong.ValueOf("Input.UnitName").ShouldBe("Campaign office");

        var done = await page.SubmitAsync("set-up", Form(code));
        done.Location.ShouldBe("/sign-in");
        var signIn = await browser.OpenAsync("/sign-in");
        signIn.Alerts.ShouldBe("Set up. Please sign in now.");
        (await browser.OpenAsync("/setup")).Status.ShouldBe(HttpStatusCode.NotFound);

        var home = await signIn.SubmitAsync("sign-in", ("Input.UserName", "qiao.an"), ("Input.Password", TestWeb.Password));
        home.Location.ShouldBe("/");
        (await browser.OpenAsync("/admin/people")).Html.ShouldContain("qiao.an");
    }

    private static (string, string)[] Form(string code) =>
        [("Input.Code", code), ("Input.UnitName", "Campaign office"), ("Input.Name", "Qiao An"), ("Input.UserName", "qiao.an"), ("Input.Password", TestWeb.Password)];
}
