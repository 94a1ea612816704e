using MediatR;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Notices;

/// <summary>撤销: the office leader takes a notice back before any reply; its number stays used.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.SignNotice)]
public sealed record RevokeNotice(Guid NoticeId, int Version, [Text(1000, Required = true)] string Reasons) : ICommand<Done>;

internal sealed class RevokeNoticeHandler(NoticeChanges changes) : IRequestHandler<RevokeNotice, Result<Done>>
{
    public Task<Result<Done>> Handle(RevokeNotice command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.NoticeId, command.Version, async (db, notice, stamp) =>
        {
            var problem = await db.ForChangeAsync<Problem>(notice.ProblemId);
            notice.Revoke(problem, await db.LadderAsync(problem.Id), command.Reasons, stamp);
        }, cancellationToken);
}
