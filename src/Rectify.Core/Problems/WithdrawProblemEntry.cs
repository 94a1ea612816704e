using MediatR;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>A unit takes an entry off its open list.</summary>
/// <param name="Version">The version the page showed.</param>
/// <param name="Reason">Needed once the entry has a number.</param>
[Requires(Permission.EnterProblems)]
public sealed record WithdrawProblemEntry(Guid ProblemId, int Version, [Text(500)] string Reason) : ICommand<Done>;

internal sealed class WithdrawProblemEntryHandler(ProblemChanges changes) : IRequestHandler<WithdrawProblemEntry, Result<Done>>
{
    public Task<Result<Done>> Handle(WithdrawProblemEntry command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, async (db, problem, campaign, stamp) =>
        {
            var list = await db.ForChangeAsync<ProblemList>(problem.ListId ?? throw new RuleBroken(Rule.ListNotOpenForEntry, problem.State));
            problem.Withdraw(campaign, list, command.Reason, stamp);
        }, cancellationToken);
}
