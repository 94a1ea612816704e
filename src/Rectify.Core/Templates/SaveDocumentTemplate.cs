using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Templates;

/// <summary>The office's own text for a kind of draft; later drafts start from it.</summary>
/// <param name="Title">Not asked of a kind without a title.</param>
/// <param name="Version">The version the page showed; 0 while the campaign has the standard text.</param>
[Requires(Permission.DraftDocument)]
public sealed record SaveDocumentTemplate(
    Guid CampaignId, TemplateKind Kind, int Version, [Text(DocumentTemplate.TitleLength)] string Title, [Text(DocumentTemplate.TextLength, Required = true)] string Text) : ICommand<Done>;

internal sealed class SaveDocumentTemplateShape : AbstractValidator<SaveDocumentTemplate>
{
    public SaveDocumentTemplateShape() => RuleFor(command => command.Kind).IsInEnum();
}

internal sealed class SaveDocumentTemplateHandler(Database database, Session session, Clock clock) : IRequestHandler<SaveDocumentTemplate, Result<Done>>
{
    public Task<Result<Done>> Handle(SaveDocumentTemplate command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var title = TemplateText.HasTitle(command.Kind) ? command.Title : "";
        var errors = TemplateText.Errors(command.Kind, title, command.Text).ToArray();
        if (errors.Length > 0)
        {
            throw new InvalidInput(errors);
        }

        var stamp = clock.Stamp(session.Actor);
        var campaign = await db.CampaignAsync(command.CampaignId);
        var template = await db.Set<DocumentTemplate>().AsTracking().FirstOrDefaultAsync(template => template.CampaignId == campaign.Id && template.Kind == command.Kind, cancellationToken);
        template?.MustBeAt(command.Version);
        if (template is null)
        {
            db.Add(DocumentTemplate.Set(Ids.New(), campaign.Id, command.Kind, title, command.Text, stamp));
        }
        else
        {
            template.Change(title, command.Text, stamp);
        }

        return new Done();
    }, cancellationToken);
}
