using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Notices;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Templates;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Escalations;

/// <summary>One candidate with the letter a referral would start from; for the office alone.</summary>
[Requires(Permission.ViewCandidates)]
public sealed record GetCandidate(Guid ProblemId) : IQuery<CandidateView>;

/// <param name="Title">The proposed title of the letter.</param>
/// <param name="Letter">The proposed text of the letter.</param>
/// <param name="Dismissed">Referrals of the same problem that came to nothing, with the reasons given then.</param>
public sealed record CandidateView(
    Guid ProblemId, int ProblemNumber, string UnitName, string Description, int Limit, IReadOnlyList<FailedNotice> Notices, string Title, string Letter, IReadOnlyList<string> Dismissed, bool MayDraft, bool MayDismiss);

internal sealed class GetCandidateHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetCandidate, Result<CandidateView>>
{
    public async Task<Result<CandidateView>> Handle(GetCandidate query, CancellationToken cancellationToken)
    {
        var (actor, today) = (session.Actor, clock.Today);
        await using var db = databases.CreateDbContext();
        var (problem, campaign, ladder, earlier) = await db.CaseAsync(query.ProblemId);
        if (!Candidacy.Holds(campaign.Policy, problem, ladder, earlier, today))
        {
            return new NotFound();
        }

        var unit = await db.Set<Unit>().Where(unit => unit.Id == problem.UnitId).Select(unit => unit.Name).FirstAsync(cancellationToken);
        var failed = ladder.Failed(today).OrderBy(notice => notice.Year).ThenBy(notice => notice.Serial).ToList();
        var template = await db.TemplateAsync(campaign.Id, TemplateKind.ReferralLetter, cancellationToken);
        var letter = ReferralProposal.Write(template, campaign, problem, unit, failed, today);
        return new CandidateView(
            problem.Id, problem.Number ?? 0, unit, problem.Description, campaign.Policy.NoticeLimit, failed.ConvertAll(notice => notice.Told(today)),
            letter.Title, letter.Text,
            [.. earlier.Where(referral => referral.Dismissal is not null).Select(referral => referral.Dismissal!.Text)],
            actor.May(Permission.DraftReferral), actor.May(Permission.ApproveReferral));
    }
}
