using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Campaigns;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Problems;

/// <summary>Sets the campaign's categories with their symptoms. Those that problems use stay.</summary>
/// <param name="Version">The campaign's version the page showed.</param>
[Requires(Permission.ManageCampaign)]
public sealed record SetCategories(Guid CampaignId, int Version, IReadOnlyList<ProblemCategory> Categories) : ICommand<Done>;

internal sealed class SetCategoriesShape : AbstractValidator<SetCategories>
{
    public SetCategoriesShape() => RuleForEach(command => command.Categories).SetValidator(new CategoryShape());
}

internal sealed class SetCategoriesHandler(Database database, Session session, Clock clock) : IRequestHandler<SetCategories, Result<Done>>
{
    public Task<Result<Done>> Handle(SetCategories command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        var campaign = await db.ForChangeAsync<Campaign>(command.CampaignId, command.Version);
        var problems = db.Set<Problem>().Where(problem => problem.CampaignId == campaign.Id);
        var categories = await problems.Select(problem => problem.CategoryId).Distinct().ToListAsync(cancellationToken);
        var symptoms = await problems.Where(problem => problem.SymptomId != null).Select(problem => problem.SymptomId!.Value).Distinct().ToListAsync(cancellationToken);
        campaign.SetCategories(command.Categories, categories.Concat(symptoms).ToHashSet(), clock.Stamp(session.Actor));
        return new Done();
    }, cancellationToken);
}
