using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Imports;

/// <summary>Takes in a working ledger that was filled in offline. It is looked through and kept for a while; nothing is changed yet.</summary>
/// <param name="File">The upload; seekable.</param>
[Requires(Permission.PrepareRectification)]
public sealed record ReceiveWorkingLedger(Guid CampaignId, Stream File) : ICommand<string>;

internal sealed class ReceiveWorkingLedgerHandler(IDbContextFactory<RectifyDb> databases, Session session, WorkingLedgerUploads uploads) : IRequestHandler<ReceiveWorkingLedger, Result<string>>
{
    public async Task<Result<string>> Handle(ReceiveWorkingLedger command, CancellationToken cancellationToken)
    {
        await using (var db = databases.CreateDbContext())
        {
            await db.CampaignOfUnitAsync(command.CampaignId, session.Actor);
        }

        WorkingLedgerFile.Read(command.File, command.CampaignId, session.Actor.UnitId);
        return await uploads.KeepAsync(session.Actor.UnitId, command.File, cancellationToken);
    }
}
