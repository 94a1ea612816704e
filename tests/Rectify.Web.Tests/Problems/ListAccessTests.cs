using System.Net;
using Rectify.Core.Organisations;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Problems;

/// <summary>Who may open which page of the lists, and that a unit never sees another's.</summary>
public sealed class ListAccessTests : IAsyncLifetime
{
    private ListSite _campaign = null!;
    private Guid _problem;

    public async ValueTask InitializeAsync()
    {
        _campaign = await ListSite.StartAsync();
        _problem = await _campaign.DraftAsync();
        await _campaign.SendListAsync(1);
        await _campaign.ReturnListAsync("补充整改措施");
    }

    public ValueTask DisposeAsync() => _campaign.DisposeAsync();

    [Fact]
    public async Task Every_page_opens_for_those_whose_work_it_is_and_for_nobody_else()
    {
        var running = _campaign.Running;
        Person[] own = [running.Handler, running.Leader];
        Person[] units = [.. own, running.OtherHandler, running.OtherLeader];
        Person[] readers = [running.Clerk, running.Checker, running.OfficeLeader, running.Official];
        var home = $"/campaigns/{_campaign.Id}";
        var unit = $"{home}/lists/{_campaign.Unit.Id}";
        var pages = new Dictionary<string, Person[]>
        {
            [$"{home}/list"] = units,
            [$"{home}/list/entries"] = units,
            [$"{home}/list/import"] = units,
            [$"{home}/list/template.xlsx"] = units,
            [$"{home}/list/entries/{_problem}"] = own,
            [$"{home}/returns"] = readers,
            [unit] = readers,
            [$"{unit}/1"] = readers,
            [$"{unit}/1/print"] = [.. own, .. readers],
            [$"{home}/problems/new"] = [running.Clerk, running.Checker],
            [$"{home}/assign"] = [running.Clerk],
        };
        foreach (var person in (Person[])[.. units, .. readers, running.DisciplineOfficer, running.Administrator])
        {
            var browser = await _campaign.SignInAsync(person);
            foreach (var (address, allowed) in pages)
            {
                var page = await browser.OpenAsync(address);
                (page.Status is HttpStatusCode.OK).ShouldBe(allowed.Contains(person), $"{person.Name} at {address}: {page.Status}");
                if (!allowed.Contains(person))
                {
                    page.Html.ShouldNotContain("自助终端两台停用");
                    var toItsOwnPage = own.Contains(person) && page.Location?.StartsWith($"{home}/list?", StringComparison.Ordinal) == true;
                    (page.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound || toItsOwnPage).ShouldBeTrue($"{person.Name} at {address}: {page.Status}");
                }
            }
        }
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        foreach (var path in new[] { "list", "list/import", "list/template.xlsx", "returns", "assign", "problems/new" })
        {
            (await _campaign.Web.Browser().OpenAsync($"/campaigns/{_campaign.Id}/{path}")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
        }
    }

    [Fact]
    public async Task Unknown_campaigns_units_and_lists_are_not_found()
    {
        var clerk = await _campaign.SignInAsync(_campaign.Clerk);
        var handler = await _campaign.SignInAsync(_campaign.Handler);

        (await clerk.OpenAsync($"/campaigns/{Core.Shared.Ids.New()}/returns")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.OpenAsync($"/campaigns/{_campaign.Id}/lists/{Core.Shared.Ids.New()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.OpenAsync($"/campaigns/{_campaign.Id}/lists/{_campaign.OtherUnit.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.OpenAsync($"/campaigns/{_campaign.Id}/lists/{_campaign.Unit.Id}/7")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await handler.OpenAsync($"/campaigns/{_campaign.Id}/list/entries/{Core.Shared.Ids.New()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
