using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Templates;

/// <summary>The texts drafts of a campaign start from, one for each kind.</summary>
[Requires(Permission.DraftDocument)]
public sealed record ListDocumentTemplates(Guid CampaignId) : IQuery<IReadOnlyList<TemplateView>>;

/// <param name="Version">0 as long as the office never had a text of its own.</param>
/// <param name="IsOwn">The office's own text, not the standard one.</param>
/// <param name="HasTitle">Whether the office gives it a title too.</param>
/// <param name="Fields">What the text may ask for.</param>
/// <param name="Needed">What it must not lack.</param>
public sealed record TemplateView(TemplateKind Kind, int Version, bool IsOwn, bool HasTitle, string Title, string Text, IReadOnlyList<string> Fields, IReadOnlyList<string> Needed);

internal sealed class ListDocumentTemplatesHandler(IDbContextFactory<RectifyDb> databases) : IRequestHandler<ListDocumentTemplates, Result<IReadOnlyList<TemplateView>>>
{
    public async Task<Result<IReadOnlyList<TemplateView>>> Handle(ListDocumentTemplates query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var own = await db.Set<DocumentTemplate>().Where(template => template.CampaignId == query.CampaignId).ToDictionaryAsync(template => template.Kind, cancellationToken);
        return Enum.GetValues<TemplateKind>().Select(kind => View(kind, own.GetValueOrDefault(kind))).ToList();
    }

    private static TemplateView View(TemplateKind kind, DocumentTemplate? own)
    {
        var isOwn = own is { IsStandard: false };
        var (title, text) = isOwn ? new StandardText(own!.Title, own.Text) : StandardTexts.Of(kind);
        return new TemplateView(kind, own?.Version ?? 0, isOwn, TemplateText.HasTitle(kind), title, text, TemplateText.FieldsOf(kind), TemplateText.NeededOf(kind));
    }
}
