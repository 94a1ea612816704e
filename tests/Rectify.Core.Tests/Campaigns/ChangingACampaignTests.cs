using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Campaigns;

public sealed class ChangingACampaignTests
{
    [Fact]
    public async Task A_unit_that_changes_its_persons_keeps_its_place()
    {
        await using var running = await RunningCampaign.StartAsync();
        var before = await CampaignAsync(running);

        await running.As(running.Clerk).Do(new EnrolUnit(running.Id, before.Version, new Participant(running.Unit.Id, "新局长", "副局长", "承办甲")));

        var after = await CampaignAsync(running);
        after.Participants.Select(unit => unit.UnitId).ShouldBe(before.Participants.Select(unit => unit.UnitId));
        after.Participants[0].PrincipalLeader.ShouldBe("新局长");
        await running.Rectify.ShouldEqualItsFoldAsync<Campaign>(running.Id);
    }

    [Fact]
    public async Task A_category_in_use_stays_and_the_refusal_names_it()
    {
        await using var running = await RunningCampaign.StartAsync();
        await running.RegisteredAsync();
        var campaign = await CampaignAsync(running);
        var other = new ProblemCategory(Ids.New(), "其他", []);

        var result = await running.As(running.Clerk).Send(new SetCategories(running.Id, campaign.Version, [other]));

        result.ShouldBeRefused(Rule.CategoryInUse);
        var named = result.Failure.ShouldBeOfType<Refused>().Values.ShouldHaveSingleItem().ToString()!;
        named.ShouldContain(running.Category.Name);
        named.ShouldContain(running.Category.Symptoms[0].Name);
        (await running.As(running.Clerk).Send(new SetCategories(running.Id, campaign.Version, [running.Category with { Name = "改名" }, other]))).ShouldSucceed();
    }

    [Fact]
    public async Task A_phase_without_its_dates_is_wrong_at_the_field()
    {
        await using var running = await RunningCampaign.StartAsync();
        var campaign = await CampaignAsync(running);
        List<CampaignPhase> phases = [.. campaign.Phases];
        phases[2] = phases[2] with { From = default };
        phases[3] = phases[3] with { To = default };

        var result = await running.As(running.Clerk).Send(new PlanPhases(running.Id, campaign.Version, phases));

        result.ShouldBeInvalid("Phases[2].From", "Required");
        result.ShouldBeInvalid("Phases[3].To", "Required");
    }

    private static Task<Campaign> CampaignAsync(RunningCampaign running) => running.Rectify.FindAsync<Campaign>(running.Id);
}
