using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The office leader gives a long-term problem a due date again.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.DecideForOffice)]
public sealed record ResumeRectification(Guid ProblemId, int Version, DateOnly DueDate, [Text(1000, Required = true)] string Reason) : ICommand<Done>;

internal sealed class ResumeRectificationHandler(ProblemChanges changes) : IRequestHandler<ResumeRectification, Result<Done>>
{
    public Task<Result<Done>> Handle(ResumeRectification command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, _, stamp) => problem.Resume(command.DueDate, command.Reason, stamp), cancellationToken);
}
