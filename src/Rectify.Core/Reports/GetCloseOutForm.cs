using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Reports;

/// <summary>What the close-out application sheet of one problem tells (销号申请表), at whatever step the application is.</summary>
[Requires(Permission.ViewProblems)]
public sealed record GetCloseOutForm(Guid ProblemId) : IQuery<CloseOutForm>;

/// <param name="IsShortChain">The campaign does without the first review.</param>
public sealed record CloseOutForm(string CampaignTitle, string Office, string UnitName, string CategoryName, bool IsShortChain, Problem Problem, CloseOutRecord Record);

internal sealed class GetCloseOutFormHandler(IDbContextFactory<RectifyDb> databases, EvidenceStore store, Session session) : IRequestHandler<GetCloseOutForm, Result<CloseOutForm>>
{
    public async Task<Result<CloseOutForm>> Handle(GetCloseOutForm request, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var problem = await db.Set<Problem>().FirstOrDefaultAsync(problem => problem.Id == request.ProblemId, cancellationToken);
        if (problem is null || problem.Number is null || !problem.IsVisibleTo(session.Actor))
        {
            return new NotFound();
        }

        var campaign = await db.CampaignAsync(problem.CampaignId);
        var unit = await db.Set<Unit>().Where(unit => unit.Id == problem.UnitId).Select(unit => unit.Name).FirstAsync(cancellationToken);
        var record = await db.CloseOutRecordAsync(problem, store, cancellationToken);
        return new CloseOutForm(campaign.Details.Title, campaign.Details.Office, unit, campaign.Category(problem.CategoryId)?.Name ?? "", campaign.Policy.ShortChain, problem, record);
    }
}
