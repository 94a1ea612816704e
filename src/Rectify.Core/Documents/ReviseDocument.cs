using FluentValidation;
using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Documents;

/// <summary>Changes a draft.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftDocument)]
public sealed record ReviseDocument(Guid DocumentId, int Version, DocumentForm Form) : ICommand<Done>;

internal sealed class ReviseDocumentShape : AbstractValidator<ReviseDocument>
{
    public ReviseDocumentShape() => RuleFor(command => command.Form).SetValidator(new DocumentFormShape());
}

internal sealed class ReviseDocumentHandler(DocumentChanges changes) : IRequestHandler<ReviseDocument, Result<Done>>
{
    public Task<Result<Done>> Handle(ReviseDocument command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.DocumentId, command.Version, async (db, document, stamp) => document.Revise(await db.ContentAsync(command.Form), stamp), cancellationToken);
}
