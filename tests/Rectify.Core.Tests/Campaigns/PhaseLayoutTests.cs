using Rectify.Core.Campaigns;

namespace Rectify.Core.Tests.Campaigns;

public sealed class PhaseLayoutTests
{
    private static readonly DateOnly Start = new(2026, 3, 2);

    [Fact]
    public void A_blank_campaign_gets_the_rhythm_of_the_2018_plan()
    {
        var days2018 = new DateOnly[] { new(2018, 6, 15), new(2018, 6, 25), new(2018, 7, 10), new(2018, 8, 10), new(2018, 8, 31) };

        var phases = PhaseLayout.From(new DateOnly(2018, 6, 15), null);

        phases.Select(phase => phase.Kind).ShouldBe(Enum.GetValues<PhaseKind>());
        phases.Select(phase => phase.From).ShouldBe(days2018[..4]);
        phases.Select(phase => phase.To).ShouldBe(days2018[1..]);
        phases.ShouldAllBe(phase => phase.Goals.Length == 0);
    }

    [Fact]
    public void A_template_gives_its_lengths_its_gaps_and_its_goals()
    {
        List<CampaignPhase> template =
        [
            new(PhaseKind.Mobilisation, new(2025, 1, 1), new(2025, 1, 5), "动员"),
            new(PhaseKind.SelfInspection, new(2025, 1, 5), new(2025, 1, 20), "自查"),
            new(PhaseKind.Concentrated, new(2025, 1, 23), new(2025, 3, 1), "整改"),
            new(PhaseKind.InstitutionBuilding, new(2025, 3, 1), new(2025, 3, 31), "建制"),
        ];

        var phases = PhaseLayout.From(Start, template);

        phases[0].From.ShouldBe(Start);
        phases.Zip(template).ShouldAllBe(pair => pair.First.To.DayNumber - pair.First.From.DayNumber == pair.Second.To.DayNumber - pair.Second.From.DayNumber);
        (phases[2].From.DayNumber - phases[1].To.DayNumber).ShouldBe(3);
        phases.Select(phase => phase.Goals).ShouldBe(["动员", "自查", "整改", "建制"]);
    }
}
