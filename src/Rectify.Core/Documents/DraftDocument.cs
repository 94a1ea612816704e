using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Documents;

/// <summary>The clerk drafts a letter. Gives its id.</summary>
/// <param name="DocumentId">Made when the form was first shown; a repeated post drafts nothing.</param>
/// <param name="ProblemIds">What it is about.</param>
[Requires(Permission.DraftDocument)]
public sealed record DraftDocument(Guid DocumentId, Guid CampaignId, DocumentKind Kind, IReadOnlyList<Guid> ProblemIds, DocumentForm Form) : ICommand<Guid>;

internal sealed class DraftDocumentShape : AbstractValidator<DraftDocument>
{
    public DraftDocumentShape()
    {
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.Form).SetValidator(new DocumentFormShape());
    }
}

internal sealed class DocumentFormShape : AbstractValidator<DocumentForm>
{
    public DocumentFormShape()
    {
        RuleFor(form => form.Title).NotEmpty().MaximumLength(DocumentForm.TitleLength);
        RuleFor(form => form.Text).NotEmpty().MaximumLength(DocumentForm.TextLength);
        RuleFor(form => form.AddresseeIds).NotEmpty();
        RuleFor(form => form.Attachments).MaximumLength(DocumentForm.LinesLength);
        RuleFor(form => form.CopiesTo).MaximumLength(DocumentForm.LinesLength);
    }
}

internal sealed class DraftDocumentHandler(Database database, Session session, Clock clock) : IRequestHandler<DraftDocument, Result<Guid>>
{
    public Task<Result<Guid>> Handle(DraftDocument command, CancellationToken cancellationToken) => database.WriteAsync<Result<Guid>>(async db =>
    {
        if (!await db.Set<OfficialDocument>().AnyAsync(document => document.Id == command.DocumentId, cancellationToken))
        {
            var campaign = await db.CampaignAsync(command.CampaignId);
            var problems = command.ProblemIds.Distinct().ToList();
            if (await db.Set<Problem>().CountAsync(problem => problems.Contains(problem.Id) && problem.CampaignId == campaign.Id && problem.Number != null, cancellationToken) < problems.Count)
            {
                throw new SubjectNotFound(command.CampaignId);
            }

            db.Add(OfficialDocument.Draft(command.DocumentId, campaign, command.Kind, await db.ContentAsync(command.Form), problems, clock.Stamp(session.Actor)));
        }

        return command.DocumentId;
    }, cancellationToken);
}
