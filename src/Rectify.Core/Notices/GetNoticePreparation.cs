using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Templates;
using Unit = Rectify.Core.Organisations.Unit;

namespace Rectify.Core.Notices;

/// <summary>What the drafting page starts from: the problem, the former notices to its unit, and what would bar a further one.</summary>
[Requires(Permission.DraftNotice)]
public sealed record GetNoticePreparation(Guid ProblemId) : IQuery<NoticePreparation>;

/// <param name="NextOrdinal">The rung the notice would take if signed today.</param>
/// <param name="Unfinished">The notice that bars a further one, or null.</param>
/// <param name="Basis">The proposed 发文依据, from the campaign's template.</param>
/// <param name="TakesNotice">Whether the problem is with a unit at all.</param>
/// <param name="ReplyWorkingDays">Working days the unit would have for its reply.</param>
/// <param name="CorrectionWorkingDays">Working days for the correction, unless the notice names a date.</param>
public sealed record NoticePreparation(
    Guid ProblemId,
    int? ProblemNumber,
    string Description,
    string UnitName,
    string Basis,
    int NextOrdinal,
    LadderStep? Unfinished,
    IReadOnlyList<LadderStep> Former,
    bool TakesNotice,
    int ReplyWorkingDays,
    int CorrectionWorkingDays);

internal sealed class GetNoticePreparationHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock) : IRequestHandler<GetNoticePreparation, Result<NoticePreparation>>
{
    public async Task<Result<NoticePreparation>> Handle(GetNoticePreparation query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var today = clock.Today;
        var problem = await db.Set<Problem>().VisibleTo(session.Actor).FirstOrDefaultAsync(problem => problem.Id == query.ProblemId, cancellationToken);
        if (problem is null)
        {
            return new NotFound();
        }

        var campaign = await db.CampaignAsync(problem.CampaignId);
        var unitName = await db.Set<Unit>().Where(unit => unit.Id == problem.UnitId).Select(unit => unit.Name).FirstAsync(cancellationToken);
        var ladder = await db.LadderAsync(problem.Id);
        var unfinished = ladder.Unfinished(today);
        List<LadderStep> former = [.. ladder.ToUnit.Where(notice => notice.Number is not null).OrderBy(notice => notice.Year).ThenBy(notice => notice.Serial).Select(notice => Step(notice, today))];
        var template = await db.TemplateAsync(campaign.Id, TemplateKind.NoticeBasis, cancellationToken);
        var values = TemplateValues.Of(campaign, [problem], [unitName], today);
        values[TemplateText.FormerNotice] = former.LastOrDefault(step => step.IsFailed) is { } failed ? $"；{failed.Number}未落实" : "";
        return new NoticePreparation(
            problem.Id, problem.Number, problem.Description, unitName, TemplateText.Fill(template.Text, values),
            ladder.NextOrdinal(today), unfinished is null ? null : Step(unfinished, today), former,
            problem.TakesNotice, campaign.Policy.ReplyWorkingDays, campaign.Policy.CorrectionWorkingDays);
    }

    private static LadderStep Step(Notice notice, DateOnly today) =>
        new(notice.Id, notice.Number?.Text ?? "", notice.Ordinal, notice.State, notice.IssuedOn, notice.IsFailed(today));
}
