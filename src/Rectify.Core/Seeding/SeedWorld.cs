using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Core.Calendar;
using Rectify.Core.Ledger;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Seeding;

/// <summary>The system being filled: sends people's commands through the whole pipeline, as the web does.</summary>
internal sealed class SeedWorld(IServiceProvider services, SeedClock clock)
{
    public SeedClock Clock => clock;

    public TimeZoneInfo Zone { get; } = services.GetRequiredService<Clock>().Zone;

    public WorkingCalendar Calendar { get; } = services.GetRequiredService<Calendars>().Current;

    public EvidenceStore Evidence { get; } = services.GetRequiredService<EvidenceStore>();

    public DateOnly Today => services.GetRequiredService<Clock>().Today;

    public T Get<T>() where T : class => services.GetRequiredService<T>();

    /// <param name="person">Who does it; null before anybody can sign in.</param>
    /// <exception cref="InvalidOperationException">The command was refused: the story breaks a rule.</exception>
    public async Task<T> DoAsync<T>(Guid? person, IRequest<Result<T>> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().PersonId = person;
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        return result.Succeeded ? result.Value : throw new InvalidOperationException($"{clock.GetUtcNow():O} {request} came to {Describe(result.Failure)}");
    }

    public async Task<int> VersionAsync<T>(Guid id) where T : Subject
    {
        await using var db = Open();
        return await Versions<T>.Of(db, id);
    }

    public async Task<T> FindAsync<T>(Guid id) where T : Subject
    {
        await using var db = Open();
        return await db.Set<T>().SingleAsync(subject => subject.Id == id);
    }

    public RectifyDb Open() => Get<IDbContextFactory<RectifyDb>>().CreateDbContext();

    /// <summary>Asked before nearly every step, so the query is compiled once.</summary>
    private static class Versions<T> where T : Subject
    {
        public static readonly Func<RectifyDb, Guid, Task<int>> Of = EF.CompileAsyncQuery((RectifyDb db, Guid id) => db.Set<T>().Where(subject => subject.Id == id).Select(subject => subject.Version).Single());
    }

    private static string Describe(Failure failure) => failure switch
    {
        Invalid invalid => string.Join("; ", invalid.Errors.Select(error => $"{error.Field} {error.Code}")),
        Refused refused => $"{refused.Rule} ({string.Join(", ", refused.Values)})",
        _ => failure.ToString(),
    };
}
