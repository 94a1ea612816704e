using FluentValidation;
using MediatR;
using Rectify.Core.Shared;

namespace Rectify.Core.Problems;

/// <summary>The unit's handler writes the rectification plan for the leader's signature.</summary>
/// <param name="Version">The version the page showed.</param>
[Requires(Permission.PrepareRectification)]
public sealed record PreparePlan(Guid ProblemId, int Version, RectificationPlan Plan) : ICommand<Done>;

internal sealed class PreparePlanShape : AbstractValidator<PreparePlan>
{
    public PreparePlanShape()
    {
        RuleFor(command => command.Plan).SetValidator(new PlanShape());
        RuleFor(command => command.Plan.Goal).NotEmpty();
        RuleFor(command => command.Plan.Measures).NotEmpty();
        RuleFor(command => command.Plan.ResponsiblePerson).NotEmpty();
    }
}

internal sealed class PreparePlanHandler(ProblemChanges changes) : IRequestHandler<PreparePlan, Result<Done>>
{
    public Task<Result<Done>> Handle(PreparePlan command, CancellationToken cancellationToken) =>
        changes.MakeAsync(command.ProblemId, command.Version, (problem, campaign, stamp) => problem.PreparePlan(campaign, command.Plan, stamp), cancellationToken);
}
