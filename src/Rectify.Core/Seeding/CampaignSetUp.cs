using Rectify.Core.Campaigns;
using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>Prepares, opens and moves on a campaign.</summary>
internal sealed class CampaignSetUp(SeedWorld world, Cast cast, SeedIds ids, OfficeHours hours)
{
    /// <param name="issuedOn">The day the document is issued; the campaign is written down then.</param>
    /// <param name="categories">Set by hand where no template brings them.</param>
    /// <param name="template">The campaign it is made from, units included.</param>
    public async Task<Guid> CreateAsync(
        CampaignDetails details, IReadOnlyList<CampaignPhase> phases, DateOnly issuedOn, IReadOnlyList<SeedCategory>? categories, Guid? template)
    {
        Move(issuedOn);
        var id = ids.New(world.Clock.GetUtcNow());
        await world.DoAsync(cast.Clerk(0), new CreateCampaign(id, details, phases, template, TakeUnits: template is not null));
        if (categories is not null)
        {
            Move(issuedOn);
            var now = world.Clock.GetUtcNow();
            await world.DoAsync(cast.Clerk(0), new SetCategories(id, await world.VersionAsync<Campaign>(id), [.. categories.Select(category =>
                new ProblemCategory(ids.New(now), category.Name, [.. category.Symptoms.Select(symptom => new Symptom(ids.New(now), symptom.Name, symptom.MayBeClue))]))]));
        }

        return id;
    }

    /// <summary>Takes every unit in with its three tiers of responsibility, one after the other.</summary>
    public async Task EnrolAsync(Guid campaign, CancellationToken cancellation)
    {
        foreach (var unit in cast.TakingPart)
        {
            cancellation.ThrowIfCancellationRequested();
            world.Clock.MoveTo(world.Clock.GetUtcNow() + TimeSpan.FromSeconds(30));
            var named = new Participant(cast.Unit(unit.Key), cast.PrincipalName(unit.Key), cast.LeaderName(unit.Key), cast.HandlerName(unit.Key));
            await world.DoAsync(cast.Clerk(0), new EnrolUnit(campaign, await world.VersionAsync<Campaign>(campaign), named));
        }
    }

    public async Task<Campaign> OpenAsync(Guid campaign, DateOnly day)
    {
        Move(day);
        await world.DoAsync(cast.OfficeLeader, new OpenCampaign(campaign, await world.VersionAsync<Campaign>(campaign)));
        return await world.FindAsync<Campaign>(campaign);
    }

    /// <summary>The office leader ends a phase on the evening of this day, after everything else that belongs to it.</summary>
    public void PhaseEnded(Plot plot, PhaseKind phase, DateOnly day, string waiver, string waivedBy)
    {
        var evening = day.ToDateTime(new TimeOnly(17, 55));
        plot.Timetable.Add(new DateTimeOffset(evening, world.Zone.GetUtcOffset(evening)).ToUniversalTime(), async running =>
            await running.DoAsync(cast.OfficeLeader, new EndPhase(plot.CampaignId, await running.VersionAsync<Campaign>(plot.CampaignId), phase, waiver, waivedBy)));
    }

    private void Move(DateOnly day) => world.Clock.MoveTo(hours.On(day, world.Clock.GetUtcNow()));
}
