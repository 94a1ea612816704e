using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>Every participating unit with what it has sent in: list, nil return, or nothing. Silence shows.</summary>
[Requires(Permission.ViewReports)]
public sealed record ListReturns(Guid CampaignId) : IQuery<IReadOnlyList<UnitReturn>>;

/// <param name="ListId">The unit's latest list that was submitted at least once; null when it has sent nothing.</param>
/// <param name="Entries">Problems on all its lists together.</param>
/// <param name="IsLate">The first return came after the self-inspection's planned end, or is missing after it.</param>
public sealed record UnitReturn(
    Guid UnitId, string UnitName, string Handler, Guid? ListId, int Ordinal, ProblemListState? State, bool IsNil, DateOnly? FirstSubmittedOn, int Entries, bool IsLate);

internal sealed class ListReturnsHandler(IDbContextFactory<RectifyDb> databases, Clock clock) : IRequestHandler<ListReturns, Result<IReadOnlyList<UnitReturn>>>
{
    public async Task<Result<IReadOnlyList<UnitReturn>>> Handle(ListReturns query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        var due = campaign.Plan(Campaigns.PhaseKind.SelfInspection).To;
        var units = campaign.Participants.Select(participant => participant.UnitId).ToList();
        var names = await db.Set<Organisations.Unit>().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
        var lists = await db.Set<ProblemList>().Where(list => list.CampaignId == campaign.Id).ToListAsync(cancellationToken);
        var counts = await db.Set<Problem>().Where(problem => problem.CampaignId == campaign.Id && problem.ListId != null && problem.State != ProblemState.Draft && problem.State != ProblemState.Void)
            .GroupBy(problem => problem.UnitId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return Result<IReadOnlyList<UnitReturn>>.Ok([.. campaign.Participants.Select(participant =>
        {
            var own = lists.Where(list => list.UnitId == participant.UnitId).OrderBy(list => list.Ordinal).ToList();
            var sent = own.FindLast(list => list.State != ProblemListState.Draft);
            var first = own.Find(list => list.Ordinal == 1)?.FirstSubmittedOn;
            return new UnitReturn(
                participant.UnitId, names.GetValueOrDefault(participant.UnitId, ""), participant.Handler, sent?.Id, sent?.Ordinal ?? 0, sent?.State, sent?.IsNil ?? false, first,
                counts.GetValueOrDefault(participant.UnitId), (first ?? clock.Today) > due);
        })]);
    }
}
