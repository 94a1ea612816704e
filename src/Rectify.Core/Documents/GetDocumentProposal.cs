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
[Requires(Permission.DraftDocument)]
public sealed record GetDocumentProposal(Guid CampaignId, DocumentKind Kind, IReadOnlyList<Guid> ProblemIds) : IQuery<DocumentProposal>;

public sealed record DocumentProposal(string CampaignTitle, string Title, string Text, IReadOnlyList<Guid> AddresseeIds, IReadOnlyList<Guid> ProblemIds, IReadOnlyList<int> ProblemNumbers);

internal sealed class GetDocumentProposalHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetDocumentProposal, Result<DocumentProposal>>
{
    public async Task<Result<DocumentProposal>> Handle(GetDocumentProposal query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.Set<Campaign>().FirstOrDefaultAsync(campaign => campaign.Id == query.CampaignId, cancellationToken);
        var problems = await db.Set<Problem>().VisibleTo(session.Actor)
            .Where(problem => problem.CampaignId == query.CampaignId && problem.Number != null && query.ProblemIds.Contains(problem.Id))
            .OrderBy(problem => problem.Number).ThenBy(problem => problem.Id).ToListAsync(cancellationToken);
        if (campaign is null || problems.Count < query.ProblemIds.Distinct().Count())
        {
            return new NotFound();
        }

        var (title, text) = await db.TemplateAsync(campaign.Id, TemplateOf(query.Kind), cancellationToken);
        var units = problems.Select(problem => problem.UnitId).Distinct().ToList();
        var names = await db.Set<Unit>().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
        var values = TemplateValues.Of(campaign, problems, [.. units.Select(unit => names[unit])], clock.Today);
        values[TemplateText.SentBefore] = await SentBeforeAsync(db, problems, cancellationToken);
        return new DocumentProposal(campaign.Details.Title, TemplateText.Fill(title, values), TemplateText.Fill(text, values), units, problems.ConvertAll(problem => problem.Id), problems.ConvertAll(problem => problem.Number!.Value));
    }

    /// <summary>What really went out about these problems, told with its comma; a revoked notice and a void reminder do not count.</summary>
    private static async Task<string> SentBeforeAsync(RectifyDb db, IReadOnlyList<Problem> problems, CancellationToken cancellation)
    {
        var ids = problems.Select(problem => problem.Id).ToList();
        var notices = problems.Sum(problem => problem.NoticeCount);
        var reminders = await db.Set<OfficialDocument>().CountAsync(
            document => document.Kind == DocumentKind.Reminder && document.State == DocumentState.Issued && document.About.Any(about => ids.Contains(about.ProblemId)), cancellation);
        string[] sent = [notices > 0 ? $"书面通知{notices}次" : "", reminders > 0 ? $"催办通知{reminders}次" : ""];
        return string.Join('、', sent.Where(part => part.Length > 0)) is { Length: > 0 } told ? $"已发出{told}，" : "";
    }

    private static TemplateKind TemplateOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Reminder => TemplateKind.Reminder,
        DocumentKind.RectificationNotice => TemplateKind.RectificationNotice,
        DocumentKind.SupervisionLetter => TemplateKind.SupervisionLetter,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
