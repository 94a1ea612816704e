using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Web.Hosting;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Hosting;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("en", "Something went wrong")]
    [InlineData("zh-CN", "系统出错")]
    public async Task When_the_database_is_gone_there_is_a_plain_page_with_a_number(string language, string heading)
    {
        await using var web = TestWeb.Start("Production");
        var file = web.Services.GetRequiredService<DataPlace>().DatabaseFile;
        await using (var db = web.Database.CreateDbContext())
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        File.Move(file, file + ".away");
        var page = await web.Browser(language).OpenAsync("/sign-in");

        (page.Status, page.Heading).ShouldBe((HttpStatusCode.InternalServerError, heading));
        page.Document.QuerySelector("code")!.TextContent.Length.ShouldBe(8);
        page.Html.ShouldNotContain("Sqlite");
        page.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        (await web.Browser().OpenAsync("/health")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_form_without_its_token_gets_a_page_that_says_what_to_do()
    {
        await using var web = TestWeb.Start("Production");
        var page = await web.Browser().PostAsync("/sign-out", []);

        (page.Status, page.Heading).ShouldBe((HttpStatusCode.BadRequest, "This did not work"));
        page.Alerts.ShouldContain("open it again");
    }

    [Theory]
    [InlineData("Development", "en", "This page has changed since you opened it")]
    [InlineData("Production", "zh-CN", "您打开页面后情况已有变化")]
    public async Task A_form_that_its_page_no_longer_has_leads_back_to_the_page_and_says_so(string environment, string language, string message)
    {
        await using var web = TestWeb.Start(environment);
        var unit = await web.AddUnitAsync("Campaign office", Rectify.Core.Organisations.UnitKind.CampaignOffice);
        await web.AddPersonAsync("lin.yue", Role.OfficeClerk, unit);
        var browser = await web.SignInAsync("lin.yue", language);
        var form = (await browser.OpenAsync("/account/password?from=desk")).Document.QuerySelector("input[name='_handler']")!.GetAttribute("value")!;

        var answer = await (await browser.OpenAsync("/account/password?from=desk")).SubmitAsync(form, ("_handler", "gone"));

        answer.Location.ShouldBe("/account/password?from=desk");
        (await browser.OpenAsync(answer.Location!)).Alerts.ShouldContain(message);
        (await browser.OpenAsync(answer.Location!)).Alerts.ShouldNotContain(message, customMessage: "it is said once");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Every_failure_has_its_status_code(Failure failure, int code) => failure.StatusCode().ShouldBe(code);

    public static TheoryData<Failure, int> Failures => new()
    {
        { new Invalid([]), 400 },
        { new NotAllowed(), 403 },
        { new NotFound(), 404 },
        { new Stale("Kim", DateTimeOffset.UnixEpoch), 409 },
        { new Refused(Rule.WrongState, []), 422 },
    };
}
