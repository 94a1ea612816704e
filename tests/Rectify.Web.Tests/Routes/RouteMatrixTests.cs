using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Web.Access;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Routes;

/// <summary>Every route of the site against every role: allowed exactly where the page states a permission the role has.</summary>
public sealed partial class RouteMatrixTests
{
    private static readonly Type[] Pages = [.. typeof(Program).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute)))];

    [Fact]
    public void Every_page_states_its_permission_or_that_it_needs_none()
    {
        Pages.Length.ShouldBeGreaterThan(20);
        Pages.Where(page => !page.IsDefined(typeof(NeedsAttribute)) && !page.IsDefined(typeof(AllowAnonymousAttribute))).ShouldBeEmpty();
    }

    /// <summary>A parameter of another type makes the framework fail on what it cannot read; pages read text themselves.</summary>
    [Fact]
    public void Every_page_takes_its_query_as_text_so_that_nonsense_in_an_address_breaks_nothing()
    {
        var asked = Pages.SelectMany(page => page.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute))).ToList();
        asked.Count.ShouldBeGreaterThan(5);
        asked.Where(property => property.PropertyType != typeof(string)).Select(property => $"{property.DeclaringType!.Name}.{property.Name}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_role_gets_the_pages_it_may_see_and_no_other()
    {
        await using var site = await WebCampaign.StartAsync();
        var problem = await site.Campaign.RectifyingAsync();
        List<string> wrong = [];
        var asked = 0;
        foreach (var person in site.People)
        {
            var browser = await site.OfAsync(person);
            foreach (var (page, address) in Addresses(site.Campaign.Id, problem, site.Campaign.Unit.Id, person.Id))
            {
                var allowed = Permissions.Allows(page.GetCustomAttribute<NeedsAttribute>()!.Permission, person.Roles);
                var status = (await browser.OpenAsync(address)).Status;
                asked++;
                if (allowed ? status is HttpStatusCode.Forbidden or >= HttpStatusCode.InternalServerError : status != HttpStatusCode.Forbidden)
                {
                    wrong.Add($"{person.Roles} {address}: {(int)status}");
                }
            }
        }

        asked.ShouldBeGreaterThan(100);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_gets_a_page_without_signing_in()
    {
        await using var site = await WebCampaign.StartAsync();
        foreach (var (_, address) in Addresses(site.Campaign.Id, Ids.New(), Ids.New(), Ids.New()))
        {
            var answer = await site.Web.Browser().OpenAsync(address);
            answer.IsRedirect.ShouldBeTrue(address);
            answer.Location!.ShouldStartWith("/sign-in");
        }
    }

    [Fact]
    public async Task Another_units_problem_looks_as_if_it_did_not_exist()
    {
        await using var site = await WebCampaign.StartAsync();
        var problem = await site.Campaign.RectifyingAsync();
        await site.Campaign.AddEvidenceAsync(problem);
        var evidence = (await site.Campaign.ProblemAsync(problem)).Evidence[0].Id;
        var stranger = await site.OfAsync(site.Campaign.OtherHandler);

        foreach (var address in new[] { $"/problems/{problem}", $"/problems/{problem}/plan", $"/problems/{problem}/evidence/{evidence}" })
        {
            var answer = await stranger.OpenAsync(address);
            answer.Status.ShouldBe(HttpStatusCode.NotFound, address);
            answer.Html.ShouldNotContain("终端");
        }

        (await (await site.OfAsync(site.Campaign.Handler)).OpenAsync($"/problems/{problem}")).Html.ShouldContain("终端恢复使用");
    }

    /// <summary>The addresses that need a permission, with ids that exist where the test has them.</summary>
    private static IEnumerable<(Type Page, string Address)> Addresses(Guid campaign, Guid problem, Guid unit, Guid person) =>
        from page in Pages
        where page.IsDefined(typeof(NeedsAttribute))
        from route in page.GetCustomAttributes<RouteAttribute>()
        where !route.Template.Contains("{QueueName}", StringComparison.Ordinal)
        select (page, Parameter().Replace(Ordinal().Replace(route.Template, "1"), match => match.Groups["before"].Value + "/" + match.Groups["before"].Value switch
        {
            "campaigns" => campaign.ToString(),
            "problems" => problem.ToString(),
            "units" or "lists" => unit.ToString(),
            "people" => person.ToString(),
            _ when match.Groups["kind"].Value.StartsWith(":int", StringComparison.Ordinal) => "1",
            _ => Ids.New().ToString(),
        }));

    /// <summary>A number that follows another parameter.</summary>
    [GeneratedRegex(@"(?<=\}/)\{\w+:int\??\}")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<before>[a-z\-]+)/\{\w+(?<kind>(:\w+)?)\??\}")]
    private static partial Regex Parameter();
}
