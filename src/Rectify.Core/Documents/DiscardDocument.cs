using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Documents;

/// <summary>Throws a draft away.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DraftDocument)]
public sealed record DiscardDocument(Guid DocumentId, int Version, [Text(1000, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class DiscardDocumentHandler(DocumentChanges changes) : IRequestHandler<DiscardDocument, Result<Done>>
{
    public Task<Result<Done>> Handle(DiscardDocument command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.DocumentId, command.Version, (_, document, stamp) => { document.Discard(command.Reasons, stamp); return Task.CompletedTask; }, cancellationToken);
}
