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
