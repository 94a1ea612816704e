using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>A unit enters a problem on its open list, or changes one there. The list is started by its first entry.</summary>
/// <param name="ProblemId">Made when the form was first shown; a repeated post changes nothing.</param>
/// <param name="Version">The version the page showed; 0 for a new entry.</param>
[Requires(Permission.EnterProblems)]
public sealed record SaveProblemEntry(
    Guid CampaignId, Guid ProblemId, int Version, Finding Finding, RectificationPlan Plan, IReadOnlyList<Guid> AssistingUnits) : ICommand<Done>;

internal sealed class SaveProblemEntryShape : AbstractValidator<SaveProblemEntry>
{
    public SaveProblemEntryShape()
    {
        RuleFor(command => command.Finding).SetValidator(new FindingShape());
        RuleFor(command => command.Plan).SetValidator(new PlanShape());
    }
}

internal sealed class SaveProblemEntryHandler(Database database, Session session, Clock clock) : IRequestHandler<SaveProblemEntry, Result<Done>>
{
    public Task<Result<Done>> Handle(SaveProblemEntry command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var stamp = clock.Stamp(session.Actor);
        var campaign = await db.CampaignAsync(command.CampaignId);
        var problem = await db.Set<Problem>().AsTracking().FirstOrDefaultAsync(problem => problem.Id == command.ProblemId, cancellationToken);
        if (problem is not null)
        {
            if (problem.UnitId != stamp.By.UnitId || problem.CampaignId != campaign.Id)
            {
                throw new SubjectNotFound(command.ProblemId);
            }

            if (command.Version == 0 && problem.Version == 1)
            {
                return new Done();
            }

            problem.MustBeAt(command.Version);
            var home = await db.ForChangeAsync<ProblemList>(problem.ListId ?? throw new RuleBroken(Rule.ListNotOpenForEntry, problem.State));
            problem.Revise(campaign, home, command.Finding, command.Plan, command.AssistingUnits, stamp);
            return new Done();
        }

        var list = await db.OpenListAsync(campaign, stamp);
        db.Add(Problem.Draft(command.ProblemId, campaign, list, command.Finding, command.Plan, command.AssistingUnits, stamp));
        return new Done();
    }, cancellationToken);
}
