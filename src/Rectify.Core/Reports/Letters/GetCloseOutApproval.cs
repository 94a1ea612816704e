using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports.Letters;

/// <summary>销号审批表 of a problem as a .docx, filled as far as the close-out has come.</summary>
[Requires(Permission.ViewProblems)]
public sealed record GetCloseOutApproval(Guid ProblemId) : IQuery<LetterDocument>;

internal sealed class GetCloseOutApprovalHandler(IDbContextFactory<RectifyDb> databases, EvidenceStore store, Session session) : IRequestHandler<GetCloseOutApproval, Result<LetterDocument>>
{
    public async Task<Result<LetterDocument>> Handle(GetCloseOutApproval query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var problem = await db.Set<Problem>().VisibleTo(session.Actor).FirstOrDefaultAsync(problem => problem.Id == query.ProblemId && problem.Number != null, cancellationToken);
        if (problem is null)
        {
            return new NotFound();
        }

        var unit = await db.Set<Unit>().Where(unit => unit.Id == problem.UnitId).Select(unit => unit.Name).FirstAsync(cancellationToken);
        var letter = CloseOutForm.Of(problem, await db.CampaignAsync(problem.CampaignId), unit, await db.CloseOutRecordAsync(problem, store, cancellationToken));
        return LetterDocument.Of(letter, $"销号审批表-第{problem.Number}号");
    }
}
