using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Escalations;

/// <summary>不予移送: the office leader lets a candidate go without a letter. Gives the id of the record kept of it.</summary>
/// <param name="ReferralId">Made when the form was first shown; a repeated post dismisses nothing more.</param>
[Requires(Permission.ApproveReferral)]
public sealed record DismissCandidate(Guid ReferralId, Guid ProblemId, [Text(Referral.ReasonsLength, Required = true)] string Reasons) : ICommand<Guid>;

internal sealed class DismissCandidateHandler(Database database, Session session, Clock clock) : IRequestHandler<DismissCandidate, Result<Guid>>
{
    public Task<Result<Guid>> Handle(DismissCandidate command, CancellationToken cancellationToken) => database.WriteAsync<Result<Guid>>(async db =>
    {
        if (!await db.Set<Referral>().AnyAsync(referral => referral.Id == command.ReferralId, cancellationToken))
        {
            var (problem, campaign, ladder, earlier) = await db.CaseAsync(command.ProblemId);
            db.Add(Referral.DismissCandidate(command.ReferralId, campaign, problem, ladder, earlier, command.Reasons, clock.Stamp(session.Actor)));
        }

        return command.ReferralId;
    }, cancellationToken);
}
