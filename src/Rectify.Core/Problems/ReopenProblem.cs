using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>重新挂号: the office leader opens a closed problem again, when the latest look-back since the closing found it back.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DecideForOffice)]
public sealed record ReopenProblem(Guid ProblemId, int Version, DateOnly DueDate, [Text(1000, Required = true)] string Reason) : ICommand<Done>;

internal sealed class ReopenProblemHandler(ProblemChanges changes) : IRequestHandler<ReopenProblem, Result<Done>>
{
    public Task<Result<Done>> Handle(ReopenProblem command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, async (db, problem, campaign, stamp) =>
        {
            var latest = await db.Set<LookBack>().AsNoTracking().Where(lookBack => lookBack.ProblemId == problem.Id && lookBack.RecurrenceCount == problem.RecurrenceCount)
                .OrderByDescending(lookBack => lookBack.Ordinal).ThenByDescending(lookBack => lookBack.Id).FirstOrDefaultAsync(cancellationToken)
                ?? throw new RuleBroken(Rule.RecurrenceNotFound);
            problem.Reopen(campaign, latest, command.DueDate, command.Reason, stamp);
        }, cancellationToken);
}
