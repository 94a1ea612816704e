using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Templates;

/// <summary>Gives a kind of draft its standard text back.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftDocument)]
public sealed record ResetDocumentTemplate(Guid CampaignId, TemplateKind Kind, int Version) : ICommand<Done>;

internal sealed class ResetDocumentTemplateHandler(Database database, Session session, Clock clock) : IRequestHandler<ResetDocumentTemplate, Result<Done>>
{
    public Task<Result<Done>> Handle(ResetDocumentTemplate command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var template = await db.Set<DocumentTemplate>().AsTracking().FirstOrDefaultAsync(template => template.CampaignId == command.CampaignId && template.Kind == command.Kind, cancellationToken);
        if (template is { IsStandard: false })
        {
            template.MustBeAt(command.Version);
            template.Reset(clock.Stamp(session.Actor));
        }

        return new Done();
    }, cancellationToken);
}
