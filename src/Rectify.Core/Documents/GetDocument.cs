using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Ledger;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Documents;

/// <summary>One letter with what it is about and what may be done next.</summary>
[Requires(Permission.ViewDocuments)]
public sealed record GetDocument(Guid DocumentId) : IQuery<DocumentView>;

/// <param name="Document">The record itself, for reading.</param>
/// <param name="Problems">What it is about, with the numbers.</param>
/// <param name="Timeline">The ledger entries this person may read, oldest first.</param>
public sealed record DocumentView(
    OfficialDocument Document, string CampaignTitle, string Office, IReadOnlyList<(Guid Id, int Number)> Problems, bool MayRevise, bool MayIssue, bool MayVoid, IReadOnlyList<TimelineEntry> Timeline);

internal sealed class GetDocumentHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<GetDocument, Result<DocumentView>>
{
    public async Task<Result<DocumentView>> Handle(GetDocument query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var actor = session.Actor;
        var document = await db.Set<OfficialDocument>().VisibleTo(actor).FirstOrDefaultAsync(document => document.Id == query.DocumentId, cancellationToken);
        if (document is null)
        {
            return new NotFound();
        }

        var details = (await db.CampaignAsync(document.CampaignId)).Details;
        var ids = document.About.Select(about => about.ProblemId).ToList();
        var numbers = await db.Set<Problem>().VisibleTo(actor).Where(problem => ids.Contains(problem.Id)).OrderBy(problem => problem.Number).ThenBy(problem => problem.Id)
            .Select(problem => new { problem.Id, problem.Number }).ToListAsync(cancellationToken);
        var timeline = await db.Set<LedgerEntry>().Where(entry => entry.SubjectId == document.Id && (actor.SeesAllUnits || entry.UnitId == actor.UnitId))
            .OrderBy(entry => entry.Version).Select(TimelineEntry.Of).ToListAsync(cancellationToken);
        var isDraft = document.State == DocumentState.Draft;
        return new DocumentView(
            document, details.Title, details.Office, numbers.ConvertAll(problem => (problem.Id, problem.Number ?? 0)),
            isDraft && actor.May(Permission.DraftDocument), isDraft && actor.May(Permission.IssueDocument) && document.DraftedBy != actor.PersonId,
            document.State == DocumentState.Issued && actor.May(Permission.IssueDocument), timeline);
    }
}
