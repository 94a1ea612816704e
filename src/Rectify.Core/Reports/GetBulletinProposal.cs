using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Templates;

namespace Rectify.Core.Reports;

/// <summary>What the drafting page of a bulletin starts from: the campaign's templates. Fields for figures and for the day stay in them until it is issued.</summary>
[Requires(Permission.DraftBulletin)]
public sealed record GetBulletinProposal(Guid CampaignId) : IQuery<BulletinProposal>;

public sealed record BulletinProposal(string CampaignTitle, BulletinText Text);

internal sealed class GetBulletinProposalHandler(IDbContextFactory<RectifyDb> databases, Clock clock) : IRequestHandler<GetBulletinProposal, Result<BulletinProposal>>
{
    /// <summary>主送, as long as the office names nobody else.</summary>
    private const string UsualAddressees = "各责任单位";

    public async Task<Result<BulletinProposal>> Handle(GetBulletinProposal query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        var values = TemplateValues.Of(campaign, clock.Today);
        values.Remove(TemplateText.Today);
        var (title, situation) = await db.TemplateAsync(campaign.Id, TemplateKind.Bulletin, cancellationToken);
        var requirements = await db.TemplateAsync(campaign.Id, TemplateKind.BulletinRequirements, cancellationToken);
        return new BulletinProposal(campaign.Details.Title, new BulletinText(
            TemplateText.Fill(title, values), UsualAddressees, clock.Today, Bulletin.UsualDaysAhead, TemplateText.Fill(situation, values), TemplateText.Fill(requirements.Text, values)));
    }
}
