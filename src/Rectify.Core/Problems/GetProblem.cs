using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Campaigns;
using Rectify.Core.Ledger;
using Rectify.Core.Organisations;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>One problem with all that its page shows: content, deadline, evidence, own entries, and what this person can do now.</summary>
[Requires(Permission.ViewProblems)]
public sealed record GetProblem(Guid ProblemId) : IQuery<ProblemView>;

/// <param name="Problem">Read only; pages change nothing but by commands.</param>
/// <param name="UnitNames">Names of every unit the problem mentions.</param>
/// <param name="Deadline">How the due date was counted, day by day; null when a date was named, or when the calendar in force would by now give another one.</param>
/// <param name="ObjectionUntil">Last day to object to the assignment.</param>
/// <param name="Repeats">Evidence of this problem whose bytes also serve another problem, with that problem's number.</param>
public sealed record ProblemView(
    Problem Problem,
    Campaign Campaign,
    IReadOnlyDictionary<Guid, string> UnitNames,
    Deadline? Deadline,
    DateOnly? ObjectionUntil,
    DateOnly Today,
    IReadOnlyList<RepeatedEvidence> Repeats,
    IReadOnlyList<LookBackView> LookBacks,
    IReadOnlyList<int> Absorbed,
    int? MergedIntoNumber,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<ProblemAction> Actions)
{
    public string UnitName => UnitNames.GetValueOrDefault(Problem.UnitId, "");

    public ProblemCategory? Category => Campaign.Category(Problem.CategoryId);

    public Symptom? Symptom => Category?.Symptoms.FirstOrDefault(symptom => symptom.Id == Problem.SymptomId);

    /// <summary>After pictures that are byte for byte their before picture.</summary>
    public IEnumerable<Evidence> Unchanged => Problem.Evidence.Where(after =>
        after.Purpose == EvidencePurpose.After && Problem.Evidence.Any(before => before.Purpose == EvidencePurpose.Before && before.Sha256 == after.Sha256));
}

public sealed record RepeatedEvidence(Guid EvidenceId, int? OtherNumber);

public sealed record LookBackView(DateOnly On, string CheckedBy, bool Recurred, string Findings);

internal sealed class GetProblemHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars) : IRequestHandler<GetProblem, Result<ProblemView>>
{
    public async Task<Result<ProblemView>> Handle(GetProblem query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var problem = await db.Set<Problem>().FirstOrDefaultAsync(problem => problem.Id == query.ProblemId, cancellationToken);
        if (problem is null || !problem.IsVisibleTo(session.Actor))
        {
            return new NotFound();
        }

        var campaign = await db.CampaignAsync(problem.CampaignId);
        var units = problem.AssistingUnits.Select(unit => unit.UnitId).Append(problem.UnitId).ToList();
        var hashes = problem.Evidence.Select(evidence => evidence.Sha256).ToList();
        var elsewhere = hashes.Count == 0
            ? []
            : await db.Set<Problem>().Where(other => other.Id != problem.Id).SelectMany(other => other.Evidence, (other, evidence) => new { other.Number, evidence.Sha256 })
                .Where(pair => hashes.Contains(pair.Sha256)).Take(100).ToListAsync(cancellationToken);
        return new ProblemView(
            problem,
            campaign,
            await db.Set<Organisations.Unit>().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken),
            problem.DueBasis is { WorkingDays: { } days } basis && calendars.Current.AddWorkingDays(basis.From, days) is var deadline && deadline.Date == problem.DueDate ? deadline : null,
            problem.AssignedOn is { } assigned ? calendars.Current.AddWorkingDays(assigned, campaign.Policy.ObjectionWorkingDays).Date : null,
            clock.Today,
            [.. problem.Evidence.SelectMany(evidence => elsewhere.Where(pair => pair.Sha256 == evidence.Sha256).Select(pair => new RepeatedEvidence(evidence.Id, session.Actor.SeesAllUnits ? pair.Number : null))).Distinct()],
            await db.Set<LookBack>().Where(lookBack => lookBack.ProblemId == problem.Id).OrderBy(lookBack => lookBack.On).ThenBy(lookBack => lookBack.Id)
                .Select(lookBack => new LookBackView(lookBack.On, lookBack.CheckedBy, lookBack.Recurred, lookBack.Findings)).ToListAsync(cancellationToken),
            await db.Set<Problem>().Where(other => other.MergedIntoId == problem.Id).OrderBy(other => other.Number).Select(other => other.Number ?? 0).ToListAsync(cancellationToken),
            problem.MergedIntoId is { } target ? await db.Set<Problem>().Where(other => other.Id == target).Select(other => other.Number).FirstAsync(cancellationToken) : null,
            await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == problem.Id).OrderBy(entry => entry.Version).Select(TimelineEntry.Of).ToListAsync(cancellationToken),
            ProblemActions.For(problem, problem.ListId is { } list ? await db.Set<ProblemList>().FirstAsync(home => home.Id == list, cancellationToken) : null, campaign, session.Actor));
    }
}
