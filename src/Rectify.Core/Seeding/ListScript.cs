using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Seeding;

/// <summary>A unit's list from its first entry to the office's acceptance.</summary>
/// <param name="unit">The unit's key.</param>
internal sealed class ListScript(Plot plot, string unit, int number)
{
    private readonly List<ProblemScript> _entries = [];
    private DateTimeOffset _last;

    /// <summary>A further list of the same unit, after this one.</summary>
    public ListScript Next() => new(plot, unit, number + 1) { _last = _last };

    /// <summary>The handler writes the entries down on these days, one after the other.</summary>
    public void Entered(DateOnly day, IEnumerable<ProblemScript> entries, DateOnly? proposedDue)
    {
        foreach (var entry in entries)
        {
            _last = plot.Hours.On(day, _last);
            entry.Entered(_last, proposedDue);
            _entries.Add(entry);
        }
    }

    public void Submitted(DateOnly day) => Submit(day, isNil: false, "");

    public void NilReturned(DateOnly day, string statement) => Submit(day, isNil: true, statement);

    public void Accepted(DateOnly day)
    {
        Review(day, accept: true, "");
        foreach (var entry in _entries)
        {
            entry.NotBefore(_last);
        }
    }

    public void SentBack(DateOnly day, string reason) => Review(day, accept: false, reason);

    /// <summary>The handler mends an entry of the list that came back.</summary>
    public void Mended(DateOnly day, ProblemScript entry, string addition)
    {
        _last = plot.Hours.On(day, _last);
        plot.Timetable.Add(_last, async world =>
        {
            var problem = await world.FindAsync<Problem>(entry.Id);
            var finding = new Finding(
                problem.CategoryId, problem.SymptomId, problem.Source, problem.Severity, problem.Kind, problem.Styles, problem.Place, problem.Description + addition, problem.Matter,
                problem.FoundOn, problem.Remark);
            var plan = new RectificationPlan(problem.Goal, problem.Measures, problem.ProposedDueDate, problem.ResponsibleLeader, problem.ResponsiblePerson);
            await world.DoAsync(plot.Cast.Handler(unit), new SaveProblemEntry(plot.CampaignId, entry.Id, problem.Version, finding, plan, [.. problem.AssistingUnits.Select(u => u.UnitId)]));
        });
    }

    private void Submit(DateOnly day, bool isNil, string statement)
    {
        _last = plot.Hours.On(day, _last);
        plot.Timetable.Add(_last, world => world.DoAsync(plot.Cast.Leader(unit), new SubmitProblemList(plot.CampaignId, isNil, _entries.Count, statement)));
    }

    private void Review(DateOnly day, bool accept, string reason)
    {
        _last = plot.Hours.On(day, _last);
        plot.Timetable.Add(_last, async world =>
        {
            var unitId = plot.Cast.Unit(unit);
            await using var db = world.Open();
            var (id, version) = await db.Set<ProblemList>().Where(list => list.CampaignId == plot.CampaignId && list.UnitId == unitId && list.State == ProblemListState.Submitted)
                .Select(list => new ValueTuple<Guid, int>(list.Id, list.Version)).SingleAsync();
            await world.DoAsync(plot.Cast.Clerk(number), new ReviewProblemList(id, version, accept, reason));
        });
    }
}
