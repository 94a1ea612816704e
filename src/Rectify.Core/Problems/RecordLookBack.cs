using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>回头看: a checker records how a closed problem stands now.</summary>
/// <param name="Version">The problem's version the page showed.</param>
/// <param name="LookBackId">Made when the form was first shown; a repeated post records nothing.</param>
[Requires(Permission.LookBack)]
public sealed record RecordLookBack(Guid ProblemId, int Version, Guid LookBackId, bool Recurred, [Text(LookBack.FindingsLength, Required = true)] string Findings) : ICommand<Done>;

internal sealed class RecordLookBackHandler(ProblemChanges changes) : IRequestHandler<RecordLookBack, Result<Done>>
{
    public Task<Result<Done>> Handle(RecordLookBack command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, async (db, problem, campaign, stamp) =>
        {
            if (!await db.Set<LookBack>().AnyAsync(lookBack => lookBack.Id == command.LookBackId, cancellationToken))
            {
                var ordinal = await db.Set<LookBack>().CountAsync(lookBack => lookBack.ProblemId == problem.Id, cancellationToken) + 1;
                db.Add(LookBack.Make(command.LookBackId, campaign, problem, ordinal, command.Recurred, command.Findings, stamp));
            }
        }, cancellationToken);
}
