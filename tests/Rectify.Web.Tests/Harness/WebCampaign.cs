using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Tests.Harness;

namespace Rectify.Web.Tests.Harness;

/// <summary>A running campaign on the real server, with a browser for each of its people.</summary>
public sealed class WebCampaign : IAsyncDisposable
{
    private readonly Dictionary<(Guid Person, string Language), Browser> _browsers = [];

    private WebCampaign(TestWeb web, RunningCampaign campaign) => (Web, Campaign) = (web, campaign);

    public TestWeb Web { get; }

    public RunningCampaign Campaign { get; }

    public IReadOnlyList<Person> People =>
    [
        Campaign.Handler, Campaign.Leader, Campaign.OtherHandler, Campaign.Clerk, Campaign.Checker, Campaign.OfficeLeader,
        Campaign.DisciplineOfficer, Campaign.Official, Campaign.Administrator,
    ];

    public static async Task<WebCampaign> StartAsync(PhaseKind phase = PhaseKind.Concentrated)
    {
        var web = TestWeb.Start();
        return new WebCampaign(web, await RunningCampaign.OnAsync(TestRectify.Over(web.Services, web.Time), phase: phase));
    }

    /// <summary>The person's browser, signed in.</summary>
    public async Task<Browser> OfAsync(Person person, string language = "en")
    {
        if (!_browsers.TryGetValue((person.Id, language), out var browser))
        {
            await GiveAccountAsync(person);
            browser = await Web.SignInAsync(UserName(person), language);
            _browsers.Add((person.Id, language), browser);
        }

        return browser;
    }

    public ValueTask DisposeAsync() => Web.DisposeAsync();

    private async Task GiveAccountAsync(Person person)
    {
        if (_browsers.Keys.Any(key => key.Person == person.Id))
        {
            return;
        }

        var hasher = Web.Services.GetRequiredService<IPasswordHasher<Account>>();
        await Web.Database.WriteAsync(db =>
        {
            var account = new Account { PersonId = person.Id, UserName = UserName(person), NormalizedUserName = Account.Normalize(UserName(person)) };
            account.SetPassword(hasher.HashPassword(account, TestWeb.Password), false, Web.Time.GetUtcNow(), 0);
            return Task.FromResult(db.Add(account).Entity);
        });
    }

    private static string UserName(Person person) => "p" + person.Id.ToString("N")[^8..];
}
