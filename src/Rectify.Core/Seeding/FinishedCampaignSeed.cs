using Rectify.Core.Campaigns;
using Rectify.Core.Problems;

namespace Rectify.Core.Seeding;

/// <summary>The campaign of 2018 from its opening to the end of its last phase, on the days the seed file names.</summary>
internal sealed class FinishedCampaignSeed(SeedWorld world, SeedFiles files, Cast cast, SeedIds ids, OfficeHours hours, Random random)
{
    private readonly Dictionary<string, ProblemScript> _scripts = [];

    /// <summary>Gives the campaign's id.</summary>
    public async Task<Guid> LoadAsync(Action<double, DateTimeOffset> progress, CancellationToken cancellation)
    {
        var phases = files.Campaign.Phases;
        var setUp = new CampaignSetUp(world, cast, ids, hours);
        var campaign = await setUp.CreateAsync(files.Campaign.Details, phases, files.Campaign.Details.IssuedOn, files.Campaign.Categories, null);
        await setUp.EnrolAsync(campaign, cancellation);
        var plot = new Plot(await setUp.OpenAsync(campaign, phases[0].From), files.Campaign.Categories, cast, hours, ids, random);
        foreach (var phase in phases)
        {
            setUp.PhaseEnded(plot, phase.Kind, world.Calendar.NextWorkingDay(phase.To), "", "");
        }

        foreach (var problem in files.Problems)
        {
            _scripts[problem.Key] = new ProblemScript(plot, CaseOf(problem), _scripts.Count);
        }

        var symptoms = files.Campaign.SymptomNames;
        Lists(plot, phases.Single(phase => phase.Kind == PhaseKind.SelfInspection));
        foreach (var problem in files.Problems)
        {
            var words = new Wording(files.Phrases, random, cast, _scripts[problem.Key].About, symptoms[problem.Symptom]);
            new FinishedProblemTale(plot, world.Calendar, problem, _scripts[problem.Key], words).Tell(_scripts);
            new FinishedNoticesTale(plot, problem, _scripts[problem.Key], words).Tell();
        }

        new ReportsTale(world, plot, cast, isTidy: true).Tell(phases[0].From, phases[^1].To.AddDays(1));
        new LettersTale(world, plot, cast).Tell(phases.Single(phase => phase.Kind == PhaseKind.Concentrated).To, isRunning: false);
        await plot.Timetable.RunAsync(world, progress, cancellation);
        return campaign;
    }

    /// <summary>The lists come in on the last days of self-inspection; a unit without problems signs that it found none.</summary>
    private void Lists(Plot plot, CampaignPhase phase)
    {
        var lastDay = world.Calendar.MinusWorkingDays(phase.To, 1);
        foreach (var (index, unit) in cast.TakingPart.Index())
        {
            var own = files.Problems.Where(problem => problem.Unit == unit.Key && problem.EnteredBy is null).OrderBy(problem => problem.FoundOn).ToList();
            var list = new ListScript(plot, unit.Key, index);
            foreach (var problem in own)
            {
                list.Entered(problem.FoundOn, [_scripts[problem.Key]], files.Campaign.Phases[2].To);
            }

            if (own.Count > 0)
            {
                list.Submitted(lastDay);
            }
            else
            {
                list.NilReturned(world.Calendar.MinusWorkingDays(lastDay, random.Next(4)), Phrases.Fill(files.Phrases.Text("nilStatements", "", random), Nothing, random));
            }

            list.Accepted(phase.To);
        }
    }

    private static Dictionary<string, string> Nothing => [];

    private static Case CaseOf(FinishedProblem problem) => new(
        problem.Unit, problem.Symptom, problem.Source, problem.Severity, problem.Kind, problem.Styles.Aggregate(WorkStyles.None, (all, style) => all | style),
        problem.Place, problem.Matter, problem.Description, problem.FoundOn, problem.Goal ?? "", problem.Measures ?? [], problem.Result ?? "", []);
}
