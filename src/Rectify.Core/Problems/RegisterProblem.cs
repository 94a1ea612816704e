using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>The office or a checker registers a problem found outside a unit's own list: by inspection, complaint, instruction.</summary>
/// <param name="ProblemId">Made when the form was first shown; a repeated post registers nothing.</param>
[Requires(Permission.RegisterProblem)]
public sealed record RegisterProblem(Guid CampaignId, Guid ProblemId, Guid UnitId, Finding Finding, IReadOnlyList<Guid> AssistingUnits) : ICommand<int>;

internal sealed class RegisterProblemShape : AbstractValidator<RegisterProblem>
{
    public RegisterProblemShape()
    {
        RuleFor(command => command.UnitId).NotEmpty();
        RuleFor(command => command.Finding).SetValidator(new FindingShape());
    }
}

internal sealed class RegisterProblemHandler(Database database, Session session, Clock clock) : IRequestHandler<RegisterProblem, Result<int>>
{
    public Task<Result<int>> Handle(RegisterProblem command, CancellationToken cancellationToken) => database.WriteAsync<Result<int>>(async db =>
    {
        var known = await db.Set<Problem>().Where(problem => problem.Id == command.ProblemId).Select(problem => new { problem.Number }).FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return known.Number ?? throw new SubjectNotFound(command.ProblemId);
        }

        var campaign = await db.CampaignAsync(command.CampaignId);
        var next = await db.NextNumberAsync(campaign.Id);
        db.Add(Problem.Find(command.ProblemId, campaign, command.UnitId, command.Finding, command.AssistingUnits, next, clock.Stamp(session.Actor)));
        return next;
    }, cancellationToken);
}
