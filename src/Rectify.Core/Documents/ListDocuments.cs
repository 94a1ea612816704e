using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Notices;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Documents;

/// <summary>The letters this person may see, drafts first, then the newest number first; filtered and paged.</summary>
/// <param name="Number">A number as people type it, such as <c>5</c> or <c>〔2026〕5号</c>; what is none finds nothing.</param>
[Requires(Permission.ViewDocuments)]
public sealed record ListDocuments(
    Guid? CampaignId = null, Guid? ProblemId = null, DocumentKind? Kind = null, DocumentState? State = null, string? Number = null, int Page = 1) : IQuery<Page<DocumentLine>>;

/// <param name="Number">Null until issued.</param>
/// <param name="Addressees">The units' names, in the order of the letter.</param>
public sealed record DocumentLine(
    Guid Id, Guid CampaignId, DocumentKind Kind, DocumentState State, NoticeNumber? Number, string Title, IReadOnlyList<string> Addressees, DateOnly? IssuedOn, bool HasScan);

internal sealed class ListDocumentsHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<ListDocuments, Result<Page<DocumentLine>>>
{
    public async Task<Result<Page<DocumentLine>>> Handle(ListDocuments query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var documents = db.Set<OfficialDocument>().VisibleTo(session.Actor)
            .Where(document => (query.CampaignId == null || document.CampaignId == query.CampaignId)
                && (query.ProblemId == null || document.About.Any(about => about.ProblemId == query.ProblemId))
                && (query.Kind == null || document.Kind == query.Kind)
                && (query.State == null || document.State == query.State));
        if (!string.IsNullOrWhiteSpace(query.Number))
        {
            var typed = TypedNumber.Read(query.Number);
            documents = documents.Where(document => typed != null && document.Serial == typed.Serial
                && (typed.Year == null || document.Year == typed.Year) && (typed.Prefix == "" || document.Prefix == typed.Prefix));
        }

        var page = await documents
            .OrderBy(document => document.Year != null).ThenByDescending(document => document.IssuedOn).ThenByDescending(document => document.Serial).ThenByDescending(document => document.Id)
            .PageAsync(query.Page, cancellationToken);
        return new Page<DocumentLine>([.. page.Items.Select(Line)], page.Number, page.Size, page.Total);
    }

    private static DocumentLine Line(OfficialDocument document) => new(
        document.Id, document.CampaignId, document.Kind, document.State, document.Number, document.Title, [.. document.Addressees.Select(addressee => addressee.Name)], document.IssuedOn, document.Scans.Count > 0);
}
