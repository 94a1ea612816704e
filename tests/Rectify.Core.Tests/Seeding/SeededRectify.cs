using Rectify.Core.Organisations;
using Rectify.Core.Seeding;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Tests.Architecture;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Seeding;

[assembly: AssemblyFixture(typeof(SeededRectify))]

namespace Rectify.Core.Tests.Seeding;

/// <summary>A system as the first start leaves it, loaded once for all tests of the assembly that ask for it. They only read.</summary>
public sealed class SeededRectify : IAsyncDisposable
{
    /// <summary>The day of the first start.</summary>
    public static readonly DateOnly Day = new(2026, 7, 15);

    private readonly Lazy<Task<TestRectify>> _loaded = new(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("rectify-").FullName;
        await LoadAsync(folder);
        return await TestRectify.OpenAsync(folder, TimeOf(Day));
    });

    public static string SeedData { get; } = Path.Combine(Repository.Root, "seed-data");

    public Task<TestRectify> GetAsync() => _loaded.Value;

    /// <summary>Fills a folder as a first start on the day does.</summary>
    public static Task LoadAsync(string folder, IProgress<SeedProgress>? progress = null, CancellationToken cancellation = default) =>
        Loader(folder).LoadAsync(SeedData, progress ?? new Progress<SeedProgress>(), cancellation);

    internal static SeedLoader Loader(string folder) =>
        new(new DataPlace(folder), new Clock(TimeOf(Day), TimeZoneInfo.FindSystemTimeZoneById(Clock.DefaultZone)), PasswordPolicy.GbLevel3);

    private static SettableTime TimeOf(DateOnly day)
    {
        var time = new SettableTime();
        time.Set(day, 10);
        return time;
    }

    public async ValueTask DisposeAsync()
    {
        if (_loaded.IsValueCreated)
        {
            await (await _loaded.Value).DisposeAsync();
        }
    }
}
