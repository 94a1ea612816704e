using MediatR;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Documents;

/// <summary>签发: the office leader signs the draft; the number is given in this one transaction.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.IssueDocument)]
public sealed record IssueDocument(Guid DocumentId, int Version) : ICommand<Done>;

internal sealed class IssueDocumentHandler(DocumentChanges changes) : IRequestHandler<IssueDocument, Result<Done>>
{
    public Task<Result<Done>> Handle(IssueDocument command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.DocumentId, command.Version, async (db, document, stamp) =>
        {
            var campaign = await db.CampaignAsync(document.CampaignId);
            document.Issue(campaign, await db.NextSerialAsync(DocumentSeries.PrefixOf(campaign, document.Kind), stamp.Today.Year), stamp);
        }, cancellationToken);
}
