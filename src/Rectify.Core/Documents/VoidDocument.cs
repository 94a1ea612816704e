using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Documents;

/// <summary>作废 by the office leader, with reasons; the number stays used.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.IssueDocument)]
public sealed record VoidDocument(Guid DocumentId, int Version, [Text(1000, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class VoidDocumentHandler(DocumentChanges changes) : IRequestHandler<VoidDocument, Result<Done>>
{
    public Task<Result<Done>> Handle(VoidDocument command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.DocumentId, command.Version, (_, document, stamp) => { document.Void(command.Reasons, stamp); return Task.CompletedTask; }, cancellationToken);
}
