using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Documents;

/// <summary>The texts documents of a campaign start from, one for each kind.</summary>
[Requires(Permission.DraftDocument)]
public sealed record ListDocumentTemplates(Guid CampaignId) : IQuery<IReadOnlyList<TemplateView>>;

/// <param name="Version">0 for the standard text.</param>
/// <param name="Fields">What the text may ask for.</param>
/// <param name="Needed">What it must not lack.</param>
public sealed record TemplateView(DocumentKind Kind, int Version, string Title, string Text, IReadOnlyList<string> Fields, IReadOnlyList<string> Needed);

internal sealed class ListDocumentTemplatesHandler(IDbContextFactory<RectifyDb> databases) : IRequestHandler<ListDocumentTemplates, Result<IReadOnlyList<TemplateView>>>
{
    public async Task<Result<IReadOnlyList<TemplateView>>> Handle(ListDocumentTemplates query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var own = await db.Set<DocumentTemplate>().Where(template => template.CampaignId == query.CampaignId).ToDictionaryAsync(template => template.Kind, cancellationToken);
        return Enum.GetValues<DocumentKind>().Select(kind => View(kind, own.GetValueOrDefault(kind))).ToList();
    }

    private static TemplateView View(DocumentKind kind, DocumentTemplate? own)
    {
        var (title, text) = own is null ? StandardTexts.Of(kind) : (own.Title, own.Text);
        return new TemplateView(kind, own?.Version ?? 0, title, text, TemplateText.FieldsOf(kind), TemplateText.NeededOf(kind));
    }
}
