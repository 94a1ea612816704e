using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Ledger;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Tests.Harness;

/// <summary>The real thing but for the web: a SQLite file in a folder of its own, the whole pipeline, and a clock that a test moves.</summary>
public sealed class TestRectify : IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private readonly bool _isGuest;

    private TestRectify(string directory, SettableTime time)
    {
        Time = time;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddRectifyCore(new DataPlace(directory) { IsScratch = true })
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    private TestRectify(IServiceProvider services, SettableTime time) => (_services, Time, _isGuest) = (services, time, true);

    public SettableTime Time { get; }

    public Clock Clock => _services.GetRequiredService<Clock>();

    public Database Database => _services.GetRequiredService<Database>();

    public IServiceProvider Services => _services;

    /// <summary>Who puts the first units and people in, before anybody is there to do it by a command.</summary>
    public static Actor Bootstrap { get; } = new(Guid.Empty, "Bootstrap", Role.Administrator, Guid.Empty, "");

    public static Task<TestRectify> StartAsync(SettableTime? time = null) =>
        OpenAsync(System.IO.Directory.CreateTempSubdirectory("rectify-").FullName, time ?? new SettableTime());

    /// <summary>Opens what lies in a folder, which goes when the test is over.</summary>
    public static async Task<TestRectify> OpenAsync(string directory, SettableTime time)
    {
        var rectify = new TestRectify(directory, time);
        await rectify.Database.PrepareAsync();
        return rectify;
    }

    /// <summary>Works on a server that a test has started, and leaves it running.</summary>
    public static TestRectify Over(IServiceProvider services, SettableTime time) => new(services, time);

    /// <summary>Sends requests as this person; <c>await rectify.As(clerk).Send(new …)</c>.</summary>
    public Sender As(Person person) => new(_services, person.Id);

    public Sender As(Guid personId) => new(_services, personId);

    /// <summary>Sends requests without being signed in.</summary>
    public Sender AsNobody() => new(_services, null);

    public Stamp BootstrapStamp() => Clock.Stamp(Bootstrap);

    public Task<Unit> AddUnitAsync(string name, UnitKind kind = UnitKind.Department, UnitLevel level = UnitLevel.City, Guid? parent = null) =>
        AddAsync(Unit.Add(Ids.New(), name, level, kind, parent, BootstrapStamp()));

    public Task<Person> AddPersonAsync(string name, Role roles, Unit unit, string post = "") =>
        AddAsync(Person.Add(Ids.New(), name, post, unit.Id, roles, BootstrapStamp()));

    public Task<T> AddAsync<T>(T subject) where T : Subject =>
        Database.WriteAsync(db =>
        {
            db.Add(subject);
            return Task.FromResult(subject);
        });

    /// <summary>The subject's entries, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> EntriesOfAsync(Guid subject)
    {
        await using var db = Database.CreateDbContext();
        return await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == subject).OrderBy(entry => entry.Version).ToListAsync();
    }

    /// <summary>The subject as the tables hold it.</summary>
    public async Task<T> FindAsync<T>(Guid id) where T : Subject
    {
        await using var db = Database.CreateDbContext();
        return await db.Set<T>().SingleAsync(subject => subject.Id == id);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isGuest)
        {
            return;
        }

        await using (var db = Database.CreateDbContext())
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        var directory = Database.Place.Directory;
        await ((ServiceProvider)_services).DisposeAsync();
        System.IO.Directory.Delete(directory, recursive: true);
    }
}

/// <summary>One person at the keyboard: every request runs in a fresh scope through the real pipeline.</summary>
public sealed class Sender(IServiceProvider services, Guid? personId)
{
    public async Task<Result<T>> Send<T>(IRequest<Result<T>> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().PersonId = personId;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends what has to succeed, and gives its value.</summary>
    public async Task<T> Do<T>(IRequest<Result<T>> request)
    {
        var result = await Send(request);
        return result.Succeeded ? result.Value : throw new Shouldly.ShouldAssertException($"{request} came to {Describe(result.Failure)}");
    }

    private static string Describe(Failure failure) => failure is Invalid invalid
        ? $"Invalid: {string.Join("; ", invalid.Errors.Select(error => $"{error.Field} {error.Code}"))}"
        : failure.ToString();
}
