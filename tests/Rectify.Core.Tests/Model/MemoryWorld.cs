using System.Reflection;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Escalations;
using Rectify.Core.Ledger;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Model;

/// <summary>One campaign in memory: domain objects only, and the ledger they would write. What the handlers read from the database, this reads from its lists.</summary>
internal sealed partial class MemoryWorld
{
    private readonly List<LedgerEntry> _log = [];

    public DateTimeOffset Now { get; set; } = SettableTime.At(new DateOnly(2026, 3, 2), 9);

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime.AddHours(8));

    public Campaign Campaign { get; private set; } = null!;

    public List<ProblemList> Lists { get; } = [];

    public List<Problem> Problems { get; } = [];

    public List<LookBack> LookBacks { get; } = [];

    public List<Notice> Notices { get; } = [];

    public IReadOnlyList<LedgerEntry> Log => _log;

    public IEnumerable<Subject> Subjects => [Campaign, .. Lists, .. Problems.OrderBy(problem => problem.Id), .. LookBacks, .. Notices];

    /// <summary>The problems whose notices failed often enough, as the product says.</summary>
    public IEnumerable<Guid> Candidates =>
        Problems.Where(problem => problem.Number is not null && Candidacy.Holds(Campaign.Policy, problem, Ladder(problem.Id), [], Today)).Select(problem => problem.Id);

    /// <summary>Does what the request asks, or tells why not; a refusal leaves everything as it was.</summary>
    public Failure? Send(Actor by, object request)
    {
        if (!by.May(request.GetType().GetCustomAttribute<RequiresAttribute>()!.Permission))
        {
            return new NotAllowed();
        }

        try
        {
            Handle(request, new Stamp(by, Now, Today));
        }
        catch (RuleBroken broken)
        {
            return new Refused(broken.Rule, broken.Values);
        }
        catch (InvalidInput invalid)
        {
            return new Invalid(invalid.Errors);
        }
        catch (StaleVersion)
        {
            return new Stale("", default);
        }
        catch (SubjectNotFound)
        {
            return new NotFound();
        }

        foreach (var subject in Subjects.Where(subject => subject.Unwritten.Count > 0))
        {
            foreach (var pending in subject.Unwritten)
            {
                _log.Add(LedgerEntry.Of(subject, pending, _log.Count + 1));
            }

            subject.Written();
        }

        return null;
    }

    public ProblemList? ListOf(Guid unit) => Lists.FindLast(list => list.UnitId == unit);

    public NoticeLadder Ladder(Guid problem)
    {
        HashSet<Guid> same = [problem];
        while (Problems.Exists(other => other.MergedIntoId is { } into && same.Contains(into) && same.Add(other.Id)))
        {
        }

        return new NoticeLadder(Problems.Single(other => other.Id == problem).UnitId, [.. Notices.Where(notice => same.Contains(notice.ProblemId)).OrderBy(notice => notice.Id)]);
    }

    private static WorkingCalendar Calendar => WorkingCalendar.BuiltIn;
}
