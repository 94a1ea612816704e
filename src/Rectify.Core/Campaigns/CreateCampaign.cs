using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Campaigns;

/// <summary>Prepares a campaign: blank, or with categories, policy and units taken over from an earlier one.</summary>
/// <param name="CampaignId">Made when the form was first shown; a repeated post creates nothing.</param>
/// <param name="TemplateId">The campaign to take categories, policy and phase goals from; null starts blank.</param>
/// <param name="TakeUnits">Whether the template's units with the persons they named take part again.</param>
[Requires(Permission.ManageCampaign)]
public sealed record CreateCampaign(Guid CampaignId, CampaignDetails Details, IReadOnlyList<CampaignPhase> Phases, Guid? TemplateId, bool TakeUnits) : ICommand<Done>;

internal sealed class CreateCampaignShape : AbstractValidator<CreateCampaign>
{
    public CreateCampaignShape()
    {
        RuleFor(command => command.Details).SetValidator(new DetailsShape());
        RuleForEach(command => command.Phases).SetValidator(new PhaseShape());
    }
}

internal sealed class CreateCampaignHandler(Database database, Session session, Clock clock) : IRequestHandler<CreateCampaign, Result<Done>>
{
    public Task<Result<Done>> Handle(CreateCampaign command, CancellationToken cancellationToken) => database.WriteAsync<Result<Done>>(async db =>
    {
        if (await db.Set<Campaign>().AnyAsync(campaign => campaign.Id == command.CampaignId, cancellationToken))
        {
            return new Done();
        }

        var stamp = clock.Stamp(session.Actor);
        var template = command.TemplateId is { } id
            ? await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(campaign => campaign.Id == id, cancellationToken) ?? throw new SubjectNotFound(id)
            : null;
        var campaign = Campaign.Create(command.CampaignId, command.Details, command.Phases, Copies(template), template?.Policy ?? new CampaignPolicy(), stamp);
        foreach (var participant in command.TakeUnits && template is not null ? template.Participants : [])
        {
            campaign.Enrol(participant, stamp);
        }

        db.Add(campaign);
        return new Done();
    }, cancellationToken);

    /// <summary>Each campaign has categories of its own, so that changing one leaves the other alone.</summary>
    private static List<ProblemCategory> Copies(Campaign? template) =>
        [.. (template?.Categories ?? []).Select(category => category with
        {
            Id = Ids.New(),
            Symptoms = [.. category.Symptoms.Select(symptom => symptom with { Id = Ids.New() })],
        })];
}
