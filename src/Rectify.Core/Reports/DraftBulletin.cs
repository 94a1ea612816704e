using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Storage;

namespace Rectify.Core.Reports;

/// <summary>The office drafts a bulletin. Gives its id.</summary>
/// <param name="BulletinId">Made when the form was first shown; a repeated post drafts nothing.</param>
[Requires(Permission.DraftBulletin)]
public sealed record DraftBulletin(Guid BulletinId, Guid CampaignId, BulletinText Text) : ICommand<Guid>;

internal sealed class DraftBulletinShape : AbstractValidator<DraftBulletin>
{
    public DraftBulletinShape() => RuleFor(command => command.Text).SetValidator(new BulletinTextShape());
}

internal sealed class BulletinTextShape : AbstractValidator<BulletinText>
{
    public BulletinTextShape()
    {
        RuleFor(text => text.Title).NotEmpty().MaximumLength(200);
        RuleFor(text => text.Addressees).NotEmpty().MaximumLength(500);
        RuleFor(text => text.CutOff).NotEmpty();
        RuleFor(text => text.DaysAhead).InclusiveBetween(1, 60);
        RuleFor(text => text.Situation).MaximumLength(BulletinText.TextLength);
        RuleFor(text => text.Requirements).MaximumLength(BulletinText.TextLength);
    }
}

internal sealed class DraftBulletinHandler(Database database, Session session, Clock clock) : IRequestHandler<DraftBulletin, Result<Guid>>
{
    public Task<Result<Guid>> Handle(DraftBulletin command, CancellationToken cancellationToken) => database.WriteAsync<Result<Guid>>(async db =>
    {
        command.Text.MustBeWritable(clock.Today);
        if (!await db.Set<Bulletin>().AnyAsync(bulletin => bulletin.Id == command.BulletinId, cancellationToken))
        {
            db.Add(Bulletin.Draft(command.BulletinId, await db.CampaignAsync(command.CampaignId), command.Text, clock.Stamp(session.Actor)));
        }

        return command.BulletinId;
    }, cancellationToken);
}
