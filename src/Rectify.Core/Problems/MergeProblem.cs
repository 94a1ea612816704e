using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>并案: lets another running problem of the campaign answer for this one.</summary>
/// <param name="Version">The version the page showed.</param>
/// <param name="TargetNumber">The other problem's number.</param>
[Requires(Permission.DecideForOffice)]
public sealed record MergeProblem(Guid ProblemId, int Version, int TargetNumber, [Text(1000, Required = true)] string Reason) : ICommand<Done>;

internal sealed class MergeProblemHandler(ProblemChanges changes) : IRequestHandler<MergeProblem, Result<Done>>
{
    public Task<Result<Done>> Handle(MergeProblem command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, async (db, problem, campaign, stamp) =>
        {
            var target = await db.Set<Problem>().AsTracking().FirstOrDefaultAsync(other => other.CampaignId == campaign.Id && other.Number == command.TargetNumber, cancellationToken)
                ?? throw new InvalidInput(new FieldError(nameof(command.TargetNumber), "NoSuchNumber"));
            problem.MergeInto(target, command.Reason, stamp);
        }, cancellationToken);
}
