using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Documents;

/// <summary>The problems of one unit a letter of this kind can be about, by number: for a rectification notice what visits found, else all it has to put right. The first due come first where there are more than a page.</summary>
[Requires(Permission.DraftDocument)]
public sealed record ListLetterProblems(Guid CampaignId, DocumentKind Kind, Guid UnitId) : IQuery<Page<LetterProblem>>
{
    /// <summary>No letter names more.</summary>
    public const int Most = 100;
}

public sealed record LetterProblem(Guid Id, int Number, string Description, DateOnly? DueDate, bool IsOver);

internal sealed class ListLetterProblemsHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<ListLetterProblems, Result<Page<LetterProblem>>>
{
    public async Task<Result<Page<LetterProblem>>> Handle(ListLetterProblems query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var today = clock.Today;
        var problems = db.Set<Problem>().VisibleTo(session.Actor)
            .Where(problem => problem.CampaignId == query.CampaignId && problem.UnitId == query.UnitId && problem.Number != null && problem.State < ProblemState.CloseOutApplied);
        problems = query.Kind == DocumentKind.RectificationNotice
            ? problems.Where(problem => problem.Source == ProblemSource.Inspection || problem.Source == ProblemSource.UnannouncedVisit)
            : problems.Where(problem => problem.State >= ProblemState.Assigned);
        var page = await problems.OrderBy(problem => problem.DueDate == null).ThenBy(problem => problem.DueDate).ThenBy(problem => problem.Number).ThenBy(problem => problem.Id)
            .Select(problem => new LetterProblem(problem.Id, problem.Number!.Value, problem.Description, problem.DueDate, problem.DueDate < today))
            .PageAsync(1, cancellationToken, ListLetterProblems.Most);
        return page with { Items = [.. page.Items.OrderBy(problem => problem.Number)] };
    }
}
