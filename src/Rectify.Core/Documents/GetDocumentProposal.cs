using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
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

        var own = await db.Set<DocumentTemplate>().FirstOrDefaultAsync(template => template.CampaignId == campaign.Id && template.Kind == query.Kind, cancellationToken);
        var (title, text) = own is null ? StandardTexts.Of(query.Kind) : (own.Title, own.Text);
        var units = problems.Select(problem => problem.UnitId).Distinct().ToList();
        var names = await db.Set<Unit>().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
        var values = Values(campaign, problems, [.. units.Select(unit => names[unit])], clock.Today);
        return new DocumentProposal(campaign.Details.Title, TemplateText.Fill(title, values), TemplateText.Fill(text, values), units, problems.ConvertAll(problem => problem.Id), problems.ConvertAll(problem => problem.Number!.Value));
    }

    /// <summary>What is not known, such as the date of a problem not yet assigned, is left out, so that its field stays in sight.</summary>
    private static Dictionary<string, string> Values(Campaign campaign, List<Problem> problems, IReadOnlyList<string> units, DateOnly today)
    {
        var values = new Dictionary<string, string>
        {
            ["行动名称"] = campaign.Details.Title,
            ["依据"] = $"《{campaign.Details.Title}实施方案》（{campaign.Details.DocumentNumber}）",
            ["办公室"] = campaign.Details.Office,
            ["今日"] = Day(today),
        };
        Add("单位", units);
        Add("问题编号", problems.Select(problem => $"{problem.Number}"));
        Add("问题", problems.Select(problem => Ended(problem.Description)), "；");
        Add("问题清单", problems.Select((problem, index) => (problems.Count > 1 ? $"{index + 1}. " : "") + $"第{problem.Number}号：{Ended(problem.Description)}。"), "\n");
        Add("问题类别", problems.Select(problem => campaign.Category(problem.CategoryId)?.Name ?? ""));
        Add("整改时限", problems.Select(problem => problem.DueDate is { } due ? Day(due) : ""));
        Add("逾期天数", problems.Select(problem => problem.DueDate is { } due && due < today ? $"{today.DayNumber - due.DayNumber}" : ""));
        Add("责任人", problems.Select(problem => problem.ResponsiblePerson));
        Add("通知次数", problems.Select(problem => $"{problem.NoticeCount}"));
        return values;

        void Add(string field, IEnumerable<string> each, string between = "、")
        {
            var known = each.Where(value => value.Length > 0).Distinct().ToList();
            if (known.Count > 0)
            {
                values[field] = string.Join(between, known);
            }
        }
    }

    /// <summary>On one line, without its full stop, and without braces that would pass for a field.</summary>
    private static string Ended(string description) => description.ReplaceLineEndings(" ").Replace('{', '（').Replace('}', '）').Trim().TrimEnd('。', '.');

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
