using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Seeding;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Tests.Harness;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Tests.Seeding;

/// <summary>The loader around its edges, and its parts without a database.</summary>
public sealed class SeedingTests
{
    [Fact]
    public void The_story_can_be_laid_around_any_day_and_ends_before_it()
    {
        var files = SeedFiles.Read(SeededRectify.SeedData);
        for (var day = new DateOnly(2025, 6, 1); day < new DateOnly(2027, 7, 1); day = day.AddDays(11))
        {
            var plot = Plot(files, day, out var live);
            live.Write(plot);

            plot.Timetable.Steps.ShouldBeGreaterThan(4000, $"{day}");
            plot.Timetable.End.ShouldBeLessThan(SettableTime.At(day, 0), $"{day}");
        }
    }

    [Fact]
    public async Task A_load_that_breaks_off_leaves_an_empty_system_that_the_next_start_fills()
    {
        var folder = Directory.CreateTempSubdirectory("rectify-").FullName;
        using var breakOff = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => SeededRectify.LoadAsync(folder, new Then(breakOff.Cancel), breakOff.Token));

        File.Exists(new DataPlace(folder).DatabaseFile).ShouldBeFalse();
        (await SeededRectify.Loader(folder).IsNeededAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_second_first_start_is_refused_and_leaves_the_first_ones_work_alone()
    {
        var folder = Directory.CreateTempSubdirectory("rectify-").FullName;
        using var breakOff = new CancellationTokenSource();
        var (second, isThere) = (Task.CompletedTask, false);
        var report = new Then(() =>
        {
            second = SeededRectify.LoadAsync(folder, cancellation: TestContext.Current.CancellationToken);
            isThere = File.Exists(Path.Combine(folder, "seeding", "rectify.db"));
            breakOff.Cancel();
        });

        await Should.ThrowAsync<OperationCanceledException>(() => SeededRectify.LoadAsync(folder, report, breakOff.Token));
        await Should.ThrowAsync<DataPlaceTaken>(() => second);
        isThere.ShouldBeTrue();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_system_with_a_unit_is_left_alone()
    {
        var place = new DataPlace(Directory.CreateTempSubdirectory("rectify-").FullName);
        (await SeededRectify.Loader(place.Directory).IsNeededAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        var unit = Unit.Add(Ids.New(), "市某某局", UnitLevel.City, UnitKind.Department, null, new Clock(new SettableTime(), TimeZoneInfo.Utc).Stamp(TestRectify.Bootstrap));
        await using (var database = new Database(place))
        {
            await database.PrepareAsync(TestContext.Current.CancellationToken);
            await database.WriteAsync(db => Task.FromResult(db.Add(unit)), TestContext.Current.CancellationToken);
        }

        await SeededRectify.LoadAsync(place.Directory, cancellation: TestContext.Current.CancellationToken);

        await using var rectify = await TestRectify.OpenAsync(place.Directory, new SettableTime());
        await using var db = rectify.Database.CreateDbContext();
        db.Set<Unit>().ShouldHaveSingleItem().Name.ShouldBe("市某某局");
    }

    [Fact]
    public void Moments_fall_into_working_hours_one_after_the_other()
    {
        var hours = new OfficeHours(TimeZoneInfo.FindSystemTimeZoneById(Clock.DefaultZone), new Random(1));
        var (day, last) = (new DateOnly(2026, 3, 2), default(DateTimeOffset));
        for (var step = 0; step < 30; step++)
        {
            var next = hours.On(day, last);

            next.ShouldBeGreaterThan(last);
            var local = TimeOnly.FromDateTime(next.ToOffset(TimeSpan.FromHours(8)).DateTime);
            (local >= new TimeOnly(8, 30) && local < new TimeOnly(17, 55) && (local < new TimeOnly(12, 0) || local >= new TimeOnly(14, 30))).ShouldBeTrue($"{local}");
            last = next;
        }

        Should.Throw<InvalidOperationException>(() => hours.On(day.AddDays(-1), last));
    }

    [Fact]
    public void The_clock_of_the_past_never_goes_back()
    {
        var clock = new SeedClock(SettableTime.At(new DateOnly(2018, 6, 15), 9));
        clock.MoveTo(SettableTime.At(new DateOnly(2018, 6, 15), 10));

        Should.Throw<InvalidOperationException>(() => clock.MoveTo(SettableTime.At(new DateOnly(2018, 6, 15), 9, 59)));
    }

    [Fact]
    public void Ids_are_of_version_7_and_sort_by_their_time()
    {
        var (early, late) = (SettableTime.At(new DateOnly(2018, 6, 15), 9), SettableTime.At(new DateOnly(2026, 6, 15), 9));
        var ids = new SeedIds(1);
        var (first, second) = (ids.New(early), ids.New(late));

        first.Version.ShouldBe(7);
        string.CompareOrdinal(first.ToString(), second.ToString()).ShouldBeLessThan(0);
        new SeedIds(1).New(early).ShouldBe(first);
        ids.New(early).ShouldNotBe(first);
    }

    [Fact]
    public void A_drawing_gives_the_same_bytes_again_and_another_one_others()
    {
        var before = SamplePicture.Draw(new Drawing(EvidencePurpose.Before, 1));

        FileTypes.Of("整改前.png", before.AsSpan(0, FileTypes.HeadLength)).ShouldBe("image/png");
        SamplePicture.Draw(new Drawing(EvidencePurpose.Before, 1)).ShouldBe(before);
        SamplePicture.Draw(new Drawing(EvidencePurpose.Before, 2)).ShouldNotBe(before);
        SamplePicture.Draw(new Drawing(EvidencePurpose.After, 1)).ShouldNotBe(before);
    }

    [Fact]
    public void Slots_are_filled_and_an_unknown_one_is_an_error()
    {
        var values = new Dictionary<string, string> { ["place"] = "3号窗口" };

        Phrases.Fill("{place}等候{2-2}人", values, new Random(1)).ShouldBe("3号窗口等候2人");
        Should.Throw<InvalidDataException>(() => Phrases.Fill("{nowhere}", values, new Random(1))).Message.ShouldContain("nowhere");
    }

    private static Plot Plot(SeedFiles files, DateOnly day, out LiveStory live)
    {
        var cast = new Cast(files);
        files.Units.ToList().ForEach(unit => cast.Found(unit, Ids.New()));
        files.People.ToList().ForEach(person => cast.Hire(person, Ids.New()));
        var categories = files.Campaign.Categories.Select(category => new ProblemCategory(Ids.New(), category.Name, [.. category.Symptoms.Select(symptom => new Symptom(Ids.New(), symptom.Name, false))]));
        var campaign = Campaign.Create(Ids.New(), files.Campaign.Details, files.Campaign.Phases, [.. categories], new CampaignPolicy(), new Stamp(TestRectify.Bootstrap, SettableTime.At(day, 9), day));
        var random = new Random(1);
        live = new LiveStory(files, cast, random, new StoryDays(WorkingCalendar.BuiltIn, day));
        return new Plot(campaign, files.Campaign.Categories, cast, new OfficeHours(TimeZoneInfo.FindSystemTimeZoneById(Clock.DefaultZone), random), new SeedIds(1), random);
    }

    private sealed class Then(Action action) : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value) => action();
    }
}
