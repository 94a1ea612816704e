using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Calendar;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;
using Rectify.Core.Templates;

namespace Rectify.Core.Reports;

/// <summary>What the drafting page of a bulletin starts from: the campaign's templates with today's figures.</summary>
[Requires(Permission.DraftBulletin)]
public sealed record GetBulletinProposal(Guid CampaignId) : IQuery<BulletinProposal>, IFigures;

public sealed record BulletinProposal(string CampaignTitle, BulletinText Text);

internal sealed class GetBulletinProposalHandler(IDbContextFactory<RectifyDb> databases, Session session, Clock clock, Calendars calendars) : IRequestHandler<GetBulletinProposal, Result<BulletinProposal>>
{
    /// <summary>主送, as long as the office names nobody else.</summary>
    private const string UsualAddressees = "各责任单位";

    public async Task<Result<BulletinProposal>> Handle(GetBulletinProposal query, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var campaign = await db.CampaignAsync(query.CampaignId);
        var progress = await db.ProgressAsync(campaign, clock.Today, session.Actor, calendars.Current, cancellationToken);
        var total = progress.Total.Figures;
        var values = TemplateValues.Of(campaign, clock.Today);
        values["统计日期"] = TemplateValues.Day(progress.CutOff);
        values["问题总数"] = Text(total.Total);
        values["已销号数"] = Text(total.Closed);
        values["销号率"] = total.ClosedRate.Text(progress.RateDecimals);
        values["逾期数"] = Text(total.Overdue);
        var (title, situation) = await db.TemplateAsync(campaign.Id, TemplateKind.Bulletin, cancellationToken);
        var requirements = await db.TemplateAsync(campaign.Id, TemplateKind.BulletinRequirements, cancellationToken);
        return new BulletinProposal(campaign.Details.Title, new BulletinText(
            TemplateText.Fill(title, values), UsualAddressees, progress.CutOff, Bulletin.UsualDaysAhead, TemplateText.Fill(situation, values), TemplateText.Fill(requirements.Text, values)));
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
