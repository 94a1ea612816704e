using System.Globalization;
using Rectify.Core.Campaigns;

namespace Rectify.Core.Seeding;

/// <summary>The running campaign, made from the finished one and laid around the day of the first start.</summary>
internal sealed class LiveCampaignSeed(SeedWorld world, SeedFiles files, Cast cast, SeedIds ids, OfficeHours hours, Random random, StoryDays days)
{
    public async Task LoadAsync(Guid template, Action<double, DateTimeOffset> progress, CancellationToken cancellation)
    {
        var story = files.Story;
        var phases = story.Phases.Select(phase => new CampaignPhase(phase.Kind, days.Today.AddDays(phase.FromDay), days.Today.AddDays(phase.ToDay), phase.Goals)).ToList();
        var setUp = new CampaignSetUp(world, cast, ids, hours);
        var issuedOn = days.OnOrAfter(story.Details.IssuedOnDay);
        var campaign = await setUp.CreateAsync(Details(story.Details, issuedOn), phases, issuedOn, null, template);
        var plot = new Plot(await setUp.OpenAsync(campaign, days.OnOrAfter(story.Phases[0].FromDay)), files.Campaign.Categories, cast, hours, ids, random);
        var leader = cast.PersonOf("leader").Name;
        setUp.PhaseEnded(plot, PhaseKind.Mobilisation, days.OnOrAfter(story.Phases[0].ToDay), "", "");
        setUp.PhaseEnded(plot, PhaseKind.SelfInspection, days.OnOrAfter(story.Phases[1].ToDay), files.Phrases.Item<string>("waivers", 1), leader);
        new LiveStory(files, cast, random, days).Write(plot);
        new ReportsTale(world, plot, cast, isTidy: false).Tell(phases[0].From, days.Today);
        new LettersTale(world, plot, cast).Tell(days.Today, isRunning: true);
        await plot.Timetable.RunAsync(world, progress, cancellation);
    }

    private static CampaignDetails Details(StoryDetails details, DateOnly issuedOn) => new(
        details.Title, details.DocumentNumber.Replace("{year}", issuedOn.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
        details.Issuer, details.LeadBody, details.Office, details.Scope, details.Requirements, issuedOn);
}
