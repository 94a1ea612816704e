using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Seeding;

/// <summary>
/// Fills an empty system with the seed data by sending the real commands under a clock of the past. Development only.
/// </summary>
/// <remarks>
/// Everything is made in a folder beside the database and moved into place at the very end, the database file last and by one rename.
/// A start that breaks off half-way therefore leaves an empty system, which the next start fills again, and never a half-told story
/// that looks whole. It has to run before the database of the place is opened,
/// and holds the place while it works: of two first starts at once, the second is refused.
/// </remarks>
public sealed class SeedLoader(DataPlace place, Clock clock, PasswordPolicy policy)
{
    private const string Workshop = "seeding";

    /// <summary>The number every draw starts from: each first start tells the same story.</summary>
    private const int Seed = 20180615;

    /// <summary>Whether there is nothing yet: no database, or one without a single unit.</summary>
    /// <exception cref="DataPlaceTaken">Another server works on the place, or fills it.</exception>
    public async Task<bool> IsNeededAsync(CancellationToken cancellation = default)
    {
        await using var hold = Database.Hold(place);
        return await IsEmptyAsync(cancellation);
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        if (!File.Exists(place.DatabaseFile))
        {
            return true;
        }

        await using var database = new Database(place) { IsHeld = true };
        await database.PrepareAsync(cancellation);
        await using var db = database.CreateDbContext();
        return !await db.Set<Unit>().AnyAsync(cancellation);
    }

    /// <summary>Fills the place from the folder, whose README describes the files. Does nothing where there is a unit already.</summary>
    /// <param name="progress">Told whenever another percent is done.</param>
    /// <exception cref="DataPlaceTaken">Another server works on the place, or fills it.</exception>
    public async Task LoadAsync(string seedDirectory, IProgress<SeedProgress> progress, CancellationToken cancellation = default)
    {
        await using var hold = Database.Hold(place);
        if (!await IsEmptyAsync(cancellation))
        {
            return;
        }

        var workshop = new DataPlace(Path.Combine(place.Directory, Workshop)) { IsScratch = true };
        Clear(workshop.Directory);
        await TellAsync(workshop, SeedFiles.Read(seedDirectory), new ProgressSteps(progress, clock), cancellation);
        MoveIn(workshop);
        progress.Report(new SeedProgress(SeedStage.MovingIn, 100, clock.Today));
    }

    private async Task TellAsync(DataPlace workshop, SeedFiles files, ProgressSteps progress, CancellationToken cancellation)
    {
        var past = new SeedClock(OrganisationSeed.Start);
        await using var services = Services(workshop, past);
        await services.GetRequiredService<Database>().PrepareAsync(cancellation);
        var (world, cast, ids) = (new SeedWorld(services, past), new Cast(files), new SeedIds(Seed));
        var random = new Random(Seed);
        var hours = new OfficeHours(clock.Zone, random);
        var organisations = new OrganisationSeed(world, files, cast, ids);
        await organisations.LoadAsync(progress.At(SeedStage.Organisations, 0, 4), cancellation);
        var finished = await new FinishedCampaignSeed(world, files, cast, ids, hours, random).LoadAsync(progress.At(SeedStage.FinishedCampaign, 4, 20), cancellation);
        await organisations.RenameAsync();
        var days = new StoryDays(world.Calendar, clock.Today);
        await new LiveCampaignSeed(world, files, cast, ids, hours, random, days).LoadAsync(finished, progress.At(SeedStage.LiveCampaign, 20, 99), cancellation);
    }

    private ServiceProvider Services(DataPlace workshop, SeedClock past)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(past).AddSingleton(policy).AddRectifyCore(workshop, clock.Zone);

        // All accounts share one password that everybody knows, so one hash serves them all; a hundred would take as long as all the rest.
        var hasher = new HashOnce(new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = PasswordPolicy.HashRounds })));
        services.AddSingleton<IPasswordHasher<Account>>(hasher);

        // A password set in 2018 would have grown too old by now; it counts as set on the day of the first start.
        services.AddSingleton(new Credentials(hasher, policy, clock));
        return services.BuildServiceProvider();
    }

    private void MoveIn(DataPlace workshop)
    {
        Clear(place.EvidenceDirectory);
        Directory.Move(workshop.EvidenceDirectory, place.EvidenceDirectory);
        File.Delete(place.DatabaseFile + "-wal");
        File.Delete(place.DatabaseFile + "-shm");
        using (var database = File.OpenHandle(workshop.DatabaseFile, access: FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(database);
        }

        File.Move(workshop.DatabaseFile, place.DatabaseFile, overwrite: true);
        Clear(workshop.Directory);
    }

    private static void Clear(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private sealed class HashOnce(IPasswordHasher<Account> hasher) : IPasswordHasher<Account>
    {
        private readonly Dictionary<string, string> _known = [];

        public string HashPassword(Account user, string password) => _known.TryGetValue(password, out var hash) ? hash : _known[password] = hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
            hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
