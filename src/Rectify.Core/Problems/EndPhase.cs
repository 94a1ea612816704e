using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>Ends the campaign's current phase once its exit conditions hold, or on a named waiver.</summary>
/// <param name="Version">The campaign's version the page showed.</param>
[Requires(Permission.DecideCampaign)]
public sealed record EndPhase(Guid CampaignId, int Version, PhaseKind Phase, [Text(1000)] string Waiver, [Text(50)] string WaivedBy) : ICommand<Done>;

internal sealed class EndPhaseHandler(Database database, Session session, Clock clock) : IRequestHandler<EndPhase, Result<Done>>
{
    public Task<Result<Done>> Handle(EndPhase command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var campaign = await db.ForChangeAsync<Campaign>(command.CampaignId, command.Version);
        var unmet = await PhaseExit.UnmetAsync(db, campaign, unitId: null, cancellationToken);
        campaign.EndPhase(command.Phase, unmet, command.Waiver, command.WaivedBy, clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}

/// <summary>The exit check of the phase that runs now.</summary>
internal static class PhaseExit
{
    /// <param name="unitId">Only what this unit owes; null for all.</param>
    public static async Task<IReadOnlyList<UnmetCondition>> UnmetAsync(RectifyDb db, Campaign campaign, Guid? unitId, CancellationToken cancellation) => campaign.CurrentPhase switch
    {
        PhaseKind.SelfInspection => await MissingListsAsync(db, campaign, unitId, cancellation),
        PhaseKind.Concentrated or PhaseKind.InstitutionBuilding => await OpenProblemsAsync(db, campaign, unitId, cancellation),
        _ => unitId is not null || campaign.Participants.Count > 0 ? [] : [new UnmetCondition(ExitCondition.NoUnits, null, 1)],
    };

    /// <summary>Self-inspection ends only when every unit has submitted a list or a signed nil return that was not sent back.</summary>
    private static async Task<List<UnmetCondition>> MissingListsAsync(RectifyDb db, Campaign campaign, Guid? unitId, CancellationToken cancellation)
    {
        var first = await db.Set<ProblemList>().Where(list => list.CampaignId == campaign.Id && list.Ordinal == 1)
            .ToDictionaryAsync(list => list.UnitId, list => list.State, cancellation);
        return [.. campaign.Participants
            .Where(unit => unitId is null || unit.UnitId == unitId)
            .Where(unit => !first.TryGetValue(unit.UnitId, out var state) || state is ProblemListState.Draft or ProblemListState.Returned)
            .Select(unit => new UnmetCondition(first.GetValueOrDefault(unit.UnitId) == ProblemListState.Returned ? ExitCondition.ListNotAccepted : ExitCondition.ListMissing, unit.UnitId, 1))];
    }

    /// <summary>Rectifying ends only when every problem is closed, long-term, carried over or set aside.</summary>
    private static async Task<List<UnmetCondition>> OpenProblemsAsync(RectifyDb db, Campaign campaign, Guid? unitId, CancellationToken cancellation) =>
        await db.Set<Problem>()
            .Where(problem => problem.CampaignId == campaign.Id && problem.State >= ProblemState.Registered && problem.State < ProblemState.Closed && !problem.IsCarriedOver
                && (unitId == null || problem.UnitId == unitId))
            .GroupBy(problem => problem.UnitId)
            .Select(unit => new UnmetCondition(ExitCondition.ProblemOpen, unit.Key, unit.Count()))
            .ToListAsync(cancellation);
}
