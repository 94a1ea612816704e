using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Escalations;

/// <summary>The referrals this person may see, newest first; the discipline desk gets what was transferred to it.</summary>
/// <param name="WaitingForMe">Only those on which this person has the next move.</param>
[Requires(Permission.ViewReferrals)]
public sealed record ListReferrals(Guid? CampaignId = null, ReferralState? State = null, bool WaitingForMe = false, int Page = 1) : IQuery<Page<ReferralLine>>;

/// <param name="Notices">How many failed notices it rests on.</param>
public sealed record ReferralLine(
    Guid Id, Guid CampaignId, int ProblemNumber, string UnitName, ReferralState State, int Notices, DateOnly? TransferredOn, DateOnly? AcknowledgedOn, string ReceiptNumber, bool HasOutcome);

internal sealed class ListReferralsHandler(IDbContextFactory<RectifyDb> databases, Session session) : IRequestHandler<ListReferrals, Result<Page<ReferralLine>>>
{
    public async Task<Result<Page<ReferralLine>>> Handle(ListReferrals query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var referrals = db.Set<Referral>().VisibleTo(session.Actor)
            .Where(referral => (query.CampaignId == null || referral.CampaignId == query.CampaignId) && (query.State == null || referral.State == query.State));
        if (query.WaitingForMe)
        {
            referrals = referrals.Where(ReferralMoves.WaitingFor(session.Actor));
        }

        return await referrals.OrderByDescending(referral => referral.Id)
            .Join(db.Set<Problem>(), referral => referral.ProblemId, problem => problem.Id, (referral, problem) => new { referral, problem })
            .Join(db.Set<Unit>(), row => row.referral.UnitId, unit => unit.Id, (row, unit) => new ReferralLine(
                row.referral.Id, row.referral.CampaignId, row.problem.Number ?? 0, unit.Name, row.referral.State, row.referral.Covered.Count,
                row.referral.TransferredOn, row.referral.AcknowledgedOn, row.referral.ReceiptNumber, row.referral.Outcome != null))
            .PageAsync(query.Page, cancellationToken);
    }
}
