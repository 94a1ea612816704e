using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>The unit's leader signs and sends the unit's open list, or a nil return (零报告).</summary>
/// <param name="SeenCount">How many entries the page showed; an entry added meanwhile refuses the signature.</param>
/// <param name="Statement">How the unit inspected itself; needed for a nil return.</param>
[Requires(Permission.SubmitProblemList)]
public sealed record SubmitProblemList(Guid CampaignId, bool IsNil, int SeenCount, [Text(ProblemList.StatementLength)] string Statement) : ICommand<Done>;

internal sealed class SubmitProblemListHandler(Database database, Session session, Clock clock) : IRequestHandler<SubmitProblemList, Result<Done>>
{
    public Task<Result<Done>> Handle(SubmitProblemList command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var campaign = await db.CampaignAsync(command.CampaignId);
        var list = await db.OpenListAsync(campaign, stamp);
        var entries = await db.Set<Problem>().AsTracking()
            .Where(problem => problem.ListId == list.Id && (problem.State == ProblemState.Draft || problem.State == ProblemState.Registered))
            .OrderBy(problem => problem.Id).ToListAsync(cancellationToken);
        Rules.Require(entries.Count == command.SeenCount, Rule.ListChangedMeanwhile, entries.Count);
        list.Submit(campaign, entries, command.IsNil, command.Statement, await db.NextNumberAsync(campaign.Id), stamp);
        return new Done();
    }, cancellationToken);
}
