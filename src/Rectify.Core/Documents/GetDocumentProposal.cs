using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Templates;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Documents;

/// <summary>What the drafting page starts from: the campaign's template filled from the ledger.</summary>
/// <param name="ProblemIds">What it is about.</param>
/// <param name="VisitedUnitId">Instead of problems: all that visits found at this unit and that it still has to correct.</param>
[Requires(Permission.DraftDocument)]
public sealed record GetDocumentProposal(Guid CampaignId, DocumentKind Kind, IReadOnlyList<Guid> ProblemIds, Guid? VisitedUnitId = null) : IQuery<DocumentProposal>;

public sealed record DocumentProposal(string CampaignTitle, string Title, string Text, IReadOnlyList<Guid> AddresseeIds, IReadOnlyList<Guid> ProblemIds, IReadOnlyList<int> ProblemNumbers);

internal sealed class GetDocumentProposalHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetDocumentProposal, Result<DocumentProposal>>
{
    public async Task<Result<DocumentProposal>> Handle(GetDocumentProposal query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.Set<Campaign>().FirstOrDefaultAsync(campaign => campaign.Id == query.CampaignId, cancellationToken);
        var problems = await db.Set<Problem>().VisibleTo(session.Actor)
            .Where(problem => problem.CampaignId == query.CampaignId && problem.Number != null)
            .Where(problem => query.ProblemIds.Contains(problem.Id)
                || (problem.UnitId == query.VisitedUnitId && problem.State < ProblemState.CloseOutApplied && (problem.Source == ProblemSource.Inspection || problem.Source == ProblemSource.UnannouncedVisit)))
            .OrderBy(problem => problem.Number).ThenBy(problem => problem.Id).ToListAsync(cancellationToken);
        if (campaign is null || problems.Count < query.ProblemIds.Distinct().Count())
        {
            return new NotFound();
        }

        var (title, text) = await db.TemplateAsync(campaign.Id, TemplateOf(query.Kind), cancellationToken);
        var units = problems.Select(problem => problem.UnitId).Distinct().ToList();
        var names = await db.Set<Unit>().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
        var values = TemplateValues.Of(campaign, problems, [.. units.Select(unit => names[unit])], clock.Today);
        return new DocumentProposal(campaign.Details.Title, TemplateText.Fill(title, values), TemplateText.Fill(text, values), units, problems.ConvertAll(problem => problem.Id), problems.ConvertAll(problem => problem.Number!.Value));
    }

    private static TemplateKind TemplateOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Reminder => TemplateKind.Reminder,
        DocumentKind.RectificationNotice => TemplateKind.RectificationNotice,
        DocumentKind.SupervisionLetter => TemplateKind.SupervisionLetter,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
