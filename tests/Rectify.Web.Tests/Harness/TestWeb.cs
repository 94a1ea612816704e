using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Tests.Harness;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Web.Tests.Harness;

/// <summary>The real server on a data folder of its own, with a clock that a test moves and browsers that talk to it.</summary>
public sealed class TestWeb : IAsyncDisposable
{
    /// <summary>The password of everybody whom a test adds.</summary>
    public const string Password = "Quiet-harbour-27";

    private readonly WebApplicationFactory<Program> _factory;
    private readonly string _directory;

    private TestWeb(string environment, string directory)
    {
        _directory = directory;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseEnvironment(environment)
            .UseSetting("Rectify:Data", directory)
            .UseSetting("Rectify:Seed", "none")
            .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time).AddSingleton(QuickHasher)));
    }

    /// <summary>The real hasher with fewer rounds: tests sign in often.</summary>
    private static IPasswordHasher<Account> QuickHasher { get; } = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));

    public SettableTime Time { get; } = new();

    public IServiceProvider Services => _factory.Services;

    public Database Database => Services.GetRequiredService<Database>();

    /// <summary>Starts a server. In Development, because only then does it serve the built assets.</summary>
    public static TestWeb Start(string environment = "Development")
    {
        var web = new TestWeb(environment, Directory.CreateTempSubdirectory("rectify-web-").FullName);
        _ = web.Services;
        return web;
    }

    /// <summary>A browser with cookies of its own. It follows no redirect unless asked.</summary>
    public Browser Browser(string language = "en") =>
        new(_factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") }), language);

    /// <summary>A browser in which this person has signed in.</summary>
    public async Task<Browser> SignInAsync(string userName, string language = "en")
    {
        var browser = Browser(language);
        var page = await browser.OpenAsync("/sign-in");
        (await page.SubmitAsync("sign-in", ("Input.UserName", userName), ("Input.Password", Password))).IsRedirect.ShouldBeTrue();
        return browser;
    }

    public async Task<Unit> AddUnitAsync(string name, UnitKind kind = UnitKind.Department) =>
        await Database.WriteAsync(db => Task.FromResult(db.Add(Unit.Add(Ids.New(), name, UnitLevel.City, kind, null, Stamp())).Entity));

    /// <summary>Somebody who can sign in by this user name.</summary>
    public async Task<Guid> AddPersonAsync(string userName, Role roles, Unit unit)
    {
        var id = Ids.New();
        var admin = await Database.WriteAsync(db => Task.FromResult(db.Add(Person.Add(Ids.New(), "Bootstrap", "", unit.Id, Role.Administrator, Stamp())).Entity));
        (await SendAsAsync(admin.Id, new AddPerson(id, userName, "", unit.Id, roles, userName, Password, MustChangePassword: false))).Failure.ShouldBeNull();
        return id;
    }

    /// <summary>Sends a request past the pages, as this person.</summary>
    public async Task<Result<T>> SendAsAsync<T>(Guid? person, IRequest<Result<T>> request)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().PersonId = person;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var db = Database.CreateDbContext())
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        await _factory.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private Stamp Stamp() => Services.GetRequiredService<Clock>().Stamp(new Actor(Guid.Empty, "Bootstrap", Role.Administrator, Guid.Empty, ""));
}
