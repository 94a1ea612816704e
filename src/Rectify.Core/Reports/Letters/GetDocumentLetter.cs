using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Documents;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports.Letters;

/// <summary>A letter of the office as a .docx; a draft has no number yet.</summary>
[Requires(Permission.ViewDocuments)]
public sealed record GetDocumentLetter(Guid DocumentId) : IQuery<LetterDocument>;

internal sealed class GetDocumentLetterHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<GetDocumentLetter, Result<LetterDocument>>
{
    public async Task<Result<LetterDocument>> Handle(GetDocumentLetter query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var document = await db.Set<OfficialDocument>().VisibleTo(session.Actor).FirstOrDefaultAsync(document => document.Id == query.DocumentId, cancellationToken);
        if (document is null)
        {
            return new NotFound();
        }

        var issuer = document.Issuer.Length > 0 ? document.Issuer : (await db.CampaignAsync(document.CampaignId)).Details.Office;
        return LetterDocument.Of(OfficialLetter.Of(document, issuer), document.Number?.Text ?? document.Title);
    }
}
