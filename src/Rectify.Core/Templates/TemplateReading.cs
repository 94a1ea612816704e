using Microsoft.EntityFrameworkCore;
using Rectify.Core.Storage;

namespace Rectify.Core.Templates;

internal static class TemplateReading
{
    /// <summary>What a draft of this kind starts from: the office's own text, or the standard one.</summary>
    public static async Task<StandardText> TemplateAsync(this RectifyDb db, Guid campaignId, TemplateKind kind, CancellationToken cancellation)
    {
        var own = await db.Set<DocumentTemplate>().AsNoTracking().FirstOrDefaultAsync(template => template.CampaignId == campaignId && template.Kind == kind, cancellation);
        return own is null || own.IsStandard ? StandardTexts.Of(kind) : new StandardText(own.Title, own.Text);
    }
}
