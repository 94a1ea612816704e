using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>One evidence file of a problem this person may see, for download.</summary>
[Requires(Permission.ViewProblems)]
public sealed record GetEvidence(Guid ProblemId, Guid EvidenceId) : IQuery<Evidence>;

internal sealed class GetEvidenceHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<GetEvidence, Result<Evidence>>
{
    public async Task<Result<Evidence>> Handle(GetEvidence query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var evidence = await db.Set<Problem>().VisibleTo(session.Actor).Where(problem => problem.Id == query.ProblemId)
            .SelectMany(problem => problem.Evidence).FirstOrDefaultAsync(evidence => evidence.Id == query.EvidenceId, cancellationToken);
        return evidence is null ? new NotFound() : evidence;
    }
}
